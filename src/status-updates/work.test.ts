import { describe, expect, test } from '@jest/globals';
import type { Viewer, ViewerGrant } from '../auth/viewer.js';
import { asked, entryOf } from './asked-criterion.fixture.js';
import { pillarFramework } from '../frameworks/pillar-framework.fixture.js';
import { criterionRows } from '../frameworks/criterion-row.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { Entry, Work, WorkRevision } from './work.queries.js';
import { askedIn } from './asked-criterion.js';
import { criteriaFor, decisiveAnswer, mayAct, scoresOf, standingOf } from './work.js';
import type { Action } from './workflow.js';

const criterion = (id: number, kinds: InstitutionKind[] = ['COLLEGE']) =>
  asked({ id, code: `G${id}`, kinds });
const entry = entryOf;
const revision = (changes: Partial<WorkRevision> = {}): WorkRevision => ({
  id: 5,
  number: 1,
  submittedAt: null,
  submittedBy: null,
  note: null,
  decision: null,
  entries: [],
  evidence: [],
  ...changes,
});
const work = (changes: Partial<Work> = {}): Work => ({
  institutionId: 7,
  round: {
    id: 3,
    opensOn: '2026-10-24',
    dueOn: '2026-12-24',
    closesOn: '2027-01-07',
    closedAt: null,
    returnDays: 14,
    referenceDate: '2026-10-24',
  },
  exception: null,
  returnedUntil: null,
  frameworks: [],
  criteria: [criterion(1), criterion(2), criterion(3, ['PRIMARY_SCHOOL'])],
  kind: 'COLLEGE',
  place: {
    institutionId: 7,
    kind: 'COLLEGE',
    name: 'Mẫu',
    sortName: 'mau',
    unitPath: [1, 11],
    unitId: 11,
  },
  updateId: null,
  state: null,
  version: 0,
  approved: false,
  claim: null,
  revision: null,
  ...changes,
});
const viewer = (accountId: number, ...grants: Partial<ViewerGrant>[]): Viewer => ({
  accountId,
  name: 'Cô Hoa',
  email: null,
  signInName: null,
  family: null,
  passwordChangeRequired: false,
  secondFactorRequired: false,
  granted: [],
  grants: grants.map((grant, id) => ({
    id,
    role: '',
    unitId: null,
    unitIds: [],
    institutionId: null,
    kinds: null,
    validFrom: null,
    validTo: null,
    ...grant,
  })),
});

describe('where work stands', () => {
  const TODAY = '2026-11-23';

  test('before it has begun', () => {
    expect(standingOf(work(), viewer(1), TODAY)).toEqual({
      phase: 'OPEN',
      called: true,
      state: null,
      hasDraft: false,
      ownSubmission: false,
    });
  });

  test('of an institution that the round does not call, in a round that is over', () => {
    expect(standingOf(work({ kind: null }), null, '2027-02-01')).toMatchObject({
      phase: 'CLOSED',
      called: false,
    });
  });

  test('with a draft, until that is handed in', () => {
    const draft = revision();
    const handedIn = revision({ submittedAt: '2026-11-01', submittedBy: 1 });
    const has = (newest: WorkRevision) =>
      standingOf(work({ revision: newest }), viewer(1), TODAY).hasDraft;

    expect(has(draft)).toBe(true);
    expect(has(handedIn)).toBe(false);
  });

  test.each<[string, number | null, Viewer | null, boolean]>([
    ['the viewer', 1, viewer(1), true],
    ['somebody else', 2, viewer(1), false],
    ['nobody known, such as on paper', null, viewer(1), false],
    ['nobody known, for nobody known', null, null, false],
  ])('as handed in by %s', (_who, submittedBy, asking, own) => {
    const handedIn = work({ revision: revision({ submittedAt: '2026-11-01', submittedBy }) });

    expect(standingOf(handedIn, asking, TODAY).ownSubmission).toBe(own);
  });
});

