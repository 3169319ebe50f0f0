import fc from 'fast-check';
import { fromGlobalId, toGlobalId } from '../../src/graphql/node.js';
import {
  StatusUpdateApproveDocument,
  StatusUpdateApproveManyDocument,
  StatusUpdateCorrectDocument,
  StatusUpdateReopenDocument,
  StatusUpdateReturnDocument,
  StatusUpdateSaveDocument,
  StatusUpdateSubmitDocument,
  StatusUpdateTakeBackDocument,
  StatusUpdateWithdrawDocument,
} from '../../clients/typescript/src/generated/graphql.js';
import type { TestHub } from './hub.js';
import { idOfInstitution, signIn, type Headers } from './people.js';
import { castOf } from './reporting.js';

const DOCUMENTS = {
  save: StatusUpdateSaveDocument,
  submit: StatusUpdateSubmitDocument,
  withdraw: StatusUpdateWithdrawDocument,
  reopen: StatusUpdateReopenDocument,
  return: StatusUpdateReturnDocument,
  approve: StatusUpdateApproveDocument,
  correct: StatusUpdateCorrectDocument,
  takeBack: StatusUpdateTakeBackDocument,
  approveMany: StatusUpdateApproveManyDocument,
};
export type Action = keyof typeof DOCUMENTS;
export const ACTIONS = Object.keys(DOCUMENTS) as Action[];

const PEOPLE = ['school', 'reviewer', 'planner', 'otherSchool', 'otherReviewer', 'nobody'] as const;
type Person = (typeof PEOPLE)[number];

/** One institution in one round. */
interface Slot {
  institution: number;
  round: number;
}

/** The people and the work that stories are about. */
export interface Stage {
  people: Record<Person, Headers>;
  slots: Slot[];
}

/** One step of a story. What fits the state of the work is taken where `action` is null. */
export interface Move {
  slot: number;
  action: Action | null;
  /** Whoever it is for where null. */
  who: Person | null;
  /** How far the version is from the present one. */
  off: number;
  /** Chooses among the ways on, and among values. */
  seed: number;
}

export const story: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    slot: fc.nat({ max: 6 }),
    action: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...ACTIONS) },
    ),
    who: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
    ),
    off: fc.oneof(
      { weight: 9, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constantFrom(-1, 1) },
    ),
    seed: fc.nat({ max: 9999 }),
  }),
  { minLength: 8, maxLength: 20, size: 'max' },
);

/** Signs everybody in, and opens a second round with a later reference date. */
export async function setStage(hub: TestHub): Promise<Stage> {
  const { province, round, institution, reviewer, planner } = await castOf(hub);
  const em = hub.em.fork();
  const [second] = await em.execute<{ id: number }[]>(
    `with second as (
       insert into reporting_round (unit_id, code, name_vi, name_en, opens_on, due_on,
         reference_date, closes_on, source_status)
       select unit_id, 'second', name_vi, name_en, '2026-11-01', due_on, '2026-11-15',
         closes_on, source_status from reporting_round where code = '2026-11' returning id
     )
     insert into reporting_round_framework (round_id, framework_id, position)
     select second.id, framework_id, position from second, reporting_round_framework as asked
     join reporting_round as first on first.id = asked.round_id where first.code = '2026-11'
     returning round_id as id`,
  );
  const [open, begun] = [
    fromGlobalId('ReportingRound', round)!,
    fromGlobalId('Institution', institution)!,
  ];
  const inWork = await em.execute<{ institution: number }[]>(
    `select min(institution_id) as institution from status_update
     where round_id = ? and state in ('SUBMITTED', 'RETURNED', 'APPROVED') group by state`,
    [open],
  );
  const college = fromGlobalId('Institution', await idOfInstitution(hub, 'DN-CD-01'))!;
  const institutions = [begun, college, ...inWork.map((each) => each.institution)];
  const slots = [
    ...institutions.map((each) => ({ institution: each, round: open })),
    ...[begun, inWork[0]!.institution].map((each) => ({ institution: each, round: second!.id })),
  ];
  const school = await signIn(
    hub,
    institutions.map((each) => ({
      role: 'SCHOOL_ADMIN' as const,
      institution: toGlobalId('Institution', each),
    })),
  );
  const other = await idOfInstitution(hub, 'DN-THPT-02');
  const otherSchool = await signIn(hub, { role: 'SCHOOL_ADMIN', institution: other });
  const otherReviewer = await signIn(hub, {
    role: 'REVIEWER',
    unit: province,
    kinds: ['CONTINUING_EDUCATION_CENTRE'],
  });
  return {
    slots,
    people: { school, reviewer, planner, otherSchool, otherReviewer, nobody: {} },
  };
}

/** What is stored of the work in a slot. */
interface Present {
  id: number;
  version: number;
  state: string | null;
  hasDraft: boolean;
}

async function presentOf(hub: TestHub, { institution, round }: Slot): Promise<Present> {
  const [row] = await hub.em.fork().execute<Present[]>(
    `select id, version, state, exists (select from status_update_revision
       where update_id = status_update.id and submitted_at is null) as "hasDraft"
     from status_update where institution_id = ? and round_id = ?`,
    [institution, round],
  );
  return row ?? { id: 0, version: 0, state: null, hasDraft: false };
}

/** What came of a move: the updates that it changed, with their versions before and after. */
export interface Result {
  action: Action;
  /** Whether the action is this person's to take at all. */
  allowed: boolean;
  changed: { id: string; before: number; after: number }[];
  codes: string[];
}

