import { enumeration, type NameOf } from '../shared/enumeration.js';
import { firstOf, lastOf, required } from '../shared/required.js';
import { assume, type Assumption, type IndexInstitution } from './assumption.js';
import { inputOf, inputsOf, type Edition, type EditionComponent, type Formula } from './edition.js';
import type { Points } from './points.js';
import { maximumOf, scoreIndex, withSums, type Inputs } from './score.js';

export const GapKind = enumeration(
  'NOT_COUNTED',
  'EXPIRED',
  'NOT_DONE',
  'NOT_REPORTED',
  'IN_REVIEW',
  'RETURNED',
);
export type GapKind = NameOf<typeof GapKind>;

export interface GapInstitution extends IndexInstitution {
  name: string;
  observation: 'REPORTED' | 'NOT_REPORTED' | 'IN_REVIEW' | 'RETURNED';
}

/** A reason for missing points, and the counts that would bring them. */
export interface Gap {
  key: string;
  kind: GapKind;
  /** The codes of the components that lack the points. */
  components: string[];
  /** The institution that must act; null when the owner of the components must. */
  institutionId: number | null;
  cure: Assumption[];
  /**
   * The points that closing it brings, by scoring again: the least while the true value is unknown,
   * and the most.
   */
  least: Points;
  most: Points;
}

type Unsorted = Gap & { order: string };

/**
 * All gaps, those with the most points first. Equal ones follow the order of the edition's
 * components, and institutions their names.
 * @param expired the names of inputs whose last count has expired.
 */
export function gapsOf(
  edition: Edition,
  leaves: Inputs,
  institutions: readonly GapInstitution[],
  expired: ReadonlySet<string>,
): Gap[] {
  const now = scoreIndex(edition, leaves).points;
  const brings = (cure: readonly Assumption[]) =>
    scoreIndex(edition, assume(edition, leaves, institutions, cure)).points - now;
  const gaps = [
    ...registryGaps(edition, leaves, expired, brings),
    ...institutionGaps(edition, institutions, brings),
  ].filter(({ most }) => most > 0);
  return sorted(gaps);
}

type Brings = (cure: readonly Assumption[]) => Points;

/**
 * One gap for each component that lacks points because of the registry; the same cure only once.
 */
function registryGaps(
  edition: Edition,
  leaves: Inputs,
  expired: ReadonlySet<string>,
  brings: Brings,
): Unsorted[] {
  const inputs = withSums(edition, leaves);
  const { components } = scoreIndex(edition, leaves);
  const short = components.filter(
    ({ component, state, points }) =>
      state !== 'NOT_APPLICABLE' &&
      points < maximumOf(component) &&
      leavesOf(edition, component).every((name) => inputOf(edition, name).from === 'REGISTRY'),
  );
  const cures = short.map(({ component }) => ({
    component,
    cure: cureOf(edition, component, inputs),
  }));
  return [...Map.groupBy(cures, ({ cure }) => JSON.stringify(cure)).values()].map((same) => {
    const { component, cure } = firstOf(same);
    const uncounted = leavesOf(edition, component).filter(
      (name) => required(inputs, name).state === 'NOT_COUNTED',
    );
    const most = brings(cure);
    return {
      key: `component:${component.code}`,
      kind:
        uncounted.length === 0
          ? 'NOT_DONE'
          : uncounted.every((name) => expired.has(name))
            ? 'EXPIRED'
            : 'NOT_COUNTED',
      components: same.map((each) => each.component.code),
      institutionId: null,
      cure,
      // A count that is missing may turn out to be zero.
      least: uncounted.length === 0 ? most : 0,
      most,
      order: orderOf(edition, component, ''),
    };
  });
}

