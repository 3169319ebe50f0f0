import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { StatusUpdateImportDocument } from '../clients/typescript/src/generated/graphql.js';
import { startHub, type TestHub } from './support/hub.js';
import { signIn, type Headers } from './support/people.js';
import { addEvidence, castOf, now, save, type Cast } from './support/reporting.js';
import { downloadedForm, type ReportFormBook } from './support/report-form.js';

let hub: TestHub;
let cast: Cast;
beforeEach(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
});
afterEach(() => hub.close());

const form = (who: Headers = cast.school, { institution, round } = cast) =>
  downloadedForm(hub, who, { institution, round });

interface Sent {
  dryRun?: boolean;
  submit?: boolean;
  version?: number | null;
  institution?: string;
  round?: string;
}

async function bring(book: ReportFormBook, who: Headers = cast.school, sent: Sent = {}) {
  const content = await book.content();
  const data = await hub.data<any>(
    StatusUpdateImportDocument.toString(),
    { input: { content, ...sent } },
    { 'accept-language': 'en', ...who },
  );
  return data.statusUpdateImport;
}

/** Looks, and then saves what was looked at. */
async function bringIn(book: ReportFormBook, who: Headers = cast.school, sent: Sent = {}) {
  const { version } = await bring(book, who);
  return bring(book, who, { version, dryRun: false, ...sent });
}

const changed = ({ answers }: any) =>
  Object.fromEntries(
    answers.map(({ criterion, before, after }: any) => [criterion.code, [before, after]]),
  );

const NONE = {
  value: null,
  total: null,
  choice: null,
  text: null,
  doesNotApply: null,
  comment: null,
};

async function stored(code: string, who: Headers = cast.school) {
  const { statusUpdates } = await hub.data<any>(
    `query ($institution: ID!, $round: ID!) {
      statusUpdates(filter: { institution: $institution, round: $round }, first: 1) { nodes {
        state version newestRevision { submittedBy entries {
          criterion { code } selfValue selfTotal comment prefilled } } } } }`,
    { institution: cast.institution, round: cast.round },
    who,
  );
  const [update] = statusUpdates.nodes;
  const entries = update?.newestRevision?.entries ?? [];
  return { update, entry: entries.find(({ criterion }: any) => criterion.code === code) };
}

/** Fills in every answer of the school, so that it can be handed in. */
function fillAll(book: ReportFormBook): void {
  for (const row of book.rows(book.name).slice(2)) {
    const [number, , , , kind] = row;
    if (typeof number !== 'string') continue;
    if (String(kind).startsWith('Yes')) book.fill(number, { answer: 'Yes' });
    else if (String(kind).startsWith('A part')) book.fill(number, { answer: 38, total: 40 });
    else if (String(kind).startsWith('One of the levels')) book.fill(number, { answer: 3 });
  }
}

describe('a form that was filled in', () => {
  test('is shown answer by answer, old and new, before anything is saved', async () => {
    const book = await form();
    book.fill('G1', { answer: 'Yes', comment: 'Quyết định 12' });
    book.fill('G4', { answer: 0, total: 40 });

    const looked = await bring(book);

    expect(looked).toMatchObject({
      userErrors: [],
      problems: [],
      version: null,
      statusUpdate: null,
    });
    expect(changed(looked)).toMatchObject({
      G1: [expect.anything(), { ...NONE, value: 1, comment: 'Quyết định 12' }],
      G4: [expect.anything(), { ...NONE, value: 0, total: 40 }],
    });
    expect(looked.submissionProblems.length).toBeGreaterThan(0);
    expect((await stored('G1')).update).toBeUndefined();
  });

  test('is saved as a draft, as the page of the report would', async () => {
    const book = await form();
    book.fill('G4', { answer: 0, total: 40, comment: 'chưa có ai' });

    const { statusUpdate, userErrors } = await bringIn(book);

    expect([statusUpdate.state, userErrors]).toEqual(['DRAFT', []]);
    expect((await stored('G4')).entry).toMatchObject({
      selfValue: 0,
      selfTotal: 40,
      comment: 'chưa có ai',
      prefilled: false,
    });
  });

  test('changes nothing when nothing was filled in, and makes no version', async () => {
    await save(hub, cast.school, {
      institution: cast.institution,
      round: cast.round,
      answers: [{ criterion: 'G4', value: 3, total: 40 }],
    });
    const { update } = await stored('G4');

    const { answers, userErrors } = await bringIn(await form());

    expect([answers, userErrors]).toEqual([[], []]);
    expect((await stored('G4')).update.version).toBe(update.version);
  });

  test('tells an emptied cell from a zero and from one that was left as it was', async () => {
    await save(hub, cast.school, {
      institution: cast.institution,
      round: cast.round,
      answers: ['G4', 'O2', 'O6'].map((criterion) => ({ criterion, value: 3, total: 40 })),
    });
    const book = await form();
    book.fill('G4', { answer: null, total: null });
    book.fill('O2', { answer: 0 });

    const looked = await bring(book);

    expect(changed(looked)).toEqual({
      G4: [{ ...NONE, value: 3, total: 40 }, NONE],
      O2: [
        { ...NONE, value: 3, total: 40 },
        { ...NONE, value: 0, total: 40 },
      ],
    });
  });

  test('is handed in at once, by the school, and the trail says both', async () => {
    const book = await form();
    fillAll(book);
    const begun = await bringIn(book);
    await addEvidence(hub, begun.statusUpdate.id);

    const again = await form();
    again.fill('G4', { answer: 40 });
    const { statusUpdate, userErrors } = await bringIn(again, cast.school, { submit: true });

    expect(userErrors).toEqual([]);
    expect(statusUpdate.state).toBe('SUBMITTED');
    const told = await hub.em
      .fork()
      .execute<{ action: string }[]>(
        `select action from audit_event where subject_type = 'StatusUpdate' order by id desc limit 3`,
      );
    expect(told.map(({ action }) => action)).toEqual([
      'statusUpdateSubmit',
      'statusUpdateImport',
      'statusUpdateImport',
    ]);
  });

  test('is not saved at all when it is to be handed in and something is missing', async () => {
    const book = await form();
    book.fill('G4', { answer: 1, total: 40 });

    const { statusUpdate, userErrors } = await bringIn(book, cast.school, { submit: true });

    expect(statusUpdate).toBeNull();
    expect(userErrors.map(({ code }: any) => code)).toContain('EVIDENCE_MISSING');
    expect((await stored('G4')).update).toBeUndefined();
  });
});

