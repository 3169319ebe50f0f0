import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { Institution } from '../institutions/institution.entity.js';
import { ReportingRound } from '../rounds/reporting-round.entity.js';
import { ExceptionKind } from '../vocabulary/round.enums.js';

/**
 * A later day, a reopening or an excuse of one institution in one round. A row is never edited: the
 * next exception supersedes it, and so does taking it back.
 */
export const ParticipationException = defineEntity({
  name: 'ParticipationException',
  tableName: 'participation_exception',
  properties: {
    id: p.integer().primary().autoincrement(),
    round: () => p.manyToOne(ReportingRound).deleteRule('restrict'),
    institution: () => p.manyToOne(Institution).index().deleteRule('restrict'),
    kind: p.enum(() => ExceptionKind),
    dueOn: p.date().nullable(),
    closesOn: p.date().nullable(),
    reason: p.text(),
    recordedBy: () => p.manyToOne(Account).deleteRule('restrict'),
    recordedAt: p.datetime(3),
    supersededAt: p.datetime(3).nullable(),
  },
  checks: [
    {
      name: 'participation_exception_days',
      expression: `(kind = 'EXCUSED') = (closes_on is null) and (closes_on is null) = (due_on is null) and (due_on is null or due_on <= closes_on)`,
    },
  ],
  indexes: [
    {
      name: 'participation_exception_holds',
      expression:
        'create unique index participation_exception_holds on participation_exception (round_id, institution_id) where superseded_at is null',
    },
  ],
  triggers: [
    {
      name: 'superseded_only',
      timing: 'before',
      events: ['update', 'delete'],
      body: `if tg_op = 'DELETE' or old.superseded_at is not null
        or to_jsonb(old) - 'superseded_at' <> to_jsonb(new) - 'superseded_at' then
        raise exception 'an exception is never edited: supersede it' using errcode = 'restrict_violation';
      end if;
      return new;`,
    },
  ],
});
