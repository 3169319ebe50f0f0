/**
 * The rows by a figure, the largest first, with their places from 1 on: equal figures share a place,
 * and the next one is left out. Rows with equal figures stay in the order given, and those without
 * the figure come last, without a place.
 */
export function ranked<Row extends object>(
  rows: readonly Row[],
  figureOf: (row: Row) => number | null,
): (Row & { rank: number | null })[] {
  const known: { row: Row; figure: number }[] = [];
  const unknown: Row[] = [];
  for (const row of rows) {
    const figure = figureOf(row);
    if (figure === null) unknown.push(row);
    else known.push({ row, figure });
  }
  known.sort((a, b) => b.figure - a.figure);
  let rank = 0;
  const places = known.map(({ row, figure }, index) => {
    if (known[index - 1]?.figure !== figure) rank = index + 1;
    return { ...row, rank };
  });
  return [...places, ...unknown.map((row) => ({ ...row, rank: null }))];
}
