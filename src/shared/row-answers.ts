/** What the author of a file has answered about its rows, by their numbers. */
export interface RowAnswers {
  /** What is asked about the row is so: another school, a reopening, a border that is crossed. */
  taken: ReadonlySet<number>;
  /** The row is not read at all. */
  leftOut: ReadonlySet<number>;
  /** Cells that say something else than the file does, by column. */
  cells: ReadonlyMap<number, Readonly<Record<string, string>>>;
}

export const NO_ANSWERS: RowAnswers = { taken: new Set(), leftOut: new Set(), cells: new Map() };
