import { setTimeout as pause } from 'node:timers/promises';
import {
  StatusUpdateApproveDocument,
  StatusUpdateReturnDocument,
} from '../../../clients/typescript/src/generated/graphql.js';
import { Member, type Run } from './member.js';
import { payloadOf } from './payload.js';

const QUEUE = `{ statusUpdates(first: 8, orderBy: OLDEST_SUBMISSION, filter: { awaitingDecision: true }) {
  nodes { id version canApprove canReturn institution { code }
    newestRevision { entries { criterion { code } } } } } }`;

const UPDATE = `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { version revision } } }`;

/** Somebody who approves and returns what schools hand in, and looks at once whether it is to be seen. */
export class Reviewer {
  readonly member: Member;
  /** Anybody, who sees what is approved. */
  readonly public: Member;
  /** How often they looked after a decision, and what an answer was too old for. */
  readonly looked = { times: 0, stale: new Array<string>() };

  constructor(run: Run, email: string) {
    this.member = new Member(run, email);
    this.public = new Member(run);
  }

  async work(every: number): Promise<void> {
    const { ending } = this.member.run;
    while (!ending.aborted) {
      await this.step();
      await pause(every * (0.5 + Math.random()));
    }
  }

  private async step(): Promise<void> {
    const { code, data } = await this.member.ask('review queue', QUEUE);
    if (code !== 'OK') return;
    const waiting: any[] = data?.['statusUpdates'].nodes.filter((one: any) => one.canApprove);
    const chosen = waiting[Math.floor(Math.random() * waiting.length)];
    if (!chosen) return;
    const { id, version } = chosen;
    const criterion = chosen.newestRevision.entries[0]?.criterion.code;
    if (Math.random() < 0.7 || !criterion) {
      const query = payloadOf(StatusUpdateApproveDocument);
      const { payload } = await this.member.write('statusUpdateApprove', query, (note) => ({
        id,
        version,
        note,
      }));
      await this.#look(this.public, id, payload && { revision: 1 });
      await this.#look(this.member, id, payload?.statusUpdate);
    } else {
      const { payload } = await this.member.write(
        'statusUpdateReturn',
        payloadOf(StatusUpdateReturnDocument),
        (note) => ({ id, version, note, reasons: [{ criterion, reason: 'Xem lại số liệu.' }] }),
      );
      await this.#look(this.member, id, payload?.statusUpdate);
    }
  }

  /** @param least the version or the revision that has been acknowledged; nothing where none was. */
  async #look(
    as: Member,
    id: string,
    least: { version?: number; revision?: number } | null | undefined,
  ): Promise<void> {
    if (!least) return;
    const { code, data } = await as.ask('look after a decision', UPDATE, { id });
    if (code !== 'OK') return;
    const { version = 0, revision = 0 } = least;
    const found = data?.['node'];
    this.looked.times += 1;
    if ((found?.version ?? 0) < version || (found?.revision ?? 0) < revision)
      this.looked.stale.push(`${JSON.stringify(found)} after ${JSON.stringify(least)} of ${id}`);
  }
}
