import type { Problem, Reason } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { noSuchUnit } from '../units/unit-code.js';
import type { KnownUnit, UnitIndex } from '../units/unit-index.queries.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import { propertyNames, refused, type FileFeature } from './boundary-file.js';
import { polygonsOf, type Polygons } from './polygons.js';

/** What the file says of all of its shapes together. */
export interface BoundaryChoices {
  source: string;
  licence: string;
  /** The first day on which the shapes hold. */
  from: LocalDate;
  /** The property of a feature that has the code of its unit. */
  codeProperty: string;
  /** The tier of the units; null where the codes alone tell it. */
  kind: UnitKind | null;
  /** The object of a TopoJSON file that is meant; null where there is one. */
  layer: string | null;
}

/** The shape of one unit in the file. */
export interface BoundaryDraft {
  row: number;
  unit: KnownUnit;
  polygons: Polygons;
}

/**
 * The shapes with their units.
 * @returns all problems of the file beside what is without any.
 * @throws ImportError where no feature has the property with the code.
 */
export function draftsOf(
  features: readonly FileFeature[],
  units: UnitIndex,
  choices: BoundaryChoices,
): { drafts: BoundaryDraft[]; problems: Problem[] } {
  const { codeProperty } = choices;
  const names = propertyNames(features);
  if (!names.includes(codeProperty))
    throw refused('CODE_PROPERTY', noProperty(codeProperty, names));
  const problems: Problem[] = [];
  const rowOf = new Map<number, number>();
  const drafts = features.flatMap(({ properties, geometry }, index): BoundaryDraft[] => {
    const row = index + 1;
    const code = codeIn(properties[codeProperty]);
    const refuse = (reason: Reason) =>
      problems.push({ row, column: codeProperty, value: code, ...reason });
    const polygons = polygonsOf(geometry, refuse);
    if (code === null) {
      refuse(NO_CODE);
      return [];
    }
    const unit = unitOf(code, units, choices, refuse);
    if (!unit) return [];
    const earlier = rowOf.get(unit.id);
    if (earlier !== undefined) refuse(twice(unit, earlier));
    rowOf.set(unit.id, earlier ?? row);
    return [{ row, unit, polygons }];
  });
  return { drafts, problems };
}

/** A number is a code that lost its leading zeros if it had any, which the file cannot tell. */
function codeIn(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function unitOf(
  code: string,
  units: UnitIndex,
  { from, kind }: BoundaryChoices,
  refuse: (reason: Reason) => void,
): KnownUnit | null {
  const [unit, ...others] = units.named(code, from, kind ?? undefined);
  if (unit && others.length === 0) return unit;
  if (unit) {
    refuse(severalKinds([unit, ...others]));
    return null;
  }
  const ever = Object.values(UnitKind).find((each) => units.everNamed(code, each).length > 0);
  const asked = { code, kind: kind ?? ever ?? UnitKind.COMMUNE, on: from, column: '--from' };
  refuse(noSuchUnit(units, asked));
  return null;
}

const NO_CODE: Reason = {
  code: 'CODE_MISSING',
  text: { vi: 'không có mã đơn vị', en: 'has no code of a unit' },
};

function severalKinds(units: readonly KnownUnit[]): Reason {
  const kinds = units.map(({ kind }) => kind).join(', ');
  return {
    code: 'CODE_AMBIGUOUS',
    text: {
      vi: `là mã của nhiều đơn vị (${kinds}); hãy cho thêm --kind`,
      en: `names several units (${kinds}); give --kind as well`,
    },
  };
}

function twice({ name }: KnownUnit, row: number): Reason {
  return {
    code: 'UNIT_TWICE',
    text: {
      vi: `“${name}” đã có ở hình ${row}; hãy gộp các hình của một đơn vị thành một MultiPolygon`,
      en: `“${name}” is feature ${row} already; join the shapes of one unit into one MultiPolygon`,
    },
  };
}

function noProperty(property: string, names: readonly string[]) {
  const list = names.join(', ');
  return {
    vi: `không hình nào có thuộc tính “${property}” với mã đơn vị; tệp có: ${list}; hãy chọn một thuộc tính bằng --code-property`,
    en: `no feature has the property “${property}” with the code of its unit; the file has ${list}; choose one of them with --code-property`,
  };
}
