import type { KeepAliveClient } from './keep-alive-client.js';
import type { Run } from './member.js';
import { PublicReader } from './public-reader.js';
import { ReturningVisitor } from './returning-visitor.js';
import { Reviewer } from './reviewer.js';
import { School, type SchoolDuty } from './school.js';
import { Watcher } from './watcher.js';

/** Who uses the hub, by e-mail and duty. */
export interface Cast {
  schools: readonly SchoolDuty[];
  reviewers: readonly string[];
  visitor: string;
  /** The id of the unit that a screen on a wall shows. */
  unit: string;
}

/** How long somebody does nothing between two steps on average, in milliseconds. */
const PAUSE = { reader: 250, school: 500, reviewer: 400, visitor: 6_000 };
const READERS = 3;

/** Everybody at once, until the run is ending. */
export class MixedLoad {
  readonly clients: KeepAliveClient[];
  readonly #watcher: Watcher;
  readonly #reviewers: readonly Reviewer[];
  readonly #work: (() => Promise<void>)[];

  constructor(run: Run, cast: Cast) {
    const readers = Array.from({ length: READERS }, () => new PublicReader(run));
    const schools = cast.schools.map((duty) => new School(run, duty));
    const reviewers = cast.reviewers.map((email) => new Reviewer(run, email));
    this.#reviewers = reviewers;
    const visitor = new ReturningVisitor(run, cast.visitor);
    this.#watcher = new Watcher(run, cast.unit);
    this.clients = [...readers, ...schools, ...reviewers, visitor].map(
      ({ member }) => member.client,
    );
    this.clients.push(...reviewers.map((one) => one.public.client));
    this.#work = [
      ...readers.map((one) => () => one.work(PAUSE.reader)),
      ...schools.map((one) => () => one.work(PAUSE.school)),
      ...reviewers.map((one) => () => one.work(PAUSE.reviewer)),
      () => visitor.work(PAUSE.visitor),
      () => this.#watcher.work(),
    ];
  }

  /** How often a decision was looked for after it had been acknowledged, and the answers that were older. */
  get looked(): { times: number; stale: string[] } {
    const all = this.#reviewers.map(({ looked }) => looked);
    return {
      times: all.reduce((sum, { times }) => sum + times, 0),
      stale: all.flatMap(({ stale }) => stale),
    };
  }

  get streamAnswers(): number {
    return this.#watcher.seen.answers;
  }

  /** Resolves once everybody has finished what they were at. */
  async go(): Promise<void> {
    await Promise.all(this.#work.map((work) => work()));
  }

  close(): void {
    for (const client of this.clients) client.close();
  }
}
