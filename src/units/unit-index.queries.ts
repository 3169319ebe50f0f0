import type { Database } from '../database/orm.js';
import { type LocalDate, inSpan } from '../shared/dates.js';
import type { SuccessionExtent, UnitKind } from '../vocabulary/unit.enums.js';

export interface KnownUnit {
  id: number;
  kind: UnitKind;
  code: string;
  name: string;
  parentId: number | null;
  path: readonly number[];
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

export class UnitIndex {
  readonly #units: ReadonlyMap<number, KnownUnit>;
  readonly #byCode: ReadonlyMap<string, readonly KnownUnit[]>;
  readonly #successors: ReadonlyMap<
    number,
    readonly { successorId: number; extent: SuccessionExtent }[]
  >;
  readonly #predecessors: ReadonlyMap<number, readonly { predecessorId: number }[]>;

  private constructor(
    units: readonly KnownUnit[],
    successions: readonly {
      predecessorId: number;
      successorId: number;
      extent: SuccessionExtent;
    }[],
  ) {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#byCode = Map.groupBy(units, (unit) => unit.code);
    this.#successors = Map.groupBy(successions, ({ predecessorId }) => predecessorId);
    this.#predecessors = Map.groupBy(successions, ({ successorId }) => successorId);
  }

  static async load(database: Database): Promise<UnitIndex> {
    const [units, successions] = await Promise.all([
      database
        .selectFrom('administrative_unit')
        .select([
          'id',
          'kind',
          'code',
          'name',
          'parent_id as parentId',
          'path',
          'valid_from as validFrom',
          'valid_to as validTo',
        ])
        .execute(),
      database
        .selectFrom('unit_succession')
        .select(['predecessor_id as predecessorId', 'successor_id as successorId', 'extent'])
        .orderBy('successor_id')
        .execute(),
    ]);
    return new UnitIndex(units, successions);
  }

  unit(id: number): KnownUnit {
    const unit = this.#units.get(id);
    if (!unit) throw new Error(`no unit ${id}`);
    return unit;
  }

  successors(id: number): readonly { successorId: number; extent: SuccessionExtent }[] {
    return this.#successors.get(id) ?? [];
  }

  /** The row ids of the units that a unit took over, or parts of them. */
  predecessors(id: number): number[] {
    return (this.#predecessors.get(id) ?? []).map(({ predecessorId }) => predecessorId);
  }

  /** The units that have a code on any day, by their first day. */
  everNamed(code: string, kind: UnitKind): KnownUnit[] {
    return (this.#byCode.get(code) ?? [])
      .filter((unit) => unit.kind === kind)
      .sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
  }

  /** The units that had a code on a date; null means the time before our records. */
  named(code: string, on: LocalDate | null, kind?: UnitKind): KnownUnit[] {
    return (this.#byCode.get(code) ?? []).filter(
      (unit) =>
        (kind === undefined || unit.kind === kind) &&
        (on === null ? unit.validFrom === null : inSpan(unit, on)),
    );
  }
}
