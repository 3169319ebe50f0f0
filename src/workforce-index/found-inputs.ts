import type { LocalDate } from '../shared/dates.js';
import { SCOPES, subjectKey, type Subject } from '../workforce-registry/record-kinds.js';
import type { Quantity } from '../workforce-registry/workforce.enums.js';
import type { IndexInstitution } from './assumption.js';
import type { Edition, EditionInput } from './edition.js';
import type { Contribution, FoundInput, Inputs } from './score.js';

export interface KnownRecord extends Subject {
  recordId: number;
  versionId: number;
  unitId: number;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  /** A quantity that is missing was not counted. */
  counts: Partial<Record<Quantity, number>>;
}

interface CountedInstitution extends IndexInstitution {
  updateId: number | null;
}

export interface UnitTree {
  id: number;
  children: UnitTree[];
}

export interface IndexFacts {
  tree: UnitTree;
  /** Of all these units, beginning on or before the date. */
  records: readonly KnownRecord[];
  /** Operating in the unit on the date, with a pillar that applies to them. */
  institutions: readonly CountedInstitution[];
}

/** The value of each input that is not a sum, and the inputs whose last count has expired. */
export function findInputs(
  edition: Edition,
  facts: IndexFacts,
  on: { year: number; asOf: LocalDate },
): { leaves: Inputs; expired: Set<string> } {
  const leaves = new Map<string, FoundInput>();
  const expired = new Set<string>();
  for (const [name, input] of Object.entries(edition.inputs)) {
    if (input.from === 'PROGRESS') leaves.set(name, fromProgress(input, facts.institutions));
    if (input.from !== 'REGISTRY') continue;
    const { quantity } = input;
    const holding = facts.records.filter((record) => fits(record, input));
    const good = holding.filter((record) => isGood(record, input, holding, on));
    const found = inTree(facts.tree, good, quantity);
    leaves.set(name, found);
    if (holding.length > good.length && found.state === 'NOT_COUNTED') expired.add(name);
  }
  return { leaves, expired };
}

type RegistryInput = Extract<EditionInput, { from: 'REGISTRY' }>;

function fits(record: KnownRecord, { quantity, tier, audience }: RegistryInput): boolean {
  return (
    record.counts[quantity] !== undefined &&
    (tier === undefined || record.tier === tier) &&
    (audience === undefined || record.audience === audience)
  );
}

/**
 * Whether a count holds: it began in the year, or is the last of its subject and has not expired.
 */
function isGood(
  record: KnownRecord,
  { over }: RegistryInput,
  others: readonly KnownRecord[],
  { year, asOf }: { year: number; asOf: LocalDate },
): boolean {
  if (over === 'YEAR') return record.validFrom.startsWith(`${year}-`);
  const isLast = !others.some(
    (other) => subjectOf(other) === subjectOf(record) && other.validFrom > record.validFrom,
  );
  return isLast && (record.validTo === null || record.validTo >= asOf);
}

function subjectOf(record: KnownRecord): string {
  return `${record.unitId} ${subjectKey(record)}`;
}

/**
 * The unit's own count, or else the sum of all units directly under it. If one of these has no
 * count, the sum is not known.
 */
function inTree(
  { id, children }: UnitTree,
  records: readonly KnownRecord[],
  quantity: Quantity,
): FoundInput {
  const own = widest(records.filter(({ unitId }) => unitId === id));
  if (own.length > 0)
    return counted(
      own.flatMap(({ recordId, versionId, counts: { [quantity]: value } }) =>
        value === undefined ? [] : [{ value, from: { recordId, versionId } }],
      ),
    );
  const parts = children.map((child) => inTree(child, records, quantity));
  return parts.length > 0 && parts.every(({ state }) => state === 'COUNTED')
    ? counted(parts.flatMap(({ contributions }) => contributions))
    : { state: 'NOT_COUNTED', value: 0, contributions: [] };
}

/**
 * Without the counts that are part of another: one over all tiers or topics contains those of each.
 */
function widest(records: readonly KnownRecord[]): KnownRecord[] {
  const within = (inner: KnownRecord, outer: KnownRecord) =>
    inner !== outer &&
    inner.kind === outer.kind &&
    inner.validFrom <= (outer.validTo ?? inner.validFrom) &&
    outer.validFrom <= (inner.validTo ?? outer.validFrom) &&
    SCOPES.every((scope) => outer[scope] === null || outer[scope] === inner[scope]) &&
    SCOPES.some((scope) => outer[scope] !== inner[scope]);
  return records.filter((inner) => !records.some((outer) => within(inner, outer)));
}

function fromProgress(
  { count, group }: Extract<EditionInput, { from: 'PROGRESS' }>,
  institutions: readonly CountedInstitution[],
): FoundInput {
  const members = institutions.filter((institution) => institution.group === group);
  const nothing = { value: 0, contributions: [] };
  if (members.length === 0) return { state: 'NOT_APPLICABLE', ...nothing };
  if (count === 'INSTITUTIONS')
    return { state: 'COUNTED', value: members.length, contributions: [] };
  const reported = members.filter(({ updateId }) => updateId !== null);
  if (reported.length === 0) return { state: 'NOT_COUNTED', ...nothing };
  return counted(
    reported.flatMap(({ id, updateId, completed }) =>
      completed && updateId !== null ? [{ value: 1, from: { institutionId: id, updateId } }] : [],
    ),
  );
}

function counted(contributions: Contribution[]): FoundInput {
  const value = contributions.reduce((sum, contribution) => sum + contribution.value, 0);
  return { state: 'COUNTED', value, contributions };
}
