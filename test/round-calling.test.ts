import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit, signIn } from './support/people.js';

const TODAY = '2026-11-23';
const REFERENCE = '2026-06-30';

let hub: TestHub;
let province: string;
let framework: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date(`${TODAY}T02:00:00Z`) });
  province = await idOfUnit(hub, '68', TODAY);
  const { frameworks } = await hub.data('{ frameworks { id code } }');
  framework = frameworks.find(({ code }: any) => code === 'four-pillar').id;
  await publish(hub.em, (em, knownAt) =>
    importInstitutions(
      em,
      csv(
        'system,code,name,kind,levels,ownership,unit_code,opened_on,closed_on,located_from',
        'T,OPEN,Trường đang mở,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2010-09-05,,',
        'T,KINDER,Trường mầm non,PRESCHOOL,PRESCHOOL,PUBLIC,24611,2010-09-05,,',
        'T,LATER,Trường mở sau,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2026-09-05,,',
        'T,MOVED,Trường chuyển đến,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24664,2010-09-05,,',
        'T,MOVED,Trường chuyển đến,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2010-09-05,,2026-09-01',
        'T,ENDS,Trường sắp đóng,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2010-09-05,2026-12-31,',
      ),
      knownAt,
      { acceptLikelyDuplicates: true },
    ),
  );
});
afterAll(() => hub.close());

const PREVIEW = `query ($unit: ID!, $framework: ID!, $referenceDate: LocalDate!, $first: Int! = 100) {
  reportingRoundPreview(unit: $unit, framework: $framework, referenceDate: $referenceDate) {
    called notCalledCount
    kinds { kind reason institutions }
    notCalled(first: $first) { reason institution { code } } } }`;

async function preview(unit = province, referenceDate = REFERENCE) {
  const variables = { unit, framework, referenceDate };
  return (await hub.data(PREVIEW, variables)).reportingRoundPreview;
}

async function reasons(unit: string, referenceDate = REFERENCE): Promise<Record<string, string>> {
  const { notCalled } = await preview(unit, referenceDate);
  return Object.fromEntries(
    notCalled.map(({ reason, institution }: any) => [institution.code, reason]),
  );
}

test('before a round is called it is told who will not be, and why', async () => {
  const commune = await idOfUnit(hub, '24611', TODAY);

  expect(await reasons(commune)).toMatchObject({
    KINDER: 'KIND_NOT_ASKED',
    LATER: 'NOT_OPEN_YET',
    MOVED: 'ELSEWHERE',
  });
  expect(await reasons(commune)).not.toHaveProperty('OPEN');
  expect(await reasons(commune, '2027-01-31')).toMatchObject({ ENDS: 'CLOSED' });
  // A school whose commune is not known may be in each of them.
  expect(Object.values(await reasons(commune))).toContain('UNSETTLED');
});

test('whom the preview counts, the round calls, and nobody else', async () => {
  const { called, notCalledCount, kinds } = await preview();
  const planner = await signIn(hub, { role: 'PLANNER', unit: province }, 'Lan');
  const { reportingRoundCreate } = await hub.data(
    `mutation ($input: ReportingRoundCreateInput!) { reportingRoundCreate(input: $input) {
      userErrors { message } reportingRound { participations(first: 1) { totalCount } } } }`,
    {
      input: {
        ...{ unit: province, framework, code: 'CALLING', nameVi: 'Đợt thử', nameEn: 'A trial' },
        ...{ opensOn: TODAY, dueOn: '2026-12-20', closesOn: '2027-01-10' },
        referenceDate: REFERENCE,
      },
    },
    planner,
  );

  expect(reportingRoundCreate.userErrors).toEqual([]);
  expect(called).toBe(reportingRoundCreate.reportingRound.participations.totalCount);
  expect(called).toBeGreaterThan(300);
  const sum = (isCalled: boolean) =>
    kinds
      .filter(({ reason }: any) => (reason === null) === isCalled)
      .reduce((all: number, { institutions }: any) => all + institutions, 0);
  expect([sum(true), sum(false)]).toEqual([called, notCalledCount]);
});

test('of what nothing is called, and beyond a page, it says so', async () => {
  const unknown = await hub.data(PREVIEW, { unit: 'x', framework, referenceDate: REFERENCE });
  expect(unknown.reportingRoundPreview).toBe(null);
  const { errors } = await hub.ask(PREVIEW, {
    ...{ unit: province, framework, referenceDate: REFERENCE },
    first: 101,
  });
  expect(errors[0]!.extensions.code).toBe('INVALID_PAGE');
});
