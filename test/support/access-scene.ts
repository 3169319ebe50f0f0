import type { TestHub } from './hub.js';
import { idOfInstitution, idOfUnit, signIn, type Headers } from './people.js';
import {
  approve,
  draft,
  giveBack,
  handedIn,
  SCHOOL,
  TODAY,
  type Cast,
  type Changed,
  type Outcome,
} from './reporting.js';
import { OTHER_SCHOOL, viewersOf, type Viewers } from './viewers.js';

/** The demo with everybody who asks, and what the school reports on. */
export interface Scene extends Viewers {
  hub: TestHub;
  province: string;
  framework: string;
  institution: string;
  otherInstitution: string;
  /** Somebody who operates the hub and is none of the viewers: makes what the tests change. */
  caretaker: Headers;
}

/** @param school the code of the upper-secondary school that reports. */
export async function sceneOf(hub: TestHub, school = SCHOOL): Promise<Scene> {
  const { frameworks } = await hub.data('{ frameworks { id } }');
  return {
    ...(await viewersOf(hub, school)),
    hub,
    province: await idOfUnit(hub, '68', TODAY),
    framework: frameworks[0].id,
    institution: await idOfInstitution(hub, school),
    otherInstitution: await idOfInstitution(hub, OTHER_SCHOOL),
    caretaker: await signIn(hub, { role: 'OPERATOR' }, 'Người trông coi'),
  };
}

/** What a planner calls a round with, open today; no other round has its code. */
export function roundInput({ province, framework }: Scene, dates: object = {}) {
  return {
    unit: province,
    framework,
    code: crypto.randomUUID(),
    nameVi: 'Đợt thử',
    nameEn: 'A round for tests',
    opensOn: '2026-11-01',
    // Before the demo's open round, which other tests find as the one that is due last.
    dueOn: '2026-11-30',
    referenceDate: '2026-10-31',
    closesOn: '2026-12-31',
    ...dates,
  };
}

/** A new round of the province. */
export async function roundOf(scene: Scene, dates: object = {}): Promise<string> {
  const { reportingRoundCreate } = await scene.hub.data(
    `mutation ($input: ReportingRoundCreateInput!) {
      reportingRoundCreate(input: $input) { reportingRound { id } } }`,
    { input: roundInput(scene, dates) },
    scene.headers.planner,
  );
  return reportingRoundCreate.reportingRound.id;
}

async function castIn(scene: Scene): Promise<Cast> {
  const { province, institution, headers } = scene;
  const { school, reviewer, planner } = headers;
  return { province, institution, round: await roundOf(scene), school, reviewer, planner };
}

function updated({ update, refusals }: Outcome): Changed {
  if (!update) throw new Error(JSON.stringify(refusals));
  return update;
}

/** An update of the school in a round of its own, in each state; with its version. */
export const UPDATES = {
  draft: async (scene: Scene) => draft(scene.hub, await castIn(scene)),
  submitted: async (scene: Scene) => handedIn(scene.hub, await castIn(scene)),
  returned: async (scene: Scene) => {
    const { id, version } = await UPDATES.submitted(scene);
    const reasons = [{ criterion: 'G1', reason: 'Chưa rõ' }];
    return updated(await giveBack(scene.hub, scene.headers.reviewer, { id, version, reasons }));
  },
  approved: async (scene: Scene) => {
    const { id, version } = await UPDATES.submitted(scene);
    return updated(await approve(scene.hub, scene.headers.reviewer, { id, version }));
  },
};

/** The ids of the evidence behind the newest revision of an update that its school sees. */
export async function evidenceOf({ hub, headers }: Scene, update: string): Promise<string[]> {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on StatusUpdate {
      newestRevision { entries { evidence { id } } } } } }`,
    { id: update },
    headers.school,
  );
  return node.newestRevision.entries.flatMap(({ evidence }: any) =>
    evidence.map(({ id }: { id: string }) => id),
  );
}
