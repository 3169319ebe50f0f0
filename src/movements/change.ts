import { NONE } from '../counts/count.js';
import type { LineSubject } from '../progress/report.js';
import { namesIn } from '../shared/enumeration.js';
import type { BothSides } from './both-sides.queries.js';
import { ProgressChangeReason } from './movement.enums.js';
import {
  CHANGE_COUNTERS,
  countsIn,
  differenceOf,
  isNothing,
  reasonOf,
  type ChangeCounts,
} from './reason.js';

/** The institutions whose counts differ for one reason, and what they add to the difference. */
export interface ChangePart {
  reason: ProgressChangeReason;
  ids: number[];
  difference: ChangeCounts;
}

/** A line at both ends, and the parts that explain the difference in the order of the reasons. */
export interface LineChange extends LineSubject {
  before: ChangeCounts;
  after: ChangeCounts;
  parts: ChangePart[];
}

/** Adds the institutions of a part of the unit to the lines, and to the parts of the lines. */
export class ChangeTally {
  readonly #lines: {
    subject: LineSubject;
    before: ChangeCounts;
    after: ChangeCounts;
    parts: Map<ProgressChangeReason, ChangePart>;
  }[];

  constructor(subjects: readonly LineSubject[]) {
    this.#lines = subjects.map((subject) => ({
      subject,
      before: { ...NONE },
      after: { ...NONE },
      parts: new Map(),
    }));
  }

  add(institutions: readonly BothSides[]): void {
    for (const { subject, before, after, parts } of this.#lines)
      for (const each of institutions) {
        const [was, is] = [countsIn(subject, each.before), countsIn(subject, each.after)];
        increase(before, was);
        increase(after, is);
        const difference = differenceOf(was, is);
        if (isNothing(difference)) continue;
        const reason = reasonOf(subject, each.before, each.after, each.crossing);
        const part = parts.get(reason) ?? { reason, ids: [], difference: { ...NONE } };
        part.ids.push(each.id);
        increase(part.difference, difference);
        parts.set(reason, part);
      }
  }

  lines(): LineChange[] {
    return this.#lines.map(({ subject, before, after, parts }) => ({
      ...subject,
      before,
      after,
      parts: namesIn(ProgressChangeReason).flatMap((reason) => parts.get(reason) ?? []),
    }));
  }
}

function increase(total: ChangeCounts, by: ChangeCounts): void {
  for (const counter of CHANGE_COUNTERS) total[counter] += by[counter];
}
