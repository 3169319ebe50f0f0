import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { UnitProgressChangedDocument } from '../../../clients/typescript/src/generated/graphql.js';
import type { Run } from './member.js';

/** A screen on a wall: a stream that is opened again whenever it ends. */
export class Watcher {
  /** How many answers came, and how often the stream was opened. */
  readonly seen = { answers: 0, openings: 0 };

  constructor(
    private readonly run: Run,
    private readonly unit: string,
  ) {}

  async work(): Promise<void> {
    while (!this.run.ending.aborted) {
      await this.watch();
      await pause(500);
    }
  }

  /** Resolves when the stream ends, whatever ends it. */
  private watch(): Promise<void> {
    this.seen.openings += 1;
    return new Promise((resolve) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port: this.run.port,
          method: 'POST',
          path: '/graphql/stream',
          headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
          agent: false,
          signal: this.run.ending,
        },
        (answer) => {
          answer.on('data', (chunk: Buffer) => {
            this.seen.answers += chunk.toString().split('event: next').length - 1;
          });
          answer.on('error', () => undefined);
          answer.on('close', resolve);
        },
      );
      asked.on('error', () => resolve());
      const query = UnitProgressChangedDocument.toString();
      asked.end(JSON.stringify({ query, variables: { unit: this.unit } }));
    });
  }
}
