import type { FrameworkFile, Requirement } from '../framework-file.js';
import { isLoose } from './assemble.js';
import { printRequirement } from './requirement-words.js';
import type { SheetKey } from './sheets.js';

/** The values of a row by the paths of its columns. */
export type FlatRow = Record<string, unknown>;

/** A framework as the rows of its sheets, but for the head; requirements and bands are texts already. */
export function rowsOf(file: FrameworkFile): Record<Exclude<SheetKey, 'framework'>, FlatRow[]> {
  return {
    levels: file.scales.flatMap(({ code, by, levels }) =>
      levels.map((level) => flat({ scale: code, by, ...level })),
    ),
    sections: file.sections.map((section) => flat(section)),
    questions: file.questions.map((question) => flat(question)),
    options: file.questions.flatMap(({ code, answer }) => {
      if (answer.kind === 'LEVEL')
        return answer.levels.map(({ level, ...rest }) =>
          flat({ question: code, option: String(level), ...rest }),
        );
      if (answer.kind !== 'CHOICE') return [];
      return answer.options.map(({ code: option, ...rest }) =>
        flat({ question: code, option, ...rest }),
      );
    }),
    criteria: file.criteria.map((criterion) => {
      const { points } = criterion;
      const bands =
        points?.rule === 'BANDS'
          ? {
              'points.bands': points.bands.map((band) => `${band.from}: ${band.points}`).join('; '),
            }
          : {};
      return { ...flat(criterion), ...bands };
    }),
    indicators: indicatorRows(file),
  };
}

/** The head as values of its fields, and the requirements of its levels in their order. */
export function headOf({ level, ...file }: FrameworkFile): {
  fields: FlatRow;
  levels: { level: number; when: string }[];
} {
  const { scales: _s, sections: _t, questions: _q, criteria: _c, ...rest } = file;
  const { newIndicators: _n, indicators: _i, ...head } = rest;
  if (level?.rule !== 'COMBINATION')
    return {
      fields: flat({ ...head, ...(level && { level: { sections: level.sections } }) }),
      levels: [],
    };
  return {
    fields: flat({ ...head, level: { otherwise: level.otherwise } }),
    levels: level.levels.map((each) => ({
      level: each.level,
      when: printRequirement(each.when, file.code),
    })),
  };
}

/**
 * New indicators stand in one row with what completes them, where the order of both lists allows it; otherwise the rows
 * that complete them follow later.
 */
function indicatorRows({ code, newIndicators, indicators }: FrameworkFile): FlatRow[] {
  const rows: FlatRow[] = [];
  let written = 0;
  const write = (until: number) => {
    for (const each of newIndicators.slice(written, until)) rows.push(flat(each));
    written = Math.max(written, until);
  };
  for (const { indicator, completedWhen } of indicators) {
    const decision = { completedWhen: printed(completedWhen, code) };
    const at = newIndicators.findIndex(
      (each, index) => index >= written && each.code === indicator,
    );
    const made = newIndicators[at];
    if (made) {
      write(at);
      rows.push({ ...flat(made), ...decision });
      written = at + 1;
    } else rows.push({ code: indicator, ...decision });
  }
  write(newIndicators.length);
  return rows;
}

function printed(requirement: Requirement, code: string): string {
  return printRequirement(requirement, code);
}

/** An object whose values stand beside each other, by their paths; lists stay what they are. */
function flat(value: object, path = ''): FlatRow {
  const row: FlatRow = {};
  for (const [name, each] of Object.entries<unknown>({ ...value })) {
    if (isLoose(each)) Object.assign(row, flat(each, `${path}${name}.`));
    else row[`${path}${name}`] = each;
  }
  return row;
}