/** Makes one move through the graph. */
export async function perform(hub: TestHub, stage: Stage, move: Move): Promise<Result> {
  const slot = stage.slots[move.slot]!;
  const present = await presentOf(hub, slot);
  const action = move.action ?? fitting(present, move.seed);
  const reports = ['save', 'submit', 'withdraw', 'reopen'].includes(action);
  const owner = reports ? 'school' : 'reviewer';
  const who = move.who ?? owner;
  const asked = await askedOf(hub, slot);
  const many =
    action === 'approveMany'
      ? await Promise.all(stage.slots.map((each) => presentOf(hub, each)))
      : [present];
  const input = inputOf(action, slot, present, many, move, asked);
  const { data, errors } = await hub.ask(
    DOCUMENTS[action].toString(),
    { input },
    stage.people[who],
  );
  const payload = data && Object.values<any>(data)[0];
  const results = payload?.results ?? (payload ? [payload] : []);
  const changed = results.flatMap(({ statusUpdate }: any) => statusUpdate ?? []);
  // What is handed in needs evidence, which comes in beside.
  if (action === 'save' && changed.length > 0) await addEvidence(hub, changed[0].id);
  return {
    action,
    allowed: who === owner,
    changed: changed.map(({ id, version }: any) => ({
      id,
      before: many.find((each) => toGlobalId('StatusUpdate', each.id) === id)?.version ?? 0,
      after: version,
    })),
    codes: [
      ...errors.map(({ extensions }) => extensions.code),
      ...results.flatMap(({ userErrors }: any) => userErrors.map(({ code }: any) => code)),
      ...(payload?.userErrors ?? []).map(({ code }: any) => code),
    ],
  };
}

/** A way on from where the work is. */
function fitting({ state, hasDraft }: Present, seed: number): Action {
  const choose = (...actions: Action[]) => actions[seed % actions.length]!;
  if (state === 'SUBMITTED') return choose('approve', 'return', 'approveMany', 'withdraw');
  if (state === 'APPROVED') return choose('reopen', 'correct', 'takeBack');
  return hasDraft ? choose('submit', 'submit', 'save') : 'save';
}

/** A question as answers are made up for it. */
interface Asked {
  code: string;
  answerKind: string;
  levels: number | null;
}

async function askedOf(hub: TestHub, { institution, round }: Slot): Promise<Asked[]> {
  return hub.em.fork().execute<Asked[]>(
    `select criterion.code, form -> 'answer' ->> 'kind' as "answerKind",
       jsonb_array_length(form -> 'answer' -> 'levels') - 1 as levels
     from criterion join question on question.id = criterion.question_id
     join reporting_round_framework as round on round.framework_id = criterion.framework_id
     join institution_period as period on period.institution_id = ? and period.superseded_at is null
       and period.valid_to is null and period.kind = any(criterion.kinds)
     where round.round_id = ? order by criterion.position`,
    [institution, round],
  );
}

function inputOf(
  action: Action,
  slot: Slot,
  present: Present,
  many: Present[],
  { off, seed }: Move,
  asked: Asked[],
): object {
  const version = present.version + off;
  const base = { id: toGlobalId('StatusUpdate', present.id), version };
  const answer = ({ code, answerKind, levels }: Asked, index: number) => {
    // Mostly the best, so that pillars get complete and incomplete.
    const digit = (seed * 7919 + index * 104_729) % 10;
    if (answerKind === 'SHARE')
      return { criterion: code, value: digit < 8 ? 10 : digit, total: 10 };
    return { criterion: code, value: digit < 8 ? (levels ?? 1) : 0 };
  };
  const some = asked.filter((_, index) => (seed + index) % 9 === 0);
  const changes = some.map((each, index) => ({ ...answer(each, index), reason: 'Thấy khác.' }));
  switch (action) {
    case 'save':
      return {
        institution: toGlobalId('Institution', slot.institution),
        round: toGlobalId('ReportingRound', slot.round),
        version: version === 0 ? null : version,
        answers: seed % 5 === 0 ? some.map(answer) : asked.map(answer),
      };
    case 'submit':
    case 'withdraw':
      return base;
    case 'takeBack':
      return { ...base, reason: 'Duyệt nhầm.' };
    case 'reopen':
      return { ...base, reason: 'Bổ sung.' };
    case 'return':
      return { ...base, reasons: some.map(({ code }) => ({ criterion: code, reason: 'Sửa.' })) };
    case 'approve':
      return { ...base, changes: seed % 2 === 0 ? changes : [] };
    case 'correct':
      return { ...base, changes, reason: 'Kiểm tra.' };
    case 'approveMany':
      return {
        updates: many.map((each) => ({
          id: toGlobalId('StatusUpdate', each.id),
          version: each.version + off,
        })),
      };
  }
}

async function addEvidence(hub: TestHub, updateId: string): Promise<void> {
  await hub.em.fork().execute(
    `insert into evidence (revision_id, criterion_id, name, url, added_by_id, added_at)
     select revision.id, criterion.id, 'Minh chứng', 'https://example.edu.vn/minh-chung',
       (select min(id) from account), now()
     from status_update_revision as revision
     join status_update on status_update.id = revision.update_id
     join reporting_round_framework as round on round.round_id = status_update.round_id
     join framework on framework.id = round.framework_id
     cross join lateral jsonb_array_elements(definition -> 'criteria') as asked
     join criterion on criterion.framework_id = framework.id
       and criterion.code = asked ->> 'code' and asked ->> 'evidence' = 'REQUIRED'
     where revision.update_id = ? and revision.submitted_at is null and not exists (
       select from evidence where revision_id = revision.id and criterion_id = criterion.id)`,
    [fromGlobalId('StatusUpdate', updateId)],
  );
}
