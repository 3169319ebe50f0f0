import { setTimeout as pause } from 'node:timers/promises';
import {
  EvidenceLinkAddDocument,
  StatusUpdateSaveDocument,
  StatusUpdateSubmitDocument,
} from '../../clients/typescript/src/generated/graphql.js';
import { addAccount } from '../../src/accounts/account.service.js';
import type { SignInLimits } from '../../src/auth/sign-in-limits.js';
import { readConfig } from '../../src/config.js';
import { OVERLOAD } from '../../src/http/overload.js';
import { toGlobalId } from '../../src/graphql/node.js';
import { startHub, type TestHub } from './hub.js';
import { PASSWORD } from './people.js';
import { FULL_ANSWERS, NEED_EVIDENCE, now } from './reporting.js';

/** A school of the evening: its institution's id in the graph, and who signs in for it. */
interface School {
  institution: string;
  email: string;
}

/** How a school fared: the codes of what it was refused with, and what signing in cost its address. */
export interface Evening {
  handedIn: number;
  refusals: string[];
  /** Points of the address for signing in once. */
  signInCost: number;
}

const { rateLimit, signInLimits } = readConfig({});

/** What a hub answers that has too much to do, and nothing was done then. */
const TRY_AGAIN = ['OVERLOADED', 'REQUEST_TIMEOUT'];

/** After how many milliseconds a school tries again, as Retry-After says, and how often. */
const RETRY = { after: 5000, times: 12 };

/** The points that an address has a minute where the operator sets nothing. */
export const POINTS = rateLimit;

/** A hub of the demo with the limits that a hub has whose operator sets nothing else. */
export function startDefaultHub(failures: Partial<SignInLimits> = {}): Promise<TestHub> {
  const signIns = signInLimits && { ...signInLimits, ...failures };
  return startHub({
    from: 'demo',
    now,
    cacheMegabytes: 16,
    rateLimits: { points: rateLimit, signIns, databaseUrl: undefined },
    overload: OVERLOAD,
  });
}

/** Adds so many upper-secondary schools of Đắk Nông, each with somebody who reports for it. */
async function addSchools({ em }: TestHub, count: number): Promise<School[]> {
  await addAccount(
    em,
    { name: 'Mẫu', email: 'model@evening.example', password: PASSWORD, grants: [] },
    now(),
  );
  const rows = await em.fork().execute<{ id: number; email: string }[]>(
    `with added as (
       insert into institution (code, source_status)
       select 'EVENING-' || at, 'ILLUSTRATIVE' from generate_series(1, ?) as at
       returning id, code, substring(code from 9) as at
     ), coded as (
       insert into institution_code (institution_id, system, code, recorded_at)
       select id, 'HUB', code, '2021-01-01' from added
     ), placed as (
       insert into institution_period (institution_id, name, search_name, kind, levels, ownership,
         unit_id, settled, origin, recorded_at)
       select added.id, 'Trường tối ' || at, 'truong toi ' || at, 'UPPER_SECONDARY_SCHOOL',
         array['UPPER_SECONDARY'], 'PUBLIC', unit.id, true, 'RECORDED', '2021-01-01'
       from added
       join administrative_unit as unit on unit.code = '24664' and unit.kind = 'COMMUNE'
         and unit.valid_from = '2025-07-01'
     ), account as (
       -- One hash for all, because making one takes long.
       insert into account (name, search_name, email, password_hash, created_at)
       select added.code, lower(added.code), lower(added.code) || '@evening.example',
         model.password_hash, model.created_at
       from added, account as model where model.email = 'model@evening.example'
       returning id, email, name
     ), granted as (
       insert into account_grant (account_id, role, institution_id)
       select account.id, 'SCHOOL_ADMIN', added.id
       from account join added on added.code = account.name
     )
     select added.id, account.email from account join added on added.code = account.name`,
    [count],
  );
  await em.fork().execute('analyze');
  return rows.map(({ id, email }) => ({ institution: toGlobalId('Institution', id), email }));
}

interface Answer {
  data?: any;
  errors?: any[];
  extensions?: any;
}

/** Sends a document, and gives what it answered; the tests choose the way. */
export type Send = (
  query: string,
  variables: object,
  headers: Record<string, string>,
) => Promise<Answer>;

/** What the console sends to sign in. */
export const SIGN_IN = `mutation ($input: SessionStartInput!) {
  sessionStart(input: $input) {
    accessToken viewer { name grants { role institution { id name } } } userErrors { code field message }
  }
}`;

/** What a mutation gave, or the code that it was refused with. */
class Refused extends Error {}

const codeOf = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? '';

async function ask(send: Send, query: { toString(): string }, input: object, token?: string) {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  let answer = await send(query.toString(), { input }, headers);
  // A small machine may be busy with something else as well.
  for (let tries = 0; TRY_AGAIN.includes(codeOf(answer)) && tries < RETRY.times; tries += 1) {
    await pause(RETRY.after);
    answer = await send(query.toString(), { input }, headers);
  }
  const { data, extensions } = answer;
  const [payload] = Object.values<any>(data ?? {});
  const refusal = codeOf(answer) || payload?.userErrors[0]?.code;
  if (refusal) throw new Refused(`${refusal} for ${String(query).slice(0, 40)}`);
  return { ...payload, cost: extensions?.cost.requested };
}

/** What a school does on the evening: signs in, saves, adds a link to each answer, and hands in. */
async function report(send: Send, { institution, email }: School, round: string): Promise<number> {
  const { accessToken, cost } = await ask(send, SIGN_IN, { email, password: PASSWORD });
  const answers = FULL_ANSWERS;
  const saved = await ask(
    send,
    StatusUpdateSaveDocument,
    { institution, round, answers },
    accessToken,
  );
  const { id } = saved.statusUpdate;
  for (const criterion of NEED_EVIDENCE) {
    const link = { name: 'Minh chứng', url: 'https://example.edu.vn/minh-chung' };
    await ask(send, EvidenceLinkAddDocument, { statusUpdate: id, criterion, ...link }, accessToken);
  }
  const { version } = saved.statusUpdate;
  await ask(send, StatusUpdateSubmitDocument, { id, version }, accessToken);
  return cost;
}

async function newestRound({ em }: TestHub): Promise<string> {
  const [row] = await em
    .fork()
    .execute<[{ id: number }]>('select id from reporting_round order by due_on desc limit 1');
  return toGlobalId('ReportingRound', row.id);
}

/** Lets so many schools report from one address, so many of them at once. */
export async function dueEvening(
  hub: TestHub,
  send: Send,
  { schools: count, atOnce }: { schools: number; atOnce: number },
): Promise<Evening> {
  const schools = await addSchools(hub, count);
  const round = await newestRound(hub);
  const evening: Evening = { handedIn: 0, refusals: [], signInCost: 0 };
  const next = async (): Promise<void> => {
    for (let school = schools.pop(); school; school = schools.pop())
      try {
        evening.signInCost = await report(send, school, round);
        evening.handedIn += 1;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        evening.refusals.push(error.message);
      }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  return evening;
}
