import { defineEntity, p } from '@mikro-orm/core';
import { notesOrder } from '../database/notes-order.js';
import { tellsChanges } from '../database/tells-changes.js';
import { Framework } from '../frameworks/framework.entity.js';
import { AdministrativeUnit } from '../units/administrative-unit.entity.js';
import { SourceStatus } from '../vocabulary/source-status.js';

export const ReportingRound = defineEntity({
  name: 'ReportingRound',
  tableName: 'reporting_round',
  properties: {
    id: p.integer().primary().autoincrement(),
    framework: () => p.manyToOne(Framework).index(),
    unit: () => p.manyToOne(AdministrativeUnit),
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
    version: p.integer().version(),
    sourceStatus: p.enum(() => SourceStatus),
  },
  uniques: [{ properties: ['unit', 'code'] }],
  checks: [
    { name: 'reporting_round_dates', expression: 'opens_on <= due_on and due_on <= closes_on' },
  ],
  triggers: [...tellsChanges('reporting_round'), notesOrder('reporting_round', 'due_on')],
});
