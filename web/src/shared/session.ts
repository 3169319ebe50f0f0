import { useSyncExternalStore } from 'react';
import {
  InvitationAcceptDocument,
  IssuerSignInFinishDocument,
  PasswordRenewDocument,
  SessionEndDocument,
  SessionStartDocument,
} from '../generated/graphql';
import { rememberSignedIn, wasSignedIn } from '../first/was-signed-in';
import { forgetOwn, keep, kept } from './kept';
import {
  HubFailed,
  post,
  refreshed,
  type Holds,
  type Refusal,
  type SessionAnswer,
} from './session-request';
import { whenBack } from './when-back';

/**
 * Who is signed in. The access token lives in memory only, the refresh token in a cookie that no script
 * can read; that there is one is remembered, so that strangers are not asked for it.
 */
type Session =
  /** Nobody has signed in. */
  | { state: 'anonymous' }
  /** Somebody has; `token` is good until `expiresAt`. */
  | ({ state: 'signed-in'; token: string; expiresAt: number } & Holds)
  /** Somebody had, and the hub could not be asked yet whether they still are. */
  | { state: 'unreached' }
  /** Somebody had, and must sign in again; what they typed stays on the page. */
  | { state: 'ended' };

/** A token is renewed when it has less than this to live. */
const MARGIN = 30_000;

/** Where is kept that somebody signed out and the hub does not know it yet. */
const OWED = 'hub.sign-out-owed';

let session: Session = { state: 'anonymous' };
let renewal: Promise<void> | null = null;
const listeners = new Set<() => void>();

function become(next: Session): void {
  session = next;
  if (next.state === 'signed-in' || next.state === 'anonymous')
    rememberSignedIn(next.state === 'signed-in');
  if (next.state === 'anonymous') forgetOwn();
  for (const listener of listeners) listener();
}

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

/** @returns why not; empty when it is done. */
export function signIn(email: string, password: string, code: string | null): Promise<Refusal[]> {
  return enter(SessionStartDocument, { email, password, code });
}

/** Sets a password with a one-time code, and signs in. @returns why not; empty when it is done. */
export function signInWithCode(
  purpose: 'invitation' | 'forgotten',
  input: { code: string; password: string; secondFactor?: string },
): Promise<Refusal[]> {
  return enter(purpose === 'invitation' ? InvitationAcceptDocument : PasswordRenewDocument, input);
}

/** Finishes a sign-in at an issuer with what it answered. @returns why not; empty when it is done. */
export function finishAtIssuer(answer: string): Promise<Refusal[]> {
  return enter(IssuerSignInFinishDocument, { answer });
}

/** Sends what signs somebody in; its answer is the only one of the document. */
async function enter(document: { toString: () => string }, input: object): Promise<Refusal[]> {
  const { data, errors = [] } = await post(document.toString(), { input });
  const [answer] = Object.values(data ?? {});
  if (answer?.accessToken) {
    forgetOwn();
    accept(answer);
  }
  const refused = errors.map(({ message, extensions }) => ({
    code: extensions?.code ?? 'INTERNAL',
    message,
    field: null,
  }));
  return [...refused, ...(answer?.userErrors ?? [])];
}

export async function signOut(): Promise<void> {
  const answer = await bearer()
    .then(ended)
    .catch(() => undefined);
  keep(OWED, answer ? null : true);
  become({ state: 'anonymous' });
  finishSignOutOnline();
  // Else the next person at this computer would come in as the last one, with one click.
  const address = answer?.issuerSignOut;
  if (address) window.location.assign(address);
}

/** Ends the session at the hub; one that is busy ends none. */
async function ended(token: string | undefined): Promise<SessionAnswer> {
  const { data } = await post(SessionEndDocument.toString(), {}, token);
  if (!data?.['sessionEnd']) throw new HubFailed();
  return data['sessionEnd'];
}

/** Ends, once the hub can be reached, the session of whoever signed out while it could not. */
export function finishSignOutOnline(): void {
  if (!kept(OWED)) return;
  const finish = async () => {
    const { accessToken: token } = await refreshed();
    // Somebody may have signed in meanwhile, here or in another tab.
    if (!kept(OWED)) return;
    if (token) await ended(token);
    keep(OWED, null);
  };
  void atOnce(finish).catch(() => whenBack(finishSignOutOnline));
}

/** @param staysHeld whether the page of the second factor stays open until its reader goes on. */
function accept({ accessToken, expiresAt, viewer }: SessionAnswer, staysHeld = false): void {
  keep(OWED, null);
  become({
    state: 'signed-in',
    token: accessToken!,
    expiresAt: Date.parse(expiresAt!),
    passwordChangeRequired: viewer?.passwordChangeRequired ?? false,
    secondFactorRequired: staysHeld || (viewer?.secondFactorRequired ?? false),
  });
}

/** The password that an operator set has been changed, so everything is open. */
export function acceptPasswordChange(): void {
  if (session.state === 'signed-in') become({ ...session, passwordChangeRequired: false });
}

/** The second factor has been set up and its recovery codes are kept, so everything is open. */
export function acceptSecondFactor(): void {
  if (session.state === 'signed-in') become({ ...session, secondFactorRequired: false });
}

/** What somebody has to do first. */
export type Hold = 'password' | 'second-factor';

/** What somebody has to do first; null for nothing. */
export function heldBy(of: Session): Hold | null {
  if (of.state !== 'signed-in') return null;
  if (of.passwordChangeRequired) return 'password';
  return of.secondFactorRequired ? 'second-factor' : null;
}

/** The token to ask with, renewed in time; undefined for the public. */
export async function bearer(): Promise<string | undefined> {
  if (session.state === 'unreached') await renew();
  if (session.state === 'signed-in' && session.expiresAt - Date.now() < MARGIN) await renew();
  return session.state === 'signed-in' ? session.token : undefined;
}

/**
 * Asks for the next access token. Where the hub refuses, the session has ended; where it cannot be
 * reached, nothing is known, and the error is passed on.
 */
export async function renew(): Promise<void> {
  renewal ??= atOnce(async () => {
    const answer = await refreshed();
    // Recovery codes are shown once: no renewal takes the page away that shows them.
    if (answer.accessToken) accept(answer, heldBy(session) === 'second-factor');
    else become({ state: isShown(session) ? 'ended' : 'anonymous' });
  }).finally(() => (renewal = null));
  await renewal;
}

/** Whether pages show what somebody signed in for. */
const isShown = ({ state }: Session): boolean => state === 'signed-in' || state === 'ended';

/** The hub could not be reached, or had failed, when the console was opened: it is asked again. */
export function unreached(): void {
  // Whoever signed out meanwhile stays so.
  if (session.state === 'anonymous' && wasSignedIn()) become({ state: 'unreached' });
  if (session.state !== 'unreached') return;
  whenBack(() => {
    if (session.state === 'unreached') void renew().catch(unreached);
  });
}

/** Leads to the page of the second factor if the hub has begun to ask for one meanwhile. */
export async function noticeHold(answer: Response): Promise<void> {
  if (answer.status !== 403 || heldBy(session)) return;
  if ((await answer.clone().text()).includes('SECOND_FACTOR_REQUIRED')) await renew();
}

/** One tab after the other: a refresh token is good once. Plain HTTP has no locks, and seldom two tabs. */
async function atOnce(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  await navigator.locks.request('hub.session', work);
}