/** One gap for each institution that has not completed, if a component counts completed ones. */
function institutionGaps(
  edition: Edition,
  institutions: readonly GapInstitution[],
  brings: Brings,
): Unsorted[] {
  const open = institutions.filter(({ completed }) => !completed);
  return [...Map.groupBy(open, ({ group }) => group)].flatMap(([group, members]) => {
    const components = edition.components.filter((component) =>
      leavesOf(edition, component).some((name) => {
        const input = inputOf(edition, name);
        return input.from === 'PROGRESS' && input.count === 'COMPLETED' && input.group === group;
      }),
    );
    if (components.length === 0) return [];
    // All institutions of a group bring the same.
    const most = brings([{ institutionId: firstOf(members).id }]);
    return members.map(({ id, name, observation }) => ({
      key: `institution:${id}`,
      kind: observation === 'REPORTED' ? ('NOT_DONE' as const) : observation,
      components: components.map(({ code }) => code),
      institutionId: id,
      cure: [{ institutionId: id }],
      least: observation === 'REPORTED' ? most : 0,
      most,
      order: orderOf(edition, firstOf(components), name),
    }));
  });
}

export function leavesOf(edition: Edition, { formula }: EditionComponent): string[] {
  const apart = (name: string): string[] => {
    const input = inputOf(edition, name);
    return input.from === 'SUM' ? input.of.flatMap(apart) : [name];
  };
  return inputsOf(formula).flatMap(apart);
}

function cureOf(
  edition: Edition,
  { formula }: EditionComponent,
  inputs: Inputs,
): Extract<Assumption, { input: string }>[] {
  if (formula.kind === 'YES_NO') return reach(edition, inputs, formula.value, 1);
  if (formula.kind === 'STEPS')
    return reach(edition, inputs, formula.value, lastOf(formula.steps).atLeast);
  const part = required(inputs, formula.part);
  const whole = required(inputs, formula.whole);
  // If the whole is not counted or is zero, the smallest number that has a share.
  const size = whole.state === 'COUNTED' && whole.value > 0 ? whole.value : Math.max(1, part.value);
  return [
    ...(size === whole.value ? [] : reach(edition, inputs, formula.whole, size)),
    ...reach(edition, inputs, formula.part, Math.max(part.value, targetOf(formula, size))),
  ];
}

function targetOf(formula: Formula, whole: number): number {
  return formula.kind === 'CAPPED_SHARE' ? Math.ceil((whole * formula.target) / 100) : whole;
}

/**
 * Counts with which an input reaches a value: present counts stay, and the last part of a sum makes
 * the difference.
 */
function reach(
  edition: Edition,
  inputs: Inputs,
  name: string,
  value: number,
): Extract<Assumption, { input: string }>[] {
  const input = inputOf(edition, name);
  if (input.from !== 'SUM') return [{ input: name, value }];
  const valueOf = (each: string) => required(inputs, each).value;
  const giving =
    input.of.findLast((each) => required(inputs, each).state === 'NOT_COUNTED') ?? lastOf(input.of);
  const rest = input.of
    .filter((each) => each !== giving)
    .reduce((sum, each) => sum + valueOf(each), 0);
  return input.of.flatMap((each) => {
    if (each === giving) return reach(edition, inputs, each, Math.max(0, value - rest));
    return required(inputs, each).state === 'NOT_COUNTED' ? reach(edition, inputs, each, 0) : [];
  });
}

function orderOf(edition: Edition, component: EditionComponent, name: string): string {
  const position = edition.components.indexOf(component);
  return `${String(position).padStart(4, '0')} ${name}`;
}

function sorted(gaps: readonly Unsorted[]): Gap[] {
  return gaps
    .toSorted(
      (a, b) =>
        b.most - a.most ||
        b.least - a.least ||
        (a.order < b.order ? -1 : a.order > b.order ? 1 : 0) ||
        (a.key < b.key ? -1 : 1),
    )
    .map(({ order: _order, ...gap }) => gap);
}

/** Sorted gaps with their ranks: equal ones share a rank, and the next is skipped. */
export function ranked<G extends Pick<Gap, 'most' | 'least'>>(
  gaps: readonly G[],
): (G & { rank: number; tied: boolean })[] {
  let before = 0;
  return [...Map.groupBy(gaps, ({ most, least }) => `${most} ${least}`).values()].flatMap(
    (same) => {
      const rank = before + 1;
      before += same.length;
      return same.map((gap) => ({ ...gap, rank, tied: same.length > 1 }));
    },
  );
}
