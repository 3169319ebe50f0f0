import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sceneOf, type Scene } from './support/access-scene.js';
import { account, TARGETS } from './support/access-targets.js';
import { codeOfAccount } from './support/codes.js';
import { differenceOf, dumpOf } from './support/dump.js';
import { mutationOf, rootFields } from './support/everything.js';
import { startHub, type Answer, type TestHub } from './support/hub.js';
import { MAIL_PLACE } from './support/mail-server.js';
import { PASSWORD, person, type Headers } from './support/people.js';
import { now } from './support/reporting.js';
import { rowOf, VIEWERS, type Who } from './support/viewers.js';

let hub: TestHub;
let scene: Scene;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, mail: MAIL_PLACE });
  scene = await sceneOf(hub);
});
afterAll(() => hub.close());

const OUTCOMES = {
  D: 'done',
  U: 'UNAUTHENTICATED',
  F: 'FORBIDDEN',
  N: 'NOT_FOUND',
  I: 'IN_REVIEW',
  W: 'NOT_IN_REVIEW',
  S: 'SIGN_IN_ENDED',
  R: 'IMPORT_REFUSED',
  T: 'NOT_FOUND NOT_FOUND',
  B: 'FORBIDDEN FORBIDDEN',
  // Whom this hub does not know, and what was never begun, is the same for everybody.
  X: 'SECOND_FACTOR_NOT_STARTED',
  K: 'ISSUER_UNKNOWN',
  G: 'SIGN_IN_NOT_BEGUN',
};

/**
 * What becomes of each mutation for each viewer, when it is in turn. What a viewer may not see is not
 * found; what everybody may see is forbidden.
 */
