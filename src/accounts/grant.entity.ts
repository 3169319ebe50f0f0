import { defineEntity, p } from '@mikro-orm/core';
import { Institution } from '../institutions/institution.entity.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { Account } from './account.entity.js';
import { Role } from './account.enums.js';

/**
 * A role of an account with its scope and dates: the unit of a planner, the unit and kinds of a
 * reviewer, the institution of a school administrator. Grants are dated because tiers and borders
 * change.
 */
export const Grant = defineEntity({
  name: 'Grant',
  tableName: 'account_grant',
  properties: {
    id: p.integer().primary().autoincrement(),
    account: () => p.manyToOne(Account).index(),
    role: p.enum(() => Role),
    unit: () => p.manyToOne(AdministrativeUnit).nullable().index().deleteRule('restrict'),
    institution: () => p.manyToOne(Institution).nullable().index().deleteRule('restrict'),
    // The kinds of institution of a reviewer; null means all.
    kinds: p.array().nullable(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
  },
  checks: [
    {
      name: 'account_grant_unit',
      expression: "(unit_id is not null) = (role in ('PLANNER', 'REVIEWER'))",
    },
    {
      name: 'account_grant_institution',
      expression: "(institution_id is not null) = (role = 'SCHOOL_ADMIN')",
    },
    { name: 'account_grant_kinds', expression: "kinds is null or role = 'REVIEWER'" },
    {
      name: 'account_grant_span',
      expression: 'valid_from is null or valid_to is null or valid_from <= valid_to',
    },
  ],
});
