import { randomUUID } from 'node:crypto';
import { insertRowsForIds } from '../../src/database/insert-rows.js';
import { fromGlobalId, toGlobalId } from '../../src/graphql/node.js';
import { ReportingRound } from '../../src/rounds/reporting-round.entity.js';
import { askTheFirst } from './asking.js';
import { bodyOf } from './problem.js';
import type { TestHub } from './hub.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './people.js';
import { save, TODAY } from './reporting.js';

/** An answer of the routes of evidence. */
export interface FileAnswer {
  status: number;
  body: any;
}

/** A school of the demo with a draft in a round of its own, and its administrator. */
export interface School {
  institution: string;
  round: string;
  update: string;
  /** The row id of the update. */
  updateId: number;
  /** What tells the hub that its administrator asks. */
  admin: Headers;
}

/** Somebody with a role in the province. */
export async function provincial(hub: TestHub, role: 'REVIEWER' | 'PLANNER'): Promise<Headers> {
  return signIn(hub, { role, unit: await idOfUnit(hub, '68', TODAY) }, role);
}

/** A school whose administrator, somebody new, has begun a draft; the hub's time is 2026-11-23. */
export async function school(hub: TestHub, code = 'DN-THPT-01'): Promise<School> {
  const institution = await idOfInstitution(hub, code);
  const admin = await signIn(hub, { role: 'SCHOOL_ADMIN', institution }, `Quản trị ${code}`);
  const round = await openRound(hub);
  const saved = await save(hub, admin, { institution, round, answers: [] });
  const update = saved.update!.id;
  return { institution, round, admin, update, updateId: fromGlobalId('StatusUpdate', update)! };
}

async function openRound(hub: TestHub): Promise<string> {
  const unit = await idOfUnit(hub, '68', TODAY);
  const [id] = await insertRowsForIds(hub.em.fork(), ReportingRound, [
    {
      unit: fromGlobalId('AdministrativeUnit', unit)!,
      code: randomUUID(),
      nameVi: 'Đợt thử',
      nameEn: 'A round for tests',
      opensOn: '2026-11-01',
      // Before the demo's open round, which other tests find as the one that is due last.
      dueOn: '2026-11-30',
      closesOn: '2026-12-31',
      referenceDate: '2026-10-31',
      version: 1,
      sourceStatus: 'ILLUSTRATIVE',
    },
  ]);
  await askTheFirst(hub.em);
  return toGlobalId('ReportingRound', id!);
}

/** Hands the draft in as it is: what it still lacks is not what tests of evidence are about. */
export async function handIn(hub: TestHub, { updateId }: School): Promise<void> {
  await hub.em.execute(
    `with handed_in as (
      update status_update_revision set submitted_at = '2026-11-23T02:30:00Z'
      where update_id = ? and submitted_at is null returning update_id
    )
    update status_update set state = 'SUBMITTED', version = version + 1
    where id = (select update_id from handed_in)`,
    [updateId],
  );
}

/** Asks for an address to send a file to. */
export async function startUpload(
  hub: TestHub,
  { update, admin }: School,
  input: object = {},
): Promise<any> {
  const { evidenceUploadStart } = await hub.data(
    `mutation ($input: EvidenceUploadStartInput!) { evidenceUploadStart(input: $input) {
      upload { address expiresAt mostBytes } userErrors { code field message } } }`,
    { input: { statusUpdate: update, criterion: 'G1', fileName: 'a.pdf', ...input } },
    admin,
  );
  return evidenceUploadStart;
}

/** Sends a file to an address. */
export async function put(
  hub: TestHub,
  address: string,
  content: Buffer,
  headers: Headers = {},
): Promise<FileAnswer> {
  const response = await hub.server.inject({
    method: 'PUT',
    url: address,
    headers: { 'accept-language': 'en', 'content-type': 'application/octet-stream', ...headers },
    payload: content,
  });
  return { status: response.statusCode, body: bodyOf(response) };
}

/** Asks for an address and sends a file to it. */
export async function upload(
  hub: TestHub,
  sender: School,
  content: Buffer,
  input: object = {},
): Promise<FileAnswer> {
  const started = await startUpload(hub, sender, input);
  return put(hub, started.upload.address, content);
}

/** Fetches a file as a viewer. */
export async function download(hub: TestHub, path: string, viewer: Headers = {}) {
  return hub.server.inject({
    method: 'GET',
    url: path,
    headers: { 'accept-language': 'en', ...viewer },
  });
}

/** What the viewer reads of a piece of evidence; null when there is nothing for this viewer. */
export async function evidence(hub: TestHub, id: string, viewer: Headers = {}): Promise<any> {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on Evidence {
      name criterion { code } url file { sha256 size mediaType } downloadPath addedBy
      reusedIn reusedByOthers repeatedHere } } }`,
    { id },
    viewer,
  );
  return node;
}
