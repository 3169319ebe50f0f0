import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  callRound,
  departmentOf,
  EXAMPLES,
  importFramework,
  newSchool,
  publishFramework,
  report,
  type Department,
} from './support/department.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

let hub: TestHub | undefined;
let department: Department;
beforeEach(async () => {
  await hub?.close();
  hub = await startHub({ now });
  department = await departmentOf(hub);
});
afterAll(() => hub?.close());

/** The example after a change, as a file. */
function changed(change: (file: any) => void): string {
  const file = JSON.parse(EXAMPLES.small);
  change(file);
  return JSON.stringify(file);
}

/** The same framework with another code. */
const called = (code: string, validFrom = '2026-01-01') =>
  changed((file) => {
    Object.assign(file, { code, validFrom });
    file.indicators[2].completedWhen.framework = code;
  });

const imported = (content = EXAMPLES.small, input: object = {}) =>
  importFramework(hub!, department.planner, { content, ...input });
const published = async (content = EXAMPLES.small) =>
  publishFramework(hub!, department.operator, (await imported(content)).draft);
const drafts = async (who = department.planner) =>
  (await hub!.data('{ frameworkDrafts { id code frameworkVersion version } }', {}, who))
    .frameworkDrafts;
const revision = async () => (await hub!.ask('{ __typename }')).extensions.data.revision;

describe('a file becomes a draft', () => {
  test('that says what it asks of whom; storing it again changes nothing', async () => {
    const before = await revision();
    const first = await imported();
    const again = await imported();

    expect([first.outcome, again.outcome]).toEqual(['CREATED', 'UNCHANGED']);
    expect(again.draft).toEqual(first.draft);
    expect(first.problems).toEqual([]);
    expect(first.outline.kinds[0]).toEqual({
      kind: 'PRIMARY_SCHOOL',
      criteria: 6,
      sections: [
        { code: '1', points: 100 },
        { code: '2', points: 60 },
      ],
    });
    expect(first.outline.indicators.at(-1)).toMatchObject({ code: 'example-level-2', isNew: true });
    // Nothing that is published has changed.
    expect(await revision()).toBe(before);
  });

  test('that a preview does not store', async () => {
    const preview = await imported(EXAMPLES.small, { dryRun: true });

    expect([preview.outcome, preview.draft]).toEqual(['CREATED', null]);
    expect(await drafts()).toEqual([]);
  });

  test('that another file of the same version replaces', async () => {
    const { draft } = await imported();
    const other = await imported(changed((file) => (file.name.vi = 'Tên khác')));

    expect(other.outcome).toBe('REPLACED');
    expect(other.draft).toEqual({ id: draft.id, version: 2 });
    expect(await drafts()).toHaveLength(1);
  });

  test('unless it has problems: all are told with their places, and nothing is stored', async () => {
    const wrong = await imported(
      changed((file) => {
        delete file.sections[1].gapReason;
        file.criteria[3].condition = true;
      }),
    );

    expect([wrong.outcome, wrong.draft]).toEqual([null, null]);
    expect(wrong.userErrors.map(({ code }: any) => code)).toEqual(['FRAMEWORK_REFUSED']);
    expect(wrong.problems.map(({ path, code }: any) => `${path} ${code}`)).toEqual([
      'sections.1.maximum FRAMEWORK_INVALID',
      'criteria.3 FRAMEWORK_INVALID',
    ]);
    expect(await drafts()).toEqual([]);
  });

  test('with what keeps it from being published told beside it', async () => {
    await published();
    const other = await imported(called('other'));

    expect(other.outcome).toBe('CREATED');
    expect(other.userErrors).toEqual([]);
    expect(other.problems.map(({ path, code }: any) => `${path} ${code}`)).toEqual(
      [0, 1, 2].map((index) => `indicators.${index} INDICATOR_DECIDED_TWICE`),
    );
    const refused = await publishFramework(hub!, department.operator, other.draft);
    expect(refused.framework).toBeNull();
    expect(refused.problems).toEqual(other.problems);
    expect(refused.userErrors.map(({ code }: any) => code)).toEqual(['FRAMEWORK_REFUSED']);
  });

  test('of the version that is published as it is nothing becomes, and of another one with its number neither', async () => {
    const { framework } = await published();
    const same = await imported();
    const other = await imported(changed((file) => (file.name.vi = 'Tên khác')));

    expect(same).toMatchObject({
      outcome: 'UNCHANGED',
      draft: null,
      framework: { id: framework.id },
    });
    expect(other).toMatchObject({ outcome: null, draft: null, framework: null });
    expect(other.problems.map(({ code }: any) => code)).toEqual(['FRAMEWORK_PUBLISHED']);
    expect(await drafts()).toEqual([]);
  });

  test('from a workbook as well, with problems by sheet, row and column', async () => {
    await imported();
    const answer = await hub!.server.inject({
      url: '/exports/framework-drafts/example-two-groups-1.xlsx',
      headers: department.planner,
    });
    const content = answer.rawPayload.toString('base64');

    const same = await imported(content, { fileName: 'bo-tieu-chi.xlsx' });
    expect(same.outcome).toBe('UNCHANGED');

    const broken = await imported(content.slice(0, 2000), { fileName: 'bo-tieu-chi.xlsx' });
    expect(broken.outcome).toBeNull();
    expect(broken.problems).toHaveLength(1);
  });
});

