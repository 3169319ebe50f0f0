/** A count that somebody may not see, or sees: by version and quantity. */
export interface Fact {
  key: string;
  value: number;
  hidden: boolean;
}

/** That some numbers add up to another: Σ coefficient × value = 0, or is at most 0. */
export interface Relation {
  terms: readonly { key: string; coefficient: number }[];
  exactly: boolean;
}

export type World = Map<string, number>;

/**
 * Worlds that fit everything the public sees and knows, such that as many hidden counts as possible are
 * another number in at least one of them. What is left over can be worked out.
 * @param hidesTheSame whether the same would be hidden in a world: everybody knows by which rule it is.
 */
export function otherWorlds(
  facts: readonly Fact[],
  relations: readonly Relation[],
  hidesTheSame: (world: World) => boolean,
): { worlds: World[]; told: Fact[] } {
  const truth: World = new Map(facts.map(({ key, value }) => [key, value]));
  const hidden = new Set(facts.filter((fact) => fact.hidden).map(({ key }) => key));
  const of = new Map<string, Relation[]>();
  for (const relation of relations)
    for (const { key } of relation.terms) of.set(key, [...(of.get(key) ?? []), relation]);

  /** The world with a count moved, and others with it until everything adds up again; null if none can. */
  function moved(world: World, key: string, by: number): World | null {
    let tries = 5_000;
    const search = (change: Map<string, number>): World | null => {
      if ((tries -= 1) < 0 || change.size > 14) return null;
      const valueOf = (each: string) => world.get(each)! + (change.get(each) ?? 0);
      if ([...change.keys()].some((each) => valueOf(each) < 0)) return null;
      const broken = [...change.keys()]
        .flatMap((each) => of.get(each) ?? [])
        .map((relation) => ({ relation, off: sumOf(relation, valueOf) }))
        .find(({ relation, off }) => (relation.exactly ? off !== 0 : off > 0));
      if (!broken) {
        const next = new Map([...world.keys()].map((each) => [each, valueOf(each)]));
        return hidesTheSame(next) ? next : null;
      }
      for (const { key: other, coefficient } of broken.relation.terms) {
        if (!hidden.has(other) || change.has(other)) continue;
        const found = search(new Map([...change, [other, -broken.off / coefficient]]));
        if (found) return found;
      }
      return null;
    };
    return search(new Map([[key, by]]));
  }

  const worlds: World[] = [];
  let left = facts.filter((fact) => fact.hidden);
  while (left.length > 0) {
    let world = truth;
    for (const { key, value } of left) {
      if (world.get(key) !== value) continue;
      for (const by of [1, -1, 2, -2, 3, -3]) {
        const next = moved(world, key, by);
        if (!next) continue;
        world = next;
        break;
      }
    }
    const still = left.filter(({ key, value }) => world.get(key) === value);
    if (still.length === left.length) break;
    worlds.push(world);
    left = still;
  }
  return { worlds, told: left };
}

function sumOf({ terms }: Relation, valueOf: (key: string) => number): number {
  return terms.reduce((sum, { key, coefficient }) => sum + coefficient * valueOf(key), 0);
}
