import { setTimeout as pause } from 'node:timers/promises';
import {
  AnswerLostError,
  KeepAliveClient,
  type Question,
  type Reply,
} from './keep-alive-client.js';
import type { Code, Outcomes } from './outcomes.js';
import type { Write, WriteLedger } from './write-ledger.js';

/** What all clients of a run share. */
export interface Run {
  port: number;
  password: string;
  outcomes: Outcomes;
  ledger: WriteLedger;
  /** Aborted when the clients are to finish what they are at. */
  ending: AbortSignal;
}

/** An answer of the graph. */
export interface GraphAnswer {
  code: Code;
  data: Record<string, any> | null;
  message: string;
  reply: Reply | null;
}

/** How long somebody waits for an answer, and sends a write again before giving up, in milliseconds. */
export interface Patience {
  answer: number;
  write: number;
}

/** Longer than the hub gives a request, and an answer after its commit. */
const PATIENT: Patience = { answer: 25_000, write: 90_000 };

/** How long an access token is used before its owner signs in anew, in milliseconds. */
const SIGN_IN_AFTER = 10 * 60_000;

/** Codes that say: the request was not begun, or undone. */
const NOTHING_HAPPENED = new Set(['OVERLOADED', 'RATE_LIMITED', 'REQUEST_TIMEOUT']);
const SAYS_NOTHING_HAPPENED = /nothing (of it )?(was|is|has been) changed|nothing has happened/i;

/** How much of an answer is kept that asks for an explanation, in characters. */
const MOST_SAID = 160;

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  session: sessionStart(input: { email: $email, password: $password }) {
    accessToken userErrors { code } } }`;

/** Somebody who uses the hub over one connection, signed in if there is an e-mail. */
export class Member {
  readonly client: KeepAliveClient;
  #token: string | null = null;
  #signedInAt = 0;
  #writes = 0;

  constructor(
    readonly run: Run,
    private readonly email: string | null = null,
    private readonly patience = PATIENT,
  ) {
    this.client = new KeepAliveClient(run.port, patience.answer);
  }

  /** Sends a request once, and counts what it came to. */
  async send(kind: string, question: Question): Promise<Reply | null> {
    const from = Date.now();
    try {
      const reply = await this.client.send(question);
      this.run.outcomes.add(kind, codeOf(reply), from, reply.text.slice(0, MOST_SAID));
      return reply;
    } catch (error) {
      if (!(error instanceof AnswerLostError)) throw error;
      this.run.outcomes.add(kind, 'LOST', from, error.message);
      return null;
    }
  }

  /** Asks the graph once. */
  async ask(kind: string, query: string, variables: object = {}): Promise<GraphAnswer> {
    if (this.email && (!this.#token || Date.now() - this.#signedInAt > SIGN_IN_AFTER))
      await this.signIn();
    const answer = await this.#post(kind, query, variables);
    if (answer.code === 'UNAUTHENTICATED') this.#token = null;
    return answer;
  }

  /** Signs in, as often as it takes while the run lasts. */
  async signIn(): Promise<Reply | null> {
    const deadline = Date.now() + this.patience.write;
    this.#token = null;
    while (Date.now() < deadline) {
      const variables = { email: this.email, password: this.run.password };
      const { data, reply } = await this.#post('sign-in', SIGN_IN, variables);
      this.#token = data?.['session']?.accessToken ?? null;
      this.#signedInAt = Date.now();
      if (this.#token) return reply;
      await pause(300 + Math.random() * 300);
    }
    return null;
  }

  /**
   * Sends a write until it is answered, always with the same key. Of four that the hub says it did
   * nothing about, one is not sent again, so that its word can be checked.
   * @param inputOf the input with a mark that the trail will tell.
   */
  async write(
    action: string,
    query: string,
    inputOf: (mark: string) => object,
  ): Promise<{ write: Write; payload: any }> {
    const write = this.run.ledger.begin(action);
    const input = { ...inputOf(write.mark), idempotencyKey: write.mark };
    const believes = (this.#writes += 1) % 4 === 0;
    const deadline = Date.now() + this.patience.write;
    while (Date.now() < deadline) {
      write.sent += 1;
      const answer = await this.ask(action, query, { input });
      write.last = answer.code;
      const payload = answer.data?.['payload'];
      if (answer.code === 'OK' && payload) {
        write.verdict = 'done';
        return { write, payload };
      }
      if (payload?.userErrors || answer.code === 'FORBIDDEN') {
        write.verdict = 'refused';
        return { write, payload: null };
      }
      // Believed only where no earlier sending may have been carried out.
      if (believes && write.sent === 1 && saysNothingHappened(answer)) {
        write.verdict = 'nothing';
        return { write, payload: null };
      }
      await pause(200 + Math.random() * 400);
    }
    return { write, payload: null };
  }

  async #post(kind: string, query: string, variables: object): Promise<GraphAnswer> {
    const reply = await this.send(kind, {
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    if (!reply) return { code: 'LOST', data: null, message: '', reply };
    const body = bodyOf(reply);
    return {
      code: codeOf(reply),
      data: body?.data ?? null,
      message: body?.errors?.[0]?.message ?? '',
      reply,
    };
  }
}

function saysNothingHappened({ code, message }: GraphAnswer): boolean {
  return NOTHING_HAPPENED.has(code) || SAYS_NOTHING_HAPPENED.test(message);
}

/** What a reply is counted as. */
export function codeOf(reply: Reply): Code {
  const json = reply.headers['content-type']?.includes('json') ? bodyOf(reply) : null;
  const refusals = Object.values<any>(json?.data ?? {}).map(
    (field) => field?.userErrors?.[0]?.code,
  );
  const code = json?.errors?.[0]?.extensions?.code ?? json?.code ?? refusals.find(Boolean);
  if (typeof code === 'string' && /^[A-Z_]+$/.test(code)) return code;
  if (reply.status === 304) return 'NOT_MODIFIED';
  return reply.status < 300 ? 'OK' : `HTTP ${reply.status}`;
}

function bodyOf(reply: Reply): any {
  try {
    return JSON.parse(reply.text);
  } catch {
    return null;
  }
}
