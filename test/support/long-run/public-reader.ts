import { setTimeout as pause } from 'node:timers/promises';
import { PlannerProgressDocument } from '../../../clients/typescript/src/generated/graphql.js';
import { Member, type Run } from './member.js';

const LIST = `query ($after: String) { institutions(first: 20, after: $after) {
  nodes { code name unit { name } pillars { pillar stage } } pageInfo { endCursor hasNextPage } } }`;
const UPDATES =
  '{ statusUpdates(first: 20) { totalCount nodes { id revision institution { code } } } }';
const FILES = ['institutions.csv', 'progress.csv', 'progress.json', 'institutions.jsonl'];

/** Anybody: progress, lists page by page, downloads, and questions that a cache asks anew. */
export class PublicReader {
  readonly member: Member;
  #after: string | null = null;
  #tag: string | null = null;

  constructor(run: Run) {
    this.member = new Member(run);
  }

  async work(every: number): Promise<void> {
    for (let turn = 0; !this.member.run.ending.aborted; turn += 1) {
      await this.step(turn);
      await pause(every * (0.5 + Math.random()));
    }
  }

  private async step(turn: number): Promise<void> {
    // A download costs as many points as the largest question.
    if (turn % 40 === 39) return this.download(FILES[Math.floor(turn / 40) % FILES.length] ?? '');
    if (turn % 4 === 0) return this.walk();
    if (turn % 4 === 1) return this.revalidate();
    if (turn % 4 === 2)
      await this.member.ask('progress', String(PlannerProgressDocument), { code: '68' });
    else await this.member.ask('updates', UPDATES);
  }

  private async walk(): Promise<void> {
    const { data } = await this.member.ask('list', LIST, { after: this.#after });
    this.#after = data?.['institutions'].pageInfo.endCursor ?? null;
  }

  private async revalidate(): Promise<void> {
    const reply = await this.member.send('GET with an entity tag', {
      method: 'GET',
      path: `/graphql?query=${encodeURIComponent(UPDATES)}`,
      headers: this.#tag ? { 'if-none-match': this.#tag } : {},
    });
    if (reply?.status === 200) this.#tag = reply.headers.etag ?? null;
  }

  private async download(file: string): Promise<void> {
    await this.member.send('download', { method: 'GET', path: `/exports/${file}` });
  }
}