describe('who brings a form', () => {
  test('the department does for a school, and may then not approve it', async () => {
    const book = await form(cast.planner);
    book.fill('G4', { answer: 7, total: 40 });

    const { statusUpdate, userErrors } = await bringIn(book, cast.planner);

    expect([statusUpdate.state, userErrors]).toEqual(['DRAFT', []]);
    expect((await stored('G4')).entry).toMatchObject({ selfValue: 7, selfTotal: 40 });
  });

  test('nobody else does', async () => {
    const book = await form();
    const other = await castOf(hub, 'DN-THPT-02');
    const content = await book.content();
    const codeFor = async (who: Headers) => {
      const { errors } = await hub.ask(
        StatusUpdateImportDocument.toString(),
        { input: { content } },
        who,
      );
      return errors[0]?.extensions.code;
    };

    expect(await codeFor({})).toBe('UNAUTHENTICATED');
    expect(await codeFor(other.school)).toBe('FORBIDDEN');
    expect(await codeFor(cast.reviewer)).toBe('FORBIDDEN');
    expect(await codeFor(await signIn(hub, { role: 'OPERATOR' }))).toBe('FORBIDDEN');
  });

  test('the draft of a school is not shown to its department, and kept where the form was not touched', async () => {
    const book = await form(cast.planner);
    await save(hub, cast.school, {
      institution: cast.institution,
      round: cast.round,
      answers: [
        { criterion: 'G4', value: 3, total: 40 },
        { criterion: 'O2', value: 4, total: 40 },
      ],
    });
    book.fill('G4', { answer: 9, total: 40 });

    const looked = await bring(book, cast.planner);
    expect(looked.answers).toHaveLength(1);
    expect(looked.answers[0]).toMatchObject({ changedMeanwhile: true, after: { value: 9 } });
    expect(looked.answers[0].before).not.toMatchObject({ value: 3, total: 40 });

    await bringIn(book, cast.planner);
    expect((await stored('O2')).entry).toMatchObject({ selfValue: 4 });
  });
});

describe('a form and work that goes on in the hub', () => {
  test('what was answered online meanwhile stays, and where both changed it is told', async () => {
    const { institution, round } = cast;
    const book = await form();
    await save(hub, cast.school, {
      institution,
      round,
      answers: [
        { criterion: 'G4', value: 11, total: 40 },
        { criterion: 'O2', value: 12, total: 40 },
      ],
    });
    book.fill('G4', { answer: 21, total: 40 });

    const looked = await bring(book);

    expect(looked.answers).toMatchObject([
      {
        criterion: { code: 'G4' },
        before: { value: 11 },
        after: { value: 21 },
        changedMeanwhile: true,
      },
    ]);
    await bringIn(book);
    expect((await stored('O2')).entry).toMatchObject({ selfValue: 12 });
  });

  test('is refused when the report changed between the look and the saving', async () => {
    const { institution, round } = cast;
    const book = await form();
    book.fill('G4', { answer: 21, total: 40 });
    const { version } = await bring(book);
    await save(hub, cast.school, { institution, round, answers: [] });

    const { userErrors, statusUpdate } = await bring(book, cast.school, { version, dryRun: false });

    expect([userErrors[0].code, statusUpdate]).toEqual(['CONFLICT', null]);
  });

  test('is refused where the report cannot be written: in review, closed, withdrawn', async () => {
    const book = await form();
    book.fill('G4', { answer: 21, total: 40 });
    const codes = async () => (await bring(book)).userErrors.map(({ code }: any) => code);
    await save(hub, cast.school, { institution: cast.institution, round: cast.round, answers: [] });
    const set = (statement: string) => hub.em.fork().execute(statement);
    await set(`update status_update set state = 'SUBMITTED'
      where institution_id = (select id from institution where code = 'DN-THPT-01')`);
    expect(await codes()).toEqual(['IN_REVIEW']);
    await set(`update status_update set state = 'DRAFT'`);
    await set(`update reporting_round set closed_at = now()`);
    expect(await codes()).toEqual(['CLOSED']);
    await set(`update reporting_round set withdrawn_at = now(), withdrawal_reason = 'Nhầm'`);
    expect(await codes()).toEqual(['ROUND_WITHDRAWN']);
  });
});

