import { z } from 'zod';
import { parseJson, problemsOf } from '../frameworks/read-framework.js';
import { damagesIn } from '../shared/damaged-text.js';
import type { PlacedProblem } from '../shared/file-refused.js';
import { lastOf, paired } from '../shared/required.js';
import type { Text } from '../shared/text.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import { Audience, Quantity, Tier } from '../workforce-registry/workforce.enums.js';

const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
const name = z.string().regex(/^[a-z][A-Za-z0-9]*$/, { error: 'must be a name like teamUnits' });
/** At most four decimals, so that points are exact. */
const points = z.number().positive().multipleOf(0.0001);
const whole = z.int().positive();

/** The source of a number: the registry, the progress of institutions, or a sum of other inputs. */
const input = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('REGISTRY'),
    quantity: z.enum(Quantity),
    tier: z.enum(Tier).optional(),
    audience: z.enum(Audience).optional(),
    /** YEAR adds up what began in the year; left out, the count in force on the date. */
    over: z.enum(['YEAR']).optional(),
  }),
  z.strictObject({
    from: z.literal('PROGRESS'),
    /** All institutions of a group, or those that completed all four pillars. */
    count: z.enum(['INSTITUTIONS', 'COMPLETED']),
    group: z.enum(InstitutionGroup),
  }),
  z.strictObject({ from: z.literal('SUM'), of: z.array(name).min(1) }),
]);

const formula = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('SHARE'), part: name, whole: name }),
  z.strictObject({
    kind: z.literal('CAPPED_SHARE'),
    part: name,
    whole: name,
    /** The percentage of the whole that earns all points. */
    target: z.int().min(1).max(100),
  }),
  z.strictObject({ kind: z.literal('YES_NO'), value: name }),
  z.strictObject({
    kind: z.literal('STEPS'),
    value: name,
    steps: z.array(z.strictObject({ atLeast: whole, points })).min(1),
  }),
]);

const component = z.strictObject({
  code: z.string().min(1),
  name: text,
  measures: text,
  maximumPoints: points,
  /** In the index; left out, the maximum points. */
  weight: whole.optional(),
  /** Who must act when points are missing. */
  owner: text,
  formula,
  source: z.string().min(1),
  sourceStatus: z.enum(SourceStatus),
});

/** The composite of which this index is a part: Σ(weight × index of the part) ÷ Σ weight. */
const composite = z.strictObject({
  code: z.string().min(1),
  name: text,
  parts: z.array(z.strictObject({ code: z.string().min(1), name: text, weight: whole })).min(1),
  source: z.string().min(1),
});

const edition = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/, { error: 'must be of small letters, digits and hyphens' }),
  version: whole,
  name: text,
  firstYear: z.int().min(2000).max(2200),
  lastYear: z.int().min(2000).max(2200).nullable(),
  /** The kinds of unit for which the edition is used by default. */
  unitKinds: z.array(z.enum(UnitKind)).min(1),
  /** The code under which an authority publishes this index, or as `composite/part`. */
  publishedAs: z.string().min(1).optional(),
  maximumPoints: points,
  source: z.string().min(1),
  sourceStatus: z.enum(SourceStatus),
  inputs: z.record(name, input),
  components: z.array(component).min(1),
  composite: composite.optional(),
});

export type Edition = z.infer<typeof edition>;
export type EditionInput = z.infer<typeof input>;
export type EditionComponent = Edition['components'][number];
export type Formula = z.infer<typeof formula>;

export function readEdition(
  content: string,
): { edition: Edition; problems: [] } | { edition: null; problems: PlacedProblem[] } {
  const parsed = parseJson(content);
  if ('problem' in parsed) return { edition: null, problems: [parsed.problem] };
  const damaged = damagesIn(parsed.value);
  if (damaged.length > 0) return { edition: null, problems: damaged };
  const checked = edition.safeParse(parsed.value, { reportInput: true });
  if (!checked.success) return { edition: null, problems: problemsOf(checked.error.issues) };
  const problems = meaningProblems(checked.data);
  return problems.length > 0
    ? { edition: null, problems }
    : { edition: checked.data, problems: [] };
}

