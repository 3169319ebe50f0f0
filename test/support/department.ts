import { readFileSync } from 'node:fs';
import type { FrameworkImportInput } from '../../clients/typescript/src/generated/graphql.js';
import type { InstitutionKind } from '../../src/vocabulary/institution.enums.js';
import { csv } from './files.js';
import type { TestHub } from './hub.js';
import { bring } from './imports.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './people.js';
import { approve, save, submit, TODAY } from './reporting.js';

/** A department with a province of its own, and nothing else in its hub. */
export interface Department {
  hub: TestHub;
  province: string;
  operator: Headers;
  planner: Headers;
  reviewer: Headers;
  schools: number;
}

export async function departmentOf(hub: TestHub): Promise<Department> {
  await bring(
    hub,
    'UNITS',
    csv('kind,code,name,parent_code', 'PROVINCE,01,Tỉnh Thử,', 'COMMUNE,00001,Xã Một,01'),
  );
  const province = await idOfUnit(hub, '01', TODAY);
  return {
    hub,
    province,
    operator: await signIn(hub, { role: 'OPERATOR' }),
    planner: await signIn(hub, { role: 'PLANNER', unit: province }),
    reviewer: await signIn(hub, { role: 'REVIEWER', unit: province }),
    schools: 0,
  };
}

/** A new institution of a kind, by its code and id, with somebody who reports for it. */
export async function newSchool(department: Department, kind: InstitutionKind) {
  const { hub } = department;
  department.schools += 1;
  const code = `T${department.schools}`;
  const levels = { PRIMARY_SCHOOL: 'PRIMARY', COLLEGE: 'COLLEGE' }[kind as string];
  const row = `HUB,${code},Trường ${code},${kind},${levels ?? 'UPPER_SECONDARY'},PUBLIC,00001`;
  await bring(hub, 'INSTITUTIONS', csv('system,code,name,kind,levels,ownership,unit_code', row));
  const institution = await idOfInstitution(hub, code);
  return { code, institution, school: await signIn(hub, { role: 'SCHOOL_ADMIN', institution }) };
}

export const EXAMPLES = {
  small: readFileSync('docs/examples/framework-two-groups.json', 'utf8'),
  forms: readFileSync('docs/examples/framework-forms.json', 'utf8'),
};

/** The file of a framework that decides an indicator of its own, so that others do not keep it back. */
export function ownFramework(code: string): string {
  const file = JSON.parse(EXAMPLES.small);
  const indicator = `${code}-level-2`;
  return JSON.stringify({
    ...file,
    code,
    newIndicators: [{ ...file.newIndicators[0], code: indicator }],
    indicators: [{ indicator, completedWhen: { framework: code, level: 2 } }],
  });
}

const PROBLEMS =
  'problems { path sheet row column code message } userErrors { code field message }';

export async function importFramework(
  hub: TestHub,
  who: Headers,
  input: Partial<FrameworkImportInput> & { content: string },
) {
  const { frameworkImport } = await hub.data(
    `mutation ($input: FrameworkImportInput!) { frameworkImport(input: $input) {
      outcome draft { id version } framework { id }
      outline { questions criteria kinds { kind criteria sections { code points } }
        indicators { code name kinds isNew } }
      ${PROBLEMS} } }`,
    { input: { dryRun: false, ...input } },
    who,
  );
  return frameworkImport;
}

export async function publishFramework(
  hub: TestHub,
  who: Headers,
  draft: { id: string; version: number },
) {
  const { frameworkPublish } = await hub.data(
    `mutation ($input: FrameworkPublishInput!) { frameworkPublish(input: $input) {
      framework { id code version } ${PROBLEMS} } }`,
    { input: { id: draft.id, version: draft.version } },
    who,
  );
  return frameworkPublish;
}

/** Imports and publishes a framework by the graph; its id. */
export async function bringFramework(
  { hub, planner, operator }: Department,
  content: string,
): Promise<string> {
  const { draft, problems } = await importFramework(hub, planner, { content });
  const { framework } = await publishFramework(hub, operator, draft ?? { id: '', version: 0 });
  if (!framework) throw new Error(JSON.stringify(problems));
  return framework.id;
}

/** A round of the province that is open today. */
export async function callRound(
  { hub, province, planner }: Department,
  frameworks: readonly string[],
  dates: object = {},
): Promise<string> {
  const { reportingRoundCreate } = await hub.data(
    `mutation ($input: ReportingRoundCreateInput!) {
      reportingRoundCreate(input: $input) { reportingRound { id } userErrors { code message } } }`,
    {
      input: {
        unit: province,
        frameworks,
        code: crypto.randomUUID(),
        ...{ nameVi: 'Đợt thử', nameEn: 'A round for tests' },
        ...{ opensOn: '2026-11-01', dueOn: '2026-11-30', closesOn: '2026-12-31' },
        referenceDate: '2026-10-31',
        ...dates,
      },
    },
    planner,
  );
  if (!reportingRoundCreate.reportingRound) throw new Error(JSON.stringify(reportingRoundCreate));
  return reportingRoundCreate.reportingRound.id;
}

/** Answers, hands in with links as evidence where it is needed, and approves; the id of the update. */
export async function report(
  { hub, reviewer }: Department,
  { institution, school }: { institution: string; school: Headers },
  round: string,
  answers: Parameters<typeof save>[2]['answers'],
): Promise<string> {
  const saved = await save(hub, school, { institution, round, answers });
  if (!saved.update) throw new Error(JSON.stringify(saved.refusals));
  const { id } = saved.update;
  const version = await addLinks(hub, school, id);
  const handedIn = await submit(hub, school, { id, version });
  if (!handedIn.update) throw new Error(JSON.stringify(handedIn.refusals));
  const decided = await approve(hub, reviewer, { id, version: handedIn.update.version });
  if (!decided.update) throw new Error(JSON.stringify(decided.refusals));
  return id;
}

/** A link behind each answer above zero that needs evidence; the version of the update after it. */
async function addLinks(hub: TestHub, school: Headers, id: string): Promise<number> {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { newestRevision { entries {
      criterion { question { code } evidenceRequired } selfValue evidence { id } } } } } }`,
    { id },
    school,
  );
  const lacking = node.newestRevision.entries.filter(
    ({ criterion, selfValue, evidence }: any) =>
      criterion.evidenceRequired && selfValue > 0 && evidence.length === 0,
  );
  for (const { criterion } of lacking)
    await hub.data(
      `mutation ($input: EvidenceLinkAddInput!) { evidenceLinkAdd(input: $input) {
        userErrors { code } } }`,
      {
        input: {
          ...{ statusUpdate: id, question: criterion.question.code, name: 'Minh chứng' },
          url: 'https://example.edu.vn/minh-chung',
        },
      },
      school,
    );
  const after = await hub.data(
    'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { version } } }',
    { id },
    school,
  );
  return after.node.version;
}
