import { setTimeout as pause } from 'node:timers/promises';
import { AnswerLostError, KeepAliveClient, type Question } from './keep-alive-client.js';
import type { Run } from './member.js';
import { School, type SchoolDuty } from './school.js';

/** After how long nobody waits for the hub any more, in milliseconds. */
const RECOVERY_PATIENCE = 30_000;

/** How long a probe waits for one answer before it asks again, in milliseconds. */
const ANSWER_PATIENCE = 3_000;

const READ: Question = {
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: '{ reportingRounds(first: 1) { nodes { id } } }' }),
};
const DOWNLOAD: Question = { method: 'GET', path: '/exports/progress.csv?unit=68' };

/** Finds out how soon the hub answers well again: a read, a download and a write of a school's. */
export class RecoveryProbe {
  readonly #school: School;

  /** @param duty of a school that nobody else works for. */
  constructor(
    private readonly run: Run,
    duty: SchoolDuty,
  ) {
    const patience = { answer: ANSWER_PATIENCE, write: RECOVERY_PATIENCE };
    this.#school = new School(run, duty, patience);
  }

  /** @returns how long it took, in milliseconds; null for longer than anybody waits. */
  async measure(): Promise<number | null> {
    const from = Date.now();
    const giveUp = from + RECOVERY_PATIENCE;
    const works = await Promise.all([
      until(giveUp, () => this.answers(READ, '"nodes":[{"id"')),
      until(giveUp, () => this.answers(DOWNLOAD, ',')),
      until(giveUp, () => this.#school.saveOnce()),
    ]);
    return works.every(Boolean) ? Date.now() - from : null;
  }

  close(): void {
    this.#school.member.client.close();
  }

  /** Over a connection of its own, as of somebody who comes anew. */
  private async answers(question: Question, expected: string): Promise<boolean> {
    const client = new KeepAliveClient(this.run.port, ANSWER_PATIENCE);
    try {
      const { status, text } = await client.send(question);
      return status === 200 && text.includes(expected);
    } catch (error) {
      if (error instanceof AnswerLostError) return false;
      throw error;
    } finally {
      client.close();
    }
  }
}

async function until(giveUp: number, works: () => Promise<boolean>): Promise<boolean> {
  while (Date.now() < giveUp) {
    if (await works()) return true;
    await pause(200);
  }
  return false;
}
