import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { Institution } from '../institutions/institution.entity.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';

/** Who changed what, when and from where; written in the transaction of the change, and never again. */
export const AuditEvent = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_event',
  properties: {
    id: p.integer().primary().autoincrement(),
    at: p.datetime(3),
    // Null where nobody was signed in: the command line, a lock-out, an issuer's word.
    account: () => p.manyToOne(Account).nullable().index().deleteRule('restrict'),
    // The name at that time, since accounts may be renamed; or what did it.
    accountName: p.text(),
    // The network address that the request came from; null for the command line.
    address: p.text().nullable(),
    // The mutation or the command.
    action: p.text(),
    // The object type in the graph, and its row.
    subjectType: p.text(),
    subjectId: p.integer(),
    // The version of the subject that came of it; null where it has none.
    subjectVersion: p.integer().nullable(),
    // Whose story it belongs to, and where that was then: both null for what concerns no unit.
    institution: () => p.manyToOne(Institution).nullable().deleteRule('restrict'),
    unit: () => p.manyToOne(AdministrativeUnit).nullable().deleteRule('restrict'),
    // What changed, field by field; null where there was or is nothing.
    before: p.json().nullable(),
    after: p.json().nullable(),
  },
  indexes: [
    { properties: ['subjectType', 'subjectId'] },
    // An institution's story and a unit's, newest first; and what happened in a span of time.
    { properties: ['institution', 'id'] },
    { properties: ['unit', 'id'] },
    { properties: ['at'] },
    {
      name: 'audit_event_of_no_unit',
      expression:
        'create index audit_event_of_no_unit on audit_event (id) where unit_id is null and institution_id is null',
    },
  ],
  triggers: [
    {
      // A migration adds one against TRUNCATE by hand: MikroORM makes such triggers and cannot see them.
      name: 'append_only',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'the audit trail only grows' using errcode = 'restrict_violation';`,
    },
  ],
});
