import { required } from '../shared/required.js';
import { inputOf, inputsOf, type Edition, type EditionComponent } from './edition.js';
import type { IndexRow } from './workforce-index.queries.js';
import type { SourcedRecord } from './index-facts.queries.js';
import { toNumber } from './points.js';
import { RECORD_KINDS } from '../workforce-registry/record-kinds.js';
import type { ComponentScore, ComponentState, FoundInput, LedgerEntry } from './score.js';
import type {
  Audience,
  Quantity,
  Tier,
  WithheldReason,
} from '../workforce-registry/workforce.enums.js';

export interface IndexAnswer {
  row: IndexRow;
  /** Whether a count of a record's version is hidden from the viewer. */
  isHidden: (versionId: number, quantity: Quantity) => boolean;
}

export interface ComponentRow {
  answer: IndexAnswer;
  score: ComponentScore;
  component: EditionComponent;
  code: string;
  maximumPoints: number;
  state: ComponentState | 'WITHHELD';
  points: number | null;
  withheld: WithheldReason | null;
  source: string;
  sourceStatus: EditionComponent['sourceStatus'];
}

export function componentRow(answer: IndexAnswer, score: ComponentScore): ComponentRow {
  const { component, state, points } = score;
  const { code, maximumPoints, source, sourceStatus } = component;
  const withheld = componentWithheld(answer, component);
  return {
    answer,
    score,
    component,
    code,
    maximumPoints,
    // The state would reveal counts, even more so when others are assumed.
    state: withheld && (state === 'SCORED' || state === 'ZERO') ? 'WITHHELD' : state,
    points: withheld || state === 'NOT_APPLICABLE' ? null : toNumber(points),
    withheld,
    source,
    sourceStatus,
  };
}

export interface InputRow {
  name: string;
  quantity: Quantity | null;
  tier: Tier | null;
  audience: Audience | null;
  group: 'GENERAL_EDUCATION' | 'COLLEGE_AND_VOCATIONAL' | null;
  completed: boolean;
  state: FoundInput['state'];
  value: number | null;
  withheld: WithheldReason | null;
  expired: boolean;
  assumed: boolean;
  found: FoundInput;
}

/** The inputs of a component; a sum is followed by its parts. */
export function inputRows({ answer, component }: ComponentRow): InputRow[] {
  const { edition, inputs, expired } = answer.row;
  return inputsOf(component.formula)
    .flatMap((name) => withParts(edition, name))
    .map((name) => {
      const input = inputOf(edition, name);
      const found = required(inputs, name);
      const withheld = inputWithheld(answer, name);
      return {
        name,
        quantity: input.from === 'REGISTRY' ? input.quantity : null,
        tier: input.from === 'REGISTRY' ? (input.tier ?? null) : null,
        audience: input.from === 'REGISTRY' ? (input.audience ?? null) : null,
        group: input.from === 'PROGRESS' ? input.group : null,
        completed: input.from === 'PROGRESS' && input.count === 'COMPLETED',
        state: found.state,
        value: withheld || found.state !== 'COUNTED' ? null : found.value,
        withheld,
        expired: expired.has(name),
        assumed: found.contributions.some(({ from }) => 'assumed' in from),
        found,
      };
    });
}

function withParts(edition: Edition, name: string): string[] {
  const input = inputOf(edition, name);
  return [
    name,
    ...(input.from === 'SUM' ? input.of.flatMap((each) => withParts(edition, each)) : []),
  ];
}

export interface LedgerRow {
  points: number;
  input: string;
  assumed: boolean;
  from: LedgerEntry['from'];
}

export function ledgerRows({ score, withheld }: ComponentRow): LedgerRow[] {
  if (withheld) return [];
  return score.ledger.map(({ points, input, from }) => ({
    points: toNumber(points),
    input,
    assumed: 'assumed' in from,
    from,
  }));
}

/**
 * The remarks of documents about a component: its records, and records of the same kinds that say
 * that something was not counted.
 */
export function notesOf({ answer, component }: ComponentRow): SourcedRecord[] {
  const { edition, inputs, records, unit } = answer.row;
  const names = inputsOf(component.formula).flatMap((name) => withParts(edition, name));
  const used = new Set(
    names.flatMap((name) =>
      required(inputs, name).contributions.flatMap(({ from }) =>
        'versionId' in from ? from.versionId : [],
      ),
    ),
  );
  const silent = (record: SourcedRecord) =>
    record.unitId === unit.id &&
    Object.keys(record.counts).length === 0 &&
    (record.validTo === null || record.validTo >= answer.row.asOf) &&
    names.some((name) => {
      const input = inputOf(edition, name);
      return (
        input.from === 'REGISTRY' &&
        required(inputs, name).state === 'NOT_COUNTED' &&
        RECORD_KINDS[record.kind].quantities.includes(input.quantity) &&
        (input.tier === undefined || input.tier === record.tier) &&
        (input.audience === undefined || input.audience === record.audience)
      );
    });
  return records.filter((record) => used.has(record.versionId) || silent(record));
}

/**
 * Why an input is withheld: a count in it is hidden. A sum with a hidden part is withheld too,
 * because differences of sums would reveal the part.
 */
function inputWithheld(answer: IndexAnswer, name: string): WithheldReason | null {
  const { edition, inputs } = answer.row;
  const input = inputOf(edition, name);
  if (input.from === 'SUM')
    return revealsIf(input.of.some((each) => inputWithheld(answer, each) !== null));
  if (input.from !== 'REGISTRY') return null;
  const isHidden = required(inputs, name).contributions.some(
    ({ from }) => 'versionId' in from && answer.isHidden(from.versionId, input.quantity),
  );
  return isHidden ? 'SMALL_COUNT' : null;
}

export function componentWithheld(
  answer: IndexAnswer,
  { formula }: EditionComponent,
): WithheldReason | null {
  return revealsIf(inputsOf(formula).some((name) => inputWithheld(answer, name) !== null));
}

/** Why the total is withheld: with only one hidden component, it would reveal that one. */
export function totalWithheld(answer: IndexAnswer): WithheldReason | null {
  return revealsIf(
    answer.row.edition.components.some((each) => componentWithheld(answer, each) !== null),
  );
}

function revealsIf(hidden: boolean): WithheldReason | null {
  return hidden ? 'WOULD_REVEAL' : null;
}
