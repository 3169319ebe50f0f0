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

/** Somebody who approves and returns what schools hand in. */
export class Reviewer {
  readonly member: Member;

  constructor(run: Run, email: string) {
    this.member = new Member(run, email);
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
      await this.member.write('statusUpdateApprove', query, (note) => ({ id, version, note }));
    } else {
      await this.member.write(
        'statusUpdateReturn',
        payloadOf(StatusUpdateReturnDocument),
        (note) => ({ id, version, note, reasons: [{ criterion, reason: 'Xem lại số liệu.' }] }),
      );
    }
  }
}
