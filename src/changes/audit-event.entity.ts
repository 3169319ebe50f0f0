import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { Institution } from '../institutions/institution.entity.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';

/** An entry of the audit trail, written in the transaction of the change and never altered. */
export const AuditEvent = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_event',
  properties: {
    id: p.integer().primary().autoincrement(),
    at: p.datetime(3),
    // Null when nobody was signed in: the command line, a lock, an issuer's word.
    account: () => p.manyToOne(Account).nullable().index().deleteRule('restrict'),
    // The name at that time, because accounts may be renamed; or the origin of the change.
    accountName: p.text(),
    // The network address of the request; null for the command line.
    address: p.text().nullable(),
    // The mutation or the command.
    action: p.text(),
    // The object type in the graph, and the row.
    subjectType: p.text(),
    subjectId: p.integer(),
    // The version of the subject after the change; null when it has none.
    subjectVersion: p.integer().nullable(),
    // The institution concerned and its unit at that time; both null when the change concerns no
    // unit.
    institution: () => p.manyToOne(Institution).nullable().deleteRule('restrict'),
    unit: () => p.manyToOne(AdministrativeUnit).nullable().deleteRule('restrict'),
    // The changed fields; null where there were or are none.
    before: p.json().nullable(),
    after: p.json().nullable(),
  },
  indexes: [
    { properties: ['subjectType', 'subjectId'] },
    // For the history of an institution and of a unit, newest first, and for a span of time.
    { properties: ['institution', 'id'] },
    { properties: ['unit', 'id'] },
    { properties: ['at'] },
    // An action may be rare among those of ten years.
    { properties: ['action', 'id'] },
    {
      name: 'audit_event_of_no_unit',
      expression:
        'create index audit_event_of_no_unit on audit_event (id) where unit_id is null and institution_id is null',
    },
  ],
  triggers: [
    {
      // A migration adds the trigger against TRUNCATE by hand, because MikroORM can make such
      // triggers but cannot see them.
      name: 'append_only',
      timing: 'before',
      events: ['update', 'delete'],
      body: `raise exception 'the audit trail only grows' using errcode = 'restrict_violation';`,
    },
  ],
});