/** The input that an edition has under a name; every name of a formula and of a sum is one of them. */
export function inputOf({ inputs }: Edition, key: string): EditionInput {
  const found = inputs[key];
  if (!found) throw new Error(`The edition has no input ${key}.`);
  return found;
}

/** The names that a formula reads, first that of what earns the points. */
export function inputsOf(of: Formula): [string, ...string[]] {
  return 'part' in of ? [of.part, of.whole] : [of.value];
}

/** The problems across fields: unknown names, cycles, sums that do not add up. */
function meaningProblems(of: Edition): PlacedProblem[] {
  const { inputs, components, maximumPoints } = of;
  const problems: PlacedProblem[] = [];
  const add = (path: string, vi: string, en: string) => problems.push({ path, text: { vi, en } });
  const known = new Set(Object.keys(inputs));
  const unknown = (names: readonly string[], path: string) =>
    names
      .filter((each) => !known.has(each))
      .forEach((each) =>
        add(
          path,
          `không có đầu vào ${each}; các đầu vào là ${[...known].join(', ')}`,
          `there is no input ${each}; the inputs are ${[...known].join(', ')}`,
        ),
      );
  for (const [key, value] of Object.entries(inputs)) {
    if (value.from === 'SUM') unknown(value.of, `inputs.${key}.of`);
    if (isCycle(inputs, key))
      add(`inputs.${key}`, 'là một tổng chứa chính nó', 'is a sum that contains itself');
  }
  components.forEach(({ code, formula: by, maximumPoints: most }, index) => {
    const path = `components.${index}`;
    unknown(inputsOf(by), `${path}.formula`);
    if (components.findIndex((each) => each.code === code) !== index)
      add(`${path}.code`, `${code} có hai lần`, `${code} is there twice`);
    if (by.kind === 'STEPS')
      stepProblems(by.steps, most).forEach(({ vi, en }) => add(`${path}.formula.steps`, vi, en));
  });
  const sum = components.reduce(
    (added, each) => added + Math.round(each.maximumPoints * 10_000),
    0,
  );
  if (sum !== Math.round(maximumPoints * 10_000))
    add(
      'maximumPoints',
      `là ${maximumPoints}, nhưng điểm tối đa của các thành phần cộng lại là ${sum / 10_000}`,
      `is ${maximumPoints}, but the components’ maxima add up to ${sum / 10_000}`,
    );
  if (of.lastYear !== null && of.lastYear < of.firstYear)
    add('lastYear', `trước firstYear, ${of.firstYear}`, `is before firstYear, ${of.firstYear}`);
  return problems;
}

function stepProblems(steps: readonly { atLeast: number; points: number }[], most: number): Text[] {
  const rising = paired(steps.slice(0, -1), steps.slice(1)).every(
    ([before, step]) => step.atLeast > before.atLeast && step.points > before.points,
  );
  const end = lastOf(steps).points;
  return [...(rising ? [] : [NOT_RISING]), ...(end === most ? [] : [endsWith(end, most)])];
}

const NOT_RISING: Text = {
  vi: 'phải tăng dần, cả atLeast và points',
  en: 'have to rise, in atLeast and in points',
};

const endsWith = (end: number, most: number): Text => ({
  vi: `kết thúc ở ${end} điểm, không phải điểm tối đa ${most}`,
  en: `end with ${end} points, not the maximum of ${most}`,
});

function isCycle(inputs: Edition['inputs'], start: string): boolean {
  const seen = new Set<string>();
  const visit = (key: string): boolean => {
    const found = inputs[key];
    if (found?.from !== 'SUM') return false;
    return found.of.some((each) => {
      if (each === start) return true;
      if (seen.has(each)) return false;
      seen.add(each);
      return visit(each);
    });
  };
  return visit(start);
}
