import { paired, required } from '../shared/required.js';
import { inputOf, inputsOf, type Edition, type EditionComponent, type Formula } from './edition.js';
import { apportion, proportion, SCALE, type Points } from './points.js';

/** The source of a part of a number: a record, an institution's update, or an assumption. */
type Origin =
  | { recordId: number; versionId: number }
  | { institutionId: number; updateId: number }
  | { assumed: true };

export interface Contribution {
  value: number;
  from: Origin;
}

/** An input as it was found: counted, not counted, or not applicable. */
export interface FoundInput {
  state: 'COUNTED' | 'NOT_COUNTED' | 'NOT_APPLICABLE';
  /** 0 unless it was counted. */
  value: number;
  contributions: readonly Contribution[];
}

export type ComponentState = 'SCORED' | 'ZERO' | 'NOT_COUNTED' | 'NOT_APPLICABLE';

export interface LedgerEntry {
  points: Points;
  input: string;
  from: Origin;
}

export interface ComponentScore {
  component: EditionComponent;
  state: ComponentState;
  points: Points;
  /** Its points add up to exactly those of the component. */
  ledger: LedgerEntry[];
}

export interface IndexScore {
  components: ComponentScore[];
  points: Points;
  /** Without components that do not apply. */
  maximum: Points;
  /**
   * Σ(weight × points ÷ maximum) ÷ Σ weight of what applies, in ten-thousandths; null when nothing
   * applies.
   */
  index: number | null;
}

export type Inputs = ReadonlyMap<string, FoundInput>;

/**
 * The score of an edition. An input that was not counted earns nothing and is marked so; it is
 * never treated as zero.
 * @param leaves the value of each input that is not a sum.
 */
export function scoreIndex(edition: Edition, leaves: Inputs): IndexScore {
  const inputs = withSums(edition, leaves);
  const components = edition.components.map((component) => scoreComponent(component, inputs));
  const applicable = components.filter(({ state }) => state !== 'NOT_APPLICABLE');
  const sum = (values: number[]) => values.reduce((added, value) => added + value, 0);
  const shares = applicable.map(({ component, points }) => ({
    weight: weightOf(component),
    value: points,
    whole: maximumOf(component),
  }));
  return {
    components,
    points: sum(components.map(({ points }) => points)),
    maximum: sum(applicable.map(({ component }) => maximumOf(component))),
    index: applicable.length === 0 ? null : weighted(shares),
  };
}

/**
 * Σ(weight × value ÷ whole) ÷ Σ weight in ten-thousandths, halves rounded up. It gives an index
 * from its components, and a composite from its parts (PDTI = Σ(weight × index) ÷ 1000).
 */
export function weighted(
  shares: readonly { weight: number; value: number; whole: number }[],
): number {
  // One common denominator, so that nothing is rounded before the end.
  const common = shares.reduce((product, { whole }) => product * BigInt(whole), 1n);
  const numerator = shares.reduce(
    (added, { weight, value, whole }) =>
      added + (BigInt(weight) * BigInt(value) * common) / BigInt(whole),
    0n,
  );
  const denominator = common * shares.reduce((added, { weight }) => added + BigInt(weight), 0n);
  return Number((2n * numerator * BigInt(SCALE) + denominator) / (2n * denominator));
}

export function maximumOf({ maximumPoints }: { maximumPoints: number }): Points {
  return Math.round(maximumPoints * SCALE);
}

function weightOf(component: EditionComponent): number {
  return component.weight === undefined ? maximumOf(component) : component.weight * SCALE;
}

/** All inputs; a sum is counted when all its parts are. */
export function withSums(edition: Edition, leaves: Inputs): Map<string, FoundInput> {
  const found = new Map(leaves);
  const resolve = (name: string): FoundInput => {
    const known = found.get(name);
    if (known) return known;
    const input = inputOf(edition, name);
    const parts = input.from === 'SUM' ? input.of.map(resolve) : [];
    const sum = sumOf(parts);
    found.set(name, sum);
    return sum;
  };
  Object.keys(edition.inputs).forEach(resolve);
  return found;
}

function sumOf(parts: readonly FoundInput[]): FoundInput {
  const asked = parts.filter(({ state }) => state !== 'NOT_APPLICABLE');
  const [state, counted] =
    asked.length === 0
      ? (['NOT_APPLICABLE', []] as const)
      : asked.every((part) => part.state === 'COUNTED')
        ? (['COUNTED', asked] as const)
        : (['NOT_COUNTED', []] as const);
  return {
    state,
    value: counted.reduce((added, { value }) => added + value, 0),
    contributions: counted.flatMap(({ contributions }) => contributions),
  };
}

function scoreComponent(component: EditionComponent, inputs: Inputs): ComponentScore {
  const { formula } = component;
  const used = inputsOf(formula).map((name) => required(inputs, name));
  const nothing = (state: ComponentState) => ({ component, state, points: 0, ledger: [] });
  if (used.some(({ state }) => state === 'NOT_APPLICABLE')) return nothing('NOT_APPLICABLE');
  if (used.some(({ state }) => state === 'NOT_COUNTED')) return nothing('NOT_COUNTED');
  const points = pointsBy(formula, maximumOf(component), (name) => required(inputs, name).value);
  if (points === 0) return nothing('ZERO');
  const [earning] = inputsOf(formula);
  const { contributions } = required(inputs, earning);
  const shares = apportion(
    points,
    contributions.map(({ value }) => value),
  );
  const ledger = paired(contributions, shares).map(([{ from }, share]) => ({
    points: share,
    input: earning,
    from,
  }));
  return { component, state: 'SCORED', points, ledger: ledger.filter((entry) => entry.points > 0) };
}

function pointsBy(formula: Formula, most: Points, valueOf: (name: string) => number): Points {
  switch (formula.kind) {
    case 'SHARE':
    case 'CAPPED_SHARE': {
      const [part, whole] = [valueOf(formula.part), valueOf(formula.whole)];
      const target = formula.kind === 'SHARE' ? 100 : formula.target;
      // A share of nothing: it was counted, and it is zero.
      return whole === 0 ? 0 : Math.min(most, proportion(most, part * 100, whole * target));
    }
    case 'YES_NO':
      return valueOf(formula.value) > 0 ? most : 0;
    case 'STEPS': {
      const reached = formula.steps.filter(({ atLeast }) => valueOf(formula.value) >= atLeast);
      return Math.round((reached.at(-1)?.points ?? 0) * SCALE);
    }
  }
}