describe('a draft', () => {
  test('is seen by planners and operators, and by nobody else', async () => {
    const { draft } = await imported();
    const { reviewer, operator, planner } = department;
    const { school } = await newSchool(department, 'PRIMARY_SCHOOL');
    const found = async (who: Record<string, string>) => {
      const { node } = await hub!.data(
        'query ($id: ID!) { node(id: $id) { id } }',
        { id: draft.id },
        who,
      );
      return [(await drafts(who)).length, node !== null];
    };

    for (const who of [planner, operator]) expect(await found(who)).toEqual([1, true]);
    for (const who of [{}, reviewer, school]) expect(await found(who)).toEqual([0, false]);
    const file = (headers: Record<string, string>) =>
      hub!.server.inject({ url: '/exports/framework-drafts/example-two-groups-1.json', headers });
    expect((await file({})).statusCode).toBe(404);
    expect((await file(planner)).statusCode).toBe(200);
  });

  test('shows the form of each kind, and what it changes against the published version', async () => {
    await published();
    const { draft } = await imported(
      changed((file) => {
        Object.assign(file, { version: 2, validFrom: '2027-01-01' });
        file.criteria[5].points.maximum = 50;
        file.sections[1].maximum = 90;
        file.sections[1].gapReason = { vi: 'Còn thiếu', en: 'Lacking' };
      }),
    );
    const { node } = await hub!.data(
      `query ($id: ID!) { node(id: $id) { ... on FrameworkDraft {
        problems { path } canPublish name sourceStatus validFrom storedBy
        sections { code gapReason } primary: form(kind: PRIMARY_SCHOOL) { code }
        form(kind: UPPER_SECONDARY_SCHOOL) { code text section question { code answerKind options { name } } framework { id } }
        comparison { version changes { kind code before after } } } } }`,
      { id: draft.id },
      department.operator,
    );

    expect(node).toMatchObject({
      ...{ problems: [], canPublish: true, sourceStatus: 'ILLUSTRATIVE', validFrom: '2027-01-01' },
      storedBy: 'Người thử',
      comparison: {
        version: 1,
        changes: [
          {
            ...{ kind: 'POINTS_CHANGED', code: '2.2' },
            ...{ before: 'At most 60 points', after: 'At most 50 points' },
          },
          { kind: 'LEVELS_CHANGED', code: '2' },
        ],
      },
    });
    expect(node.primary).toHaveLength(6);
    expect(node.form).toHaveLength(7);
    expect(node.form[0].framework).toBeNull();
  });

  test('can be discarded, by whoever saw its last version', async () => {
    const { draft } = await imported();
    await imported(changed((file) => (file.name.vi = 'Tên khác')));
    const discard = async (version: number) => {
      const { frameworkDraftDiscard } = await hub!.data(
        `mutation ($input: FrameworkDraftDiscardInput!) { frameworkDraftDiscard(input: $input) {
          discarded userErrors { code } } }`,
        { input: { id: draft.id, version } },
        department.planner,
      );
      return frameworkDraftDiscard;
    };

    expect(await discard(1)).toEqual({ discarded: false, userErrors: [{ code: 'CONFLICT' }] });
    expect(await discard(2)).toEqual({ discarded: true, userErrors: [] });
    expect(await discard(2)).toEqual({ discarded: false, userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await drafts()).toEqual([]);
  });

  test('is published as it was seen, and is no draft any more', async () => {
    const { draft } = await imported();
    await imported(changed((file) => (file.name.vi = 'Tên khác')));

    const outdated = await publishFramework(hub!, department.operator, draft);
    expect(outdated.userErrors.map(({ code }: any) => code)).toEqual(['CONFLICT']);
    const done = await publishFramework(hub!, department.operator, { ...draft, version: 2 });
    expect(done).toMatchObject({
      ...{ framework: { code: 'example-two-groups', version: 1 }, problems: [], userErrors: [] },
    });
    expect(await drafts()).toEqual([]);
    const { frameworks } = await hub!.data('{ frameworks { id name comparison { version } } }');
    expect(frameworks).toEqual([
      { id: done.framework.id, name: 'Example of two groups', comparison: null },
    ]);
    const { auditEvents } = await hub!.data(
      '{ auditEvents(first: 3) { nodes { action subject { __typename } } } }',
      {},
      department.operator,
    );
    expect(auditEvents.nodes).toEqual([
      { action: 'frameworkPublish', subject: { __typename: 'Framework' } },
      { action: 'frameworkImport', subject: null },
      { action: 'frameworkImport', subject: null },
    ]);
  });

  test('asked twice with one key, is published once', async () => {
    const { draft } = await imported();
    const publish = async () => {
      const { frameworkPublish } = await hub!.data(
        `mutation ($input: FrameworkPublishInput!) { frameworkPublish(input: $input) {
          framework { id } userErrors { code } } }`,
        { input: { ...draft, idempotencyKey: 'một lần' } },
        department.operator,
      );
      return frameworkPublish;
    };

    const first = await publish();
    expect(await publish()).toEqual(first);
    expect(first.userErrors).toEqual([]);
  });
});

describe('a published framework', () => {
  const retire = async (id: string, lastDay: string) => {
    const { frameworkRetire } = await hub!.data(
      `mutation ($input: FrameworkRetireInput!) { frameworkRetire(input: $input) {
        framework { validTo canRetire } userErrors { code } } }`,
      { input: { id, lastDay } },
      department.operator,
    );
    return {
      ...frameworkRetire,
      userErrors: frameworkRetire.userErrors.map(({ code }: any) => code),
    };
  };

  test('ends on a last day from today on, and not later than it ends already', async () => {
    const { framework } = await published();

    expect((await retire(framework.id, '2026-11-22')).userErrors).toEqual(['DATE_OUT_OF_RANGE']);
    expect((await retire(framework.id, '2026-12-31')).framework).toEqual({
      ...{ validTo: '2026-12-31', canRetire: true },
    });
    expect((await retire(framework.id, '2027-01-01')).userErrors).toEqual(['DATE_OUT_OF_RANGE']);
    expect((await retire(framework.id, '2026-11-23')).framework.validTo).toBe('2026-11-23');
    // What follows may decide the same from the next day on.
    const other = (validFrom: string) => imported(called(`other${validFrom}`, validFrom));
    expect((await other('2026-11-23')).problems).toHaveLength(3);
    expect((await other('2026-11-24')).problems).toEqual([]);
  });

  test('does not end while a round asks it', async () => {
    const { framework } = await published();
    await callRound(department, [framework.id]);

    expect((await retire(framework.id, '2026-12-31')).userErrors).toEqual(['FRAMEWORK_IN_USE']);
  });

  test('does not begin before what is approved under its first version', async () => {
    const { framework } = await published();
    const round = await callRound(department, [framework.id]);
    const school = await newSchool(department, 'PRIMARY_SCHOOL');
    await report(department, school, round, [
      ...['online-teaching-plan', 'steering-team'].map((question) => ({ question, value: 1 })),
      { question: 'teachers-trained', value: 20, total: 40 },
      { question: 'digital-materials', value: 25 },
      { question: 'school-records', value: 2 },
    ]);
    const second = (validFrom: string) =>
      imported(changed((file) => Object.assign(file, { version: 2, validFrom })));

    expect((await second('2026-10-31')).problems.map(({ code }: any) => code)).toEqual([
      'FRAMEWORK_BEFORE_APPROVED',
    ]);
    expect((await second('2026-11-01')).problems).toEqual([]);
  });
});