const TABLE: Record<string, string> = {
  // anonymous, nobody, school, other school, reviewer, elsewhere, of other kinds, before, to come,
  // planner, elsewhere, operator
  accountCreate: 'U F F F F F F F F F F D',
  'accountCreate of the school': 'U F F F F F F F F D F D',
  'accountCreate of the school and more': 'U F F F F F F F F F B D',
  accountDisable: 'U F F F F F F F F N N D',
  'accountDisable of the school': 'U F F F F F F F F D N D',
  accountEnable: 'U F F F F F F F F N N D',
  'accountEnable of the school': 'U F F F F F F F F D N D',
  accountImport: 'U F F F F F F F F D R D',
  'accountImport of a reviewer': 'U F F F F F F F F R R D',
  accountInvite: 'U F F F F F F F F N N D',
  'accountInvite of the school': 'U F F F F F F F F D N D',
  accountPasswordReset: 'U F F F F F F F F N N D',
  'accountPasswordReset of the school': 'U F F F F F F F F D N D',
  // Who plans for the school would get more than they have.
  'accountPasswordReset of the school and more': 'U F F F F F F F F N N D',
  'accountPasswordReset of the school, later more': 'U F F F F F F F F N N D',
  accountsInvite: 'U F F F F F F F F D N D',
  'accountsInvite of others as well': 'U F F F F F F F F N T D',
  accountRename: 'U F F F F F F F F N N D',
  'accountRename of the school': 'U F F F F F F F F D N D',
  accountSecondFactorReset: 'U F F F F F F F F F F D',
  accountUnlink: 'U F F F F F F F F F F D',
  apiKeyCreate: 'U F F F F F F F F F F D',
  apiKeyRevoke: 'U F F F F F F F F F F D',
  apiKeyRotate: 'U F F F F F F F F F F D',
  campusAdd: 'U F F F F F F F F D F D',
  campusChange: 'U F F F F F F F F D F D',
  evidenceLinkAdd: 'U N D N F N N N N F N N',
  evidenceRemove: 'U N D N N N N N N N N N',
  'evidenceRemove of what was handed in': 'U N I N F N N N N F N N',
  evidenceUploadStart: 'U N D N F N N N N F N N',
  frameworkDraftDiscard: 'U F F F F F F F F D D D',
  frameworkImport: 'U F F F F F F F F D D D',
  frameworkPublish: 'U F F F F F F F F F F D',
  frameworkRetire: 'U F F F F F F F F F F D',
  grantAdd: 'U F F F F F F F F N N D',
  'grantAdd to oneself': 'U F F F F F F F F N N D',
  'grantAdd of the school': 'U F F F F F F F F D N D',
  'grantAdd of more to the school': 'U F F F F F F F F F N D',
  grantEnd: 'U F F F F F F F F N N D',
  'grantEnd of the school': 'U F F F F F F F F D N D',
  participationExceptionTakeBack: 'U F F F F F F F F D F F',
  participationExcuse: 'U F F F F F F F F D F F',
  participationExtend: 'U F F F F F F F F D F F',
  participationReopen: 'U F F F F F F F F D F F',
  institutionChange: 'U F F F F F F F F D F D',
  institutionClose: 'U F F F F F F F F D F D',
  institutionCodeAdd: 'U F F F F F F F F D F D',
  institutionContactSet: 'U F F F F F F F F D F D',
  institutionCreate: 'U F F F F F F F F D F D',
  institutionReopen: 'U F F F F F F F F D F D',
  institutionSuccessionRecord: 'U F F F F F F F F D F D',
  importJobAnswer: 'U N N N N N N N N D N D',
  importJobDiscard: 'U N N N N N N N N D N D',
  importJobSave: 'U N N N N N N N N D N D',
  importJobStart: 'U F F F F F F F F D D D',
  'importJobStart of units': 'U F F F F F F F F F F D',
  importJobUndo: 'U N N N N N N N N D N D',
  importUndo: 'U N N N N N N N N D N D',
  planCreate: 'U F F F F F F F F D F F',
  'planCreate for the country': 'U F F F F F F F F F F D',
  planUpdate: 'U F F F F F F F F D F F',
  'planUpdate of the country’s': 'U F F F F F F F F F F D',
  reportingRoundAmend: 'U F F F F F F F F D F F',
  reportingRoundClose: 'U F F F F F F F F D F F',
  reportingRoundCreate: 'U F F F F F F F F D F F',
  reportingRoundExtend: 'U F F F F F F F F D F F',
  reportingRoundOpen: 'U F F F F F F F F D F F',
  reportingRoundWithdraw: 'U F F F F F F F F D F F',
  statusUpdateApprove: 'U N F N D N N N N F N N',
  'statusUpdateApprove of a draft': 'U N F N W N N N N F N N',
  statusUpdateApproveMany: 'U N F N D N N N N F N N',
  statusUpdateClaim: 'U N F N D N N N N F N N',
  statusUpdateCorrect: 'U F F F D F F F F F F F',
  statusUpdateHandOver: 'U N F N D N N N N F N N',
  statusUpdateImport: 'U F D F F F F F F D F F',
  statusUpdateRelease: 'U N F N D N N N N F N N',
  statusUpdateReopen: 'U F D F F F F F F F F F',
  statusUpdateReturn: 'U N F N D N N N N F N N',
  statusUpdateSave: 'U F D F F F F F F F F F',
  statusUpdateSubmit: 'U N D N F N N N N F N N',
  statusUpdateWithdraw: 'U N D N F N N N N F N N',
  statusUpdateTakeBack: 'U F F F D F F F F F F F',
  targetRemove: 'U F F F F F F F F D F F',
  targetSet: 'U F F F F F F F F D F F',
  'targetSet of the country’s': 'U F F F F F F F F F F D',
  mailReminderSend: 'U F F F F F F F F D F D',
  mailResend: 'U F F F F F F F F F F D',
  webhookCreate: 'U F F F F F F F F F F D',
  webhookDisable: 'U F F F F F F F F F F D',
  webhookReplay: 'U F F F F F F F F F F D',
  webhookUpdate: 'U F F F F F F F F F F D',
  // A row of a unit elsewhere is a problem of the file.
  workforceImport: 'U F F F F F F F F D R F',
  workforceRecordCreate: 'U F F F F F F F F D F F',
  workforceRecordRemove: 'U F F F F F F F F D F F',
  workforceRecordUpdate: 'U F F F F F F F F D F F',
};

/** The same for those that concern the viewer alone. */
const OWN: Record<string, string> = {
  accountNameChange: 'U D D D D D D D D D D D',
  accountPasswordChange: 'U D D D D D D D D D D D',
  accountPasswordRenew: 'D D D D D D D D D D D D',
  accountPasswordRequest: 'D D D D D D D D D D D D',
  invitationAccept: 'D D D D D D D D D D D D',
  accountSessionEnd: 'U N N N N N N N N N N N',
  issuerLinkStart: 'U K K K K K K K K K K K',
  issuerSignInFinish: 'G G G G G G G G G G G G',
  issuerSignInStart: 'K K K K K K K K K K K K',
  mailPreferencesSet: 'U D D D D D D D D D D D',
  secondFactorConfirm: 'U X X X X X X X X X X X',
  secondFactorStart: 'U D D D D D D D D D D D',
  sessionEnd: 'U D D D D D D D D D D D',
  sessionEndAll: 'U D D D D D D D D D D D',
  sessionRefresh: 'S D D D D D D D D D D D',
  sessionStart: 'D D D D D D D D D D D D',
};

test('the tables have a row for every mutation of the graph', () => {
  const rows = [...Object.keys(TABLE), ...Object.keys(OWN)].filter((row) => !row.includes(' '));

  expect(rows.sort()).toEqual(rootFields('Mutation'));
});

