import { defineEntity, p } from '@mikro-orm/core';
import { notesOrder } from '../database/notes-order.js';
import { tellsChanges } from '../database/tells-changes.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { SourceStatus } from '../vocabulary/source-status.js';

export const ReportingRound = defineEntity({
  name: 'ReportingRound',
  tableName: 'reporting_round',
  properties: {
    id: p.integer().primary().autoincrement(),
    unit: () => p.manyToOne(AdministrativeUnit).index(),
    code: p.text(),
    nameVi: p.text(),
    nameEn: p.text(),
    opensOn: p.date(),
    dueOn: p.date(),
    // The date that answers describe; figures for a date use rounds up to it.
    referenceDate: p.date(),
    closesOn: p.date(),
    // When a planner closed it early; null while only the dates decide.
    closedAt: p.datetime(3).nullable(),
    // The days that a return gives its institution to answer again.
    returnDays: p.integer().default(14).check('return_days >= 1 and return_days <= 365'),
    // When the hub came to know it; null for a round that counts as always known.
    recordedAt: p.datetime(3).nullable(),
    withdrawnAt: p.datetime(3).nullable(),
    withdrawalReason: p.text().nullable(),
    version: p.integer().version(),
    sourceStatus: p.enum(() => SourceStatus),
  },
  indexes: [
    {
      // The code of a withdrawn round may be used again.
      name: 'reporting_round_code',
      expression:
        'create unique index reporting_round_code on reporting_round (unit_id, code) where withdrawn_at is null',
    },
  ],
  checks: [
    {
      name: 'reporting_round_withdrawn',
      expression: '(withdrawn_at is null) = (withdrawal_reason is null)',
    },
    { name: 'reporting_round_dates', expression: 'opens_on <= due_on and due_on <= closes_on' },
  ],
  triggers: [...tellsChanges('reporting_round'), notesOrder('reporting_round', 'round_due')],
});
