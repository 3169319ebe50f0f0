// Schools whose name, kind, ownership and place change on days, kept in the most obvious way.

export const COMMUNES = ['00001', '00002', '00003'];
export const VALUES = {
  name: ['Trường Một', 'Trường Hai', 'Trường Ba'],
  kind: ['PRIMARY_SCHOOL', 'COLLEGE', 'UNIVERSITY'],
  ownership: ['PUBLIC', 'PRIVATE'],
  unit_code: COMMUNES,
};
export type Column = keyof typeof VALUES;
export const COLUMNS = Object.keys(VALUES) as Column[];

/** By school and column, the values by the day since when they hold; '' is since ever. */
export type World = Map<string, Record<Column, Map<string, string>>>;

export function lastDay(values: Map<string, string>, on: string): string {
  return [...values.keys()]
    .filter((day) => day <= on)
    .sort()
    .at(-1)!;
}

export function valueOn(values: Map<string, string>, on: string): string {
  return values.get(lastDay(values, on))!;
}

/** What each school is on a day. */
export function schoolsOn(world: World, day: string) {
  return [...world].map(([code, columns]) => ({
    code,
    name: valueOn(columns.name, day),
    kind: valueOn(columns.kind, day),
    ownership: valueOn(columns.ownership, day),
    unit: valueOn(columns.unit_code, day),
  }));
}

/** Whether a value ever holds: another of the same day would have taken its place. */
export function shows(values: Map<string, string>, value: string): boolean {
  return [...values.values()].includes(value);
}