describe('a form with faults', () => {
  test('tells all of them at once, each with sheet, cell and what to do, and saves nothing', async () => {
    const book = await form();
    book.fill('G1', { answer: 'Có lẽ' });
    book.fill('G3', { answer: 99 });
    book.fill('G4', { answer: '1.234', total: '1,234' });
    book.fill('O2', { answer: 41, total: 40 });
    book.fill('O6', { answer: 0.95, total: 40 });
    book.fill('D1', { answer: new Date('2026-03-05T00:00:00Z'), total: 40 });
    book.fill('O4', { reason: 'không có' });
    book.put(book.name, book.cell('D2', 'answer'), { formula: 'SUM(A1:A2)', value: 3 });

    const { problems, userErrors, statusUpdate } = await bring(book, cast.school, {
      dryRun: false,
    });

    expect(statusUpdate).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'FORM_REFUSED' }]);
    expect(
      Object.fromEntries(problems.map(({ row, column, code }: any) => [`${column}${row}`, code])),
    ).toEqual({
      [book.cell('G1', 'answer')]: 'CHOICE_UNKNOWN',
      [book.cell('G3', 'answer')]: 'CHOICE_UNKNOWN',
      [book.cell('G4', 'answer')]: 'NOT_WHOLE',
      [book.cell('G4', 'total')]: 'NOT_WHOLE',
      [book.cell('O2', 'answer')]: 'SHARE_ABOVE_TOTAL',
      [book.cell('O6', 'answer')]: 'NOT_WHOLE',
      [book.cell('D1', 'answer')]: 'CELL_DATE',
      [book.cell('O4', 'reason')]: 'REASON_UNEXPECTED',
      [book.cell('D2', 'answer')]: 'CELL_FORMULA',
    });
    for (const { sheet, message } of problems) {
      expect(sheet).toBe('Report');
      expect(message.length).toBeGreaterThan(20);
    }
  });

  test('is read by its codes: sorted rows are the same, edited, doubled and deleted ones are told', async () => {
    const book = await form();
    book.fill('G4', { answer: 1, total: 40 });
    const rows = book.rows(book.name);
    rows.push(...rows.splice(3, 4).reverse());
    expect((await bring(book)).answers).toHaveLength(1);

    book.fill('G2', { question: 'G-2' });
    const [, codeOfO1 = null] = rows.find(([number]) => number === 'O1') ?? [];
    book.fill('O4', { question: codeOfO1 });
    const { problems } = await bring(book);

    expect(problems.map(({ code }: any) => code).sort()).toEqual([
      'QUESTION_ROW_MISSING',
      'QUESTION_ROW_MISSING',
      'QUESTION_TWICE',
      'QUESTION_UNKNOWN',
    ]);
  });

  test('of another school, round or edition says so; so does a file that is no form', async () => {
    const book = await form();
    const other = await castOf(hub, 'DN-THPT-02');
    const code = async (sent: Sent) => (await bring(book, cast.school, sent)).userErrors[0]?.code;

    expect(await code({ institution: other.institution })).toBe('FORM_OF_OTHER_INSTITUTION');
    const { reportingRounds } = await hub.data('{ reportingRounds(first: 5) { nodes { id } } }');
    const elsewhere = reportingRounds.nodes.find(({ id }: any) => id !== cast.round).id;
    expect(await code({ round: elsewhere })).toBe('FORM_OF_OTHER_ROUND');

    const identity = book.rows('edu-dx-hub');
    const edition = identity.findIndex(([name]) => name === 'frameworks');
    identity[edition] = ['frameworks', 'four-pillar 99'];
    expect(await code({})).toBe('FORM_OUTDATED');
    book.sheets = book.sheets.filter(({ name }) => name !== 'edu-dx-hub');
    expect(await code({})).toBe('FORM_UNREADABLE');

    const { userErrors } = (
      await hub.data<any>(
        StatusUpdateImportDocument.toString(),
        { input: { content: Buffer.from('no workbook').toString('base64') } },
        cast.school,
      )
    ).statusUpdateImport;
    expect(userErrors[0].code).toBe('FORM_UNREADABLE');
  });
});
