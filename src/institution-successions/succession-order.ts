import type { LocalDate } from '../shared/dates.js';
import type { InstitutionSuccessionKind } from './institution-succession-kind.js';

/** One institution that gives to another on a day. */
export interface Succession {
  predecessorId: number;
  successorId: number;
  kind: InstitutionSuccessionKind;
  effectiveOn: LocalDate;
}

/**
 * Successions that cannot all be so. By `ENDED`, an institution takes over on or after the day on which
 * it was merged into another one. By `CIRCLE`, it was split off by what comes, over others, from itself.
 */
export interface Contradiction<Each extends Succession> {
  kind: 'ENDED' | 'CIRCLE';
  institutionId: number;
  /** What it gives, and what it takes too late. */
  gives: Each;
  takes: Each;
  /** Those of the circle that lead back; empty unless it has more than two. */
  between: readonly Each[];
}

/**
 * All contradictions between successions. That an institution takes back later, by a merger, what was
 * split from it is none, however many stand between.
 */
export function contradictionsIn<Each extends Succession>(
  successions: readonly Each[],
): Contradiction<Each>[] {
  const giving = Map.groupBy(successions, ({ predecessorId }) => predecessorId);
  return successions.flatMap((takes) => {
    const institutionId = takes.successorId;
    const tooEarly = (giving.get(institutionId) ?? []).filter(
      ({ effectiveOn }) => effectiveOn <= takes.effectiveOn,
    );
    return tooEarly.flatMap((gives): Contradiction<Each>[] => {
      const both = { institutionId, gives, takes };
      if (gives.kind === 'MERGED') return [{ kind: 'ENDED', ...both, between: [] }];
      // What existed before may grow by a merger, but is not formed anew of what came from it.
      if (takes.kind === 'MERGED') return [];
      const between = wayBetween(giving, gives.successorId, takes.predecessorId);
      return between ? [{ kind: 'CIRCLE', ...both, between }] : [];
    });
  });
}

/** The shortest way by which one institution gave to another one; null when there is none. */
function wayBetween<Each extends Succession>(
  giving: ReadonlyMap<number, readonly Each[]>,
  from: number,
  to: number,
): Each[] | null {
  const seen = new Set([from]);
  let ways: { at: number; way: Each[] }[] = [{ at: from, way: [] }];
  while (ways.length > 0) {
    const found = ways.find(({ at }) => at === to);
    if (found) return found.way;
    ways = ways.flatMap(({ at, way }) =>
      (giving.get(at) ?? []).flatMap((each) => {
        if (seen.has(each.successorId)) return [];
        seen.add(each.successorId);
        return [{ at: each.successorId, way: [...way, each] }];
      }),
    );
  }
  return null;
}

/** Whether an institution had been closed for more than a year when it gave. */
export function isLongClosed(closedOn: LocalDate | null, effectiveOn: LocalDate): boolean {
  if (closedOn === null) return false;
  const year = Number(effectiveOn.slice(0, 4)) - 1;
  const yearBefore = `${String(year).padStart(4, '0')}${effectiveOn.slice(4)}`;
  return closedOn < yearBefore;
}