test('the institution’s administrator reports, the reviewer decides, and nobody else does either', () => {
  const actions: Action[] = [
    'save',
    'submit',
    'withdraw',
    'reopen',
    'return',
    'approve',
    'correct',
  ];
  const { place } = work();
  const may = (asking: Viewer | null) => actions.filter((action) => mayAct(action, asking, place));

  expect(may(viewer(1, { role: 'SCHOOL_ADMIN', institutionId: 7 }))).toEqual([
    'save',
    'submit',
    'withdraw',
    'reopen',
  ]);
  expect(may(viewer(1, { role: 'REVIEWER', unitIds: [1] }))).toEqual([
    'return',
    'approve',
    'correct',
  ]);
  expect(may(viewer(1, { role: 'SCHOOL_ADMIN', institutionId: 8 }))).toEqual([]);
  expect(may(viewer(1, { role: 'REVIEWER', unitIds: [1], kinds: ['PRIMARY_SCHOOL'] }))).toEqual([]);
  expect(may(viewer(1, { role: 'PLANNER', unitIds: [1] }, { role: 'OPERATOR' }))).toEqual([]);
  expect(may(null)).toEqual([]);
});

test('the questions are those for what the institution was on the reference date', () => {
  const codes = (kind: Work['kind']) => criteriaFor(work({ kind })).map(({ code }) => code);

  expect(codes('COLLEGE')).toEqual(['G1', 'G2']);
  expect(codes('PRIMARY_SCHOOL')).toEqual(['G3']);
  expect(codes(null)).toEqual([]);
});

test.each<[string, Partial<Entry>, ReturnType<typeof decisiveAnswer>]>([
  ['its own value', { selfValue: 3, selfTotal: 4 }, { value: 3, total: 4 }],
  ['a no', { selfValue: 0 }, { value: 0 }],
  ['nothing, without a value', { selfTotal: 4 }, undefined],
  [
    'the reviewer’s value with the reviewer’s total',
    { selfValue: 3, selfTotal: 4, appraisedValue: 0, appraisedTotal: 9 },
    { value: 0, total: 9 },
  ],
  ['an option', { selfChoice: 'own' }, { choice: 'own' }],
  ['a text', { selfText: 'Moodle' }, { text: 'Moodle' }],
  ['that it does not apply', { doesNotApply: 'không thu phí' }, { doesNotApply: true }],
  ['the reviewer’s option', { selfChoice: 'own', appraisedChoice: 'none' }, { choice: 'none' }],
  [
    'the reviewer’s value of what was said not to apply',
    { doesNotApply: 'không', appraisedValue: 1 },
    { value: 1 },
  ],
  ['the reviewer’s where there was none', { appraisedValue: 1 }, { value: 1 }],
])('what counts of an entry is %s', (_what, changes, answer) => {
  expect(decisiveAnswer(entry(1, changes))).toEqual(answer);
});

describe('the scores of entries', () => {
  const questions = [1, 2].map((id) => ({
    pillar: 'DIGITAL_GOVERNANCE' as const,
    code: `G${id}`,
    answerKind: 'YES_NO' as const,
    kinds: ['COLLEGE' as const],
  }));
  const scored = (thresholdPercent = 80): Partial<Work> => {
    const head = { code: 'test', validFrom: '2026-01-01', thresholdPercent };
    const definition = pillarFramework(head, questions);
    const stored = [1, 2].map((id) => ({ id, questionId: id, code: `G${id}` }));
    const criteria = criterionRows(1, definition, stored);
    return { frameworks: [{ id: 1, definition, criteria }], criteria: askedIn([criteria]) };
  };

  test('count what decides, for the questions that are asked', () => {
    const entries = [
      entry(1, { selfValue: 1, appraisedValue: 0, appraisalReason: 'chưa ký' }),
      entry(2, { selfValue: 1 }),
      entry(3, { selfValue: 1 }),
    ];

    expect(scoresOf(work(scored()), entries).indicators).toEqual([
      { indicator: 'DIGITAL_GOVERNANCE', stage: 'IN_PROGRESS', points: 10, maxPoints: 20 },
    ]);
  });

  test('are complete at the framework’s threshold', () => {
    const stage = (thresholdPercent: number) =>
      scoresOf(work(scored(thresholdPercent)), [entry(1, { selfValue: 1 })]).indicators[0]!.stage;

    expect(stage(50)).toBe('COMPLETED');
    expect(stage(51)).toBe('IN_PROGRESS');
  });

  test('are none where the round does not call', () => {
    const scores = scoresOf(work({ ...scored(), kind: null }), [entry(1, { selfValue: 1 })]);

    expect(scores).toEqual({ indicators: [], frameworks: [], points: new Map() });
  });
});