/** The codes with which an answer refuses, or `done`. */
function outcomeOf({ data, errors }: Answer<any>): string {
  if (errors.length > 0) return errors.map(({ extensions }) => extensions.code).join(' ');
  const codes = refusalsIn(data.result);
  return codes.length === 0 ? 'done' : codes.join(' ');
}

/** The codes of all refusals in a payload, also of those of each of many. */
function refusalsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'userErrors' ? inner.map(({ code }: { code: string }) => code) : refusalsIn(inner),
  );
}

const mutationIn = (row: string) => row.split(' ')[0]!;
const send = (row: string, input: object | null, headers: Headers) =>
  hub.ask(mutationOf(mutationIn(row)), input ? { input } : {}, headers);

describe('each mutation is for those whom the table names, and changes nothing for others', () => {
  test.each(Object.entries(TABLE))('%s', async (row, letters) => {
    const expected = rowOf(letters, OUTCOMES);
    const refused = VIEWERS.filter((who) => expected[who] !== 'done');
    const outcomes: Partial<Record<Who, string>> = {};

    const target = await TARGETS[row]!(scene);
    const before = await dumpOf(hub);
    for (const who of refused) {
      const answer = await send(row, target, scene.headers[who]);
      outcomes[who] = outcomeOf(answer);
      // Nothing beside the refusal says what there is.
      expect(payloadOf(answer)).toEqual([]);
    }
    expect(differenceOf(before, await dumpOf(hub))).toEqual([]);

    for (const who of VIEWERS.filter((each) => expected[each] === 'done')) {
      const fresh = await TARGETS[row]!(scene);
      const untouched = await dumpOf(hub);
      outcomes[who] = outcomeOf(await send(row, fresh, scene.headers[who]));
      expect(differenceOf(untouched, await dumpOf(hub))).not.toEqual([]);
    }
    expect(outcomes).toEqual(expected);
  });

  /** What a payload tells beside its refusals; an empty list tells nothing. */
  function payloadOf({ data }: Answer<any>): unknown[] {
    return Object.entries(data?.result ?? {})
      .filter(
        ([key, value]: [string, any]) =>
          !['__typename', 'userErrors', 'results', 'problems'].includes(key) &&
          value !== null &&
          value.length !== 0,
      )
      .map(([key]) => key);
  }
});

describe('what concerns the viewer alone is for everybody who is signed in', () => {
  test.each(Object.entries(OWN))('%s', async (row, letters) => {
    const outcomes: Partial<Record<Who, string>> = {};
    for (const who of VIEWERS) {
      const { headers, cookie } = await signedInAnew(who);
      const input = (await INPUTS[row]?.()) ?? null;
      outcomes[who] = outcomeOf(await send(row, input, { ...headers, ...cookie }));
    }
    expect(outcomes).toEqual(rowOf(letters, OUTCOMES));
  });

  const INPUTS: Record<string, () => Promise<object> | object> = {
    accountPasswordChange: () => ({ presentPassword: PASSWORD, newPassword: PASSWORD }),
    accountNameChange: () => ({ name: 'Tên khác' }),
    accountPasswordRenew: async () => ({ code: await forgotten(), password: PASSWORD }),
    accountPasswordRequest: () => ({ email: 'nobody-has-this@example.edu.vn' }),
    accountSessionEnd: () => ({ session: 'none of theirs' }),
    invitationAccept: async () => ({
      code: await codeOfAccount(hub, await account(scene, { invited: true })),
      password: PASSWORD,
    }),
    issuerLinkStart: () => ({ issuer: 'https://x.example', presentPassword: PASSWORD }),
    issuerSignInFinish: () => ({ answer: 'code=x&state=y' }),
    issuerSignInStart: () => ({ issuer: 'https://x.example' }),
    mailPreferencesSet: () => ({ language: 'VI', declined: ['REMINDER'] }),
    secondFactorConfirm: () => ({ code: '000000' }),
    secondFactorStart: () => ({ presentPassword: PASSWORD }),
    sessionStart: () => ({ email: scene.people.nobody.email, password: PASSWORD }),
  };

  /** The code that somebody gets who forgot their password. */
  async function forgotten(): Promise<string> {
    const { id, email } = await person(hub, []);
    await send('accountPasswordRequest', { email }, {});
    return codeOfAccount(hub, id);
  }

  /** Another sign-in, because these end it. */
  async function signedInAnew(who: Who): Promise<{ headers: Headers; cookie: Headers }> {
    if (who === 'anonymous') return { headers: {}, cookie: {} };
    const { email } = scene.people[who];
    const answer = await hub.ask(
      `mutation ($email: String!, $password: String!) {
        sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
      { email, password: PASSWORD },
    );
    return {
      headers: { authorization: `Bearer ${answer.data.sessionStart.accessToken}` },
      cookie: { cookie: answer.cookie!.split(';')[0]! },
    };
  }
});
