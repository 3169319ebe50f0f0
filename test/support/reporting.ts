import { fromGlobalId } from '../../src/graphql/node.js';
import {
  StatusUpdateApproveDocument,
  StatusUpdateReturnDocument,
  StatusUpdateSaveDocument,
  StatusUpdateSubmitDocument,
  type StatusUpdateAnswerInput,
  type StatusUpdateApproveInput,
  type StatusUpdateReturnInput,
  type StatusUpdateSaveInput,
  type StatusUpdateSubmitInput,
} from '../../clients/typescript/src/generated/graphql.js';
import type { TestHub } from './hub.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './people.js';

/** The demo's day: its open round has begun, and is not due yet. */
export const TODAY = '2026-11-23';

/** A hub of the demo takes this for the present. */
export const now = () => new Date(`${TODAY}T03:00:00Z`);

/** An upper-secondary school of the demo that has not begun in the open round. */
export const SCHOOL = 'DN-THPT-01';

/** The people and things of the demo that the story of an update needs. */
export interface Cast {
  province: string;
  round: string;
  institution: string;
  school: Headers;
  reviewer: Headers;
  planner: Headers;
}

/** A school administrator, a reviewer in duty and a planner, signed in. */
export async function castOf(hub: TestHub, school = SCHOOL): Promise<Cast> {
  const province = await idOfUnit(hub, '68', TODAY);
  const institution = await idOfInstitution(hub, school);
  const { reportingRounds } = await hub.data('{ reportingRounds(first: 1) { nodes { id } } }');
  return {
    province,
    institution,
    round: reportingRounds.nodes[0].id,
    school: await signIn(hub, { role: 'SCHOOL_ADMIN', institution }, 'Cô Hoa'),
    reviewer: await signIn(hub, { role: 'REVIEWER', unit: province }, 'Thầy Bình'),
    planner: await signIn(hub, { role: 'PLANNER', unit: province }, 'Chị Lan'),
  };
}

/** Answers that complete every pillar, for the questions asked of an upper-secondary school. */
export const FULL_ANSWERS: StatusUpdateAnswerInput[] = [
  ...['G1', 'G2', 'G5', 'O1', 'O5', 'O7', 'D4', 'D5', 'R1', 'R5'].map((criterion) => ({
    criterion,
    value: 1,
  })),
  ...['G3', 'G6', 'O4', 'D3', 'R4'].map((criterion) => ({ criterion, value: 3 })),
  ...['G4', 'O2', 'O6', 'D1', 'D2', 'R2', 'R3'].map((criterion) => ({
    criterion,
    value: 38,
    total: 40,
  })),
];

/** The criteria among them that need evidence. */
export const NEED_EVIDENCE = ['G1', 'G2', 'G5', 'O1', 'D4', 'R1', 'R5'];

/** An update as mutations give it back. */
export interface Changed {
  id: string;
  version: number;
  state: string | null;
}

/** What a mutation answered: the update, or the codes of the refusals with their fields. */
export interface Outcome {
  update: Changed | null;
  refusals: { code: string; field: string[] | null; message: string }[];
}

async function change(
  hub: TestHub,
  who: Headers,
  document: { toString(): string },
  input: object,
): Promise<Outcome> {
  const data = await hub.data<Record<string, any>>(document.toString(), { input }, who);
  const [payload] = Object.values(data);
  return { update: payload.statusUpdate, refusals: payload.userErrors };
}

export const save = (hub: TestHub, who: Headers, input: StatusUpdateSaveInput) =>
  change(hub, who, StatusUpdateSaveDocument, input);
export const submit = (hub: TestHub, who: Headers, input: StatusUpdateSubmitInput) =>
  change(hub, who, StatusUpdateSubmitDocument, input);
export const approve = (hub: TestHub, who: Headers, input: StatusUpdateApproveInput) =>
  change(hub, who, StatusUpdateApproveDocument, input);
export const giveBack = (hub: TestHub, who: Headers, input: StatusUpdateReturnInput) =>
  change(hub, who, StatusUpdateReturnDocument, input);

/** A link behind each answer of the newest revision that needs one. */
export async function addEvidence(hub: TestHub, updateId: string): Promise<void> {
  await hub.em.fork().execute(
    `insert into evidence (revision_id, criterion_id, name, url, added_by_id, added_at)
     select revision.id, criterion.id, 'Minh chứng', 'https://example.edu.vn/minh-chung', account.id, now()
     from status_update_revision as revision, criterion, (select min(id) as id from account) as account
     where revision.id = (select max(id) from status_update_revision where update_id = ?)
       and criterion.code in (${NEED_EVIDENCE.map(() => '?').join(', ')})`,
    [fromGlobalId('StatusUpdate', updateId), ...NEED_EVIDENCE],
  );
}

/** A complete draft with its evidence, as the school has it before handing it in. */
export async function draft(hub: TestHub, cast: Cast): Promise<Changed> {
  const { institution, round, school } = cast;
  const { update } = await save(hub, school, { institution, round, answers: FULL_ANSWERS });
  await addEvidence(hub, update!.id);
  return update!;
}

/** A complete update that was handed in. */
export async function handedIn(hub: TestHub, cast: Cast): Promise<Changed> {
  const { id, version } = await draft(hub, cast);
  const { update, refusals } = await submit(hub, cast.school, { id, version });
  if (!update) throw new Error(JSON.stringify(refusals));
  return update;
}
