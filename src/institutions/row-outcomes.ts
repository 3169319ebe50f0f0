import { Folded } from '../shared/folded.js';
import { paired } from '../shared/required.js';
import type { UnitIndex } from '../units/unit-index.queries.js';
import { ImportOutcome, type ImportedRow } from '../vocabulary/imported-row.js';
import { isDated } from './facts.js';
import { COLUMN_OF } from './institution-columns.js';
import type { CodedHead } from './institution-row.js';
import type { PlannedInstitution } from './institution.service.js';
import type { RowCode, RowGroup } from './row-groups.queries.js';
import type { FactChange } from './statement.js';

/** The outcomes of a file in the order of its rows; an institution may have rows far from each other. */
export class OutcomesInOrder {
  readonly #rows = new Folded<ImportedRow>();
  readonly #waiting = new Map<number, ImportedRow>();
  #next = 0;

  /** @param outcomes of one institution; institutions come in the order of their first rows. */
  add(outcomes: readonly ImportedRow[]): void {
    this.#release(Math.min(...outcomes.map(({ row }) => row)));
    for (const outcome of outcomes) this.#waiting.set(outcome.row, outcome);
  }

  all(): Iterable<ImportedRow> {
    this.#release(Infinity);
    return this.#rows;
  }

  #release(until: number): void {
    for (; this.#next < until && this.#waiting.size > 0; this.#next += 1) {
      const outcome = this.#waiting.get(this.#next);
      if (!outcome) continue;
      this.#rows.add(outcome);
      this.#waiting.delete(this.#next);
    }
  }
}

/**
 * The outcome of each row about one institution.
 * @param changes those of each row that tells of it.
 * @param id its row id, or any number of its own while it has none.
 */
export function outcomesOf(
  { heads, further, codes }: RowGroup,
  { stored, periods }: PlannedInstitution,
  changes: readonly FactChange[][],
  id: number,
  units: UnitIndex,
): ImportedRow[] {
  const outcomeOf = ({ row, code }: CodedHead, told: FactChange[], creates = false) => {
    const its = creates ? undefined : codes.find((each) => each.row === row);
    const columns = [
      ...told.map((change) => columnChange(change, units)),
      ...(its ? codeChanges(its) : []),
    ];
    const known = columns.length > 0 ? ImportOutcome.UPDATED : ImportOutcome.UNCHANGED;
    return {
      row: row.number,
      outcome: creates ? ImportOutcome.CREATED : known,
      subjectType: 'Institution',
      subjectId: id,
      subject: `${code.system} ${code.code} ${periods.at(-1)?.name ?? ''}`.trim(),
      changes: columns,
      trail: { institutionId: id },
    };
  };
  return [
    ...paired(heads, changes).map(([head, told], index) =>
      outcomeOf(head, told, !stored && index === 0),
    ),
    ...further.map((head) => outcomeOf(head, [])),
  ];
}

/** The code that a known institution gets, and the days of codes that change. */
function codeChanges({ code, added, changed }: RowCode): ImportedRow['changes'] {
  const replaced = code.replaces?.code ?? null;
  return [
    ...(added ? [{ column: 'code', before: replaced, after: code.code, since: code.from }] : []),
    ...(!added && changed.length > 0
      ? [{ column: 'code_from', before: null, after: code.from, corrected: true }]
      : []),
  ];
}

function columnChange(
  { attribute, before, after, from, corrected }: FactChange,
  units: UnitIndex,
): ImportedRow['changes'][number] {
  const text = (value: string | null) =>
    attribute === 'PLACE' && value !== null ? units.unit(Number(value)).code : value;
  const column = COLUMN_OF[attribute];
  if (!isDated(attribute)) return { column, before: text(before), after: text(after) };
  return { column, before: text(before), after: text(after), since: from, corrected };
}
