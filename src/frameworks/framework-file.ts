import { z } from 'zod';
import type { Text } from '../shared/text.js';
import { InstitutionGroup, InstitutionKind } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';

/** The format of a framework file; another one has another number. */
export const FRAMEWORK_FORMAT = 'edu-dx-hub/framework/1';

/** How deep sections may stand in each other. */
export const DEEPEST_SECTION = 3;

/** How deep `all` and `any` may stand in each other. */
export const DEEPEST_REQUIREMENT = 20;

/** The longest text, in characters: a cell of a workbook holds it whatever its letters are. */
const LONGEST = 10_000;
/** The most of anything that is listed; a workbook has rows for all of them. */
const MANY = 1_000;
/** The most of what stands in one cell of a workbook, or belongs to one question or scale. */
const FEW = 100;

const words = z.string().trim().min(1).max(LONGEST);
export const text = z.strictObject({ vi: words, en: words });
/** One letter is one sign, however a program composed it. */
export const code = z
  .string()
  .normalize('NFC')
  .max(100)
  .regex(/^[\p{L}\p{N}]+([._-][\p{L}\p{N}]+)*$/u);
export const day = z.iso.date();
const kinds = z.array(z.enum(InstitutionKind)).min(1).max(FEW);
const LARGEST_NUMBER = 999_999;
const whole = z.int().nonnegative().max(LARGEST_NUMBER);
const number = z.int().positive().max(LARGEST_NUMBER);
/** At most two decimals, so that points are whole hundredths. */
const points = decimal(1_000_000, 2);
/** Of the maximum points; at most four decimals. */
const share = decimal(1, 4);
const percent = decimal(100, 2);

/** A number from 0 to the most, with so many decimals; those that are smaller than the last one are told, too. */
function decimal(most: number, decimals: number) {
  const parts = 10 ** decimals;
  return z
    .number()
    .nonnegative()
    .max(most)
    .check(({ value, issues }) => {
      if (Math.round(value * parts) / parts !== value)
        issues.push({
          code: 'not_multiple_of',
          divisor: 1 / parts,
          input: value,
          origin: 'number',
        });
    });
}

const interval = z.strictObject({
  level: whole,
  name: text,
  from: points,
  fromIncluded: z.boolean(),
  /** Null where the scale is open at the top. */
  to: points.nullable(),
  toIncluded: z.boolean().optional(),
});

const scale = z.strictObject({
  code,
  /** What the intervals are of: points as they are, or percent of the applicable sum. */
  by: z.enum(['POINTS', 'PERCENT']),
  levels: z.array(interval).min(1).max(FEW),
});

/** What has to be so; `all` and `any` nest. */
export type Requirement =
  | { all: Requirement[] }
  | { any: Requirement[] }
  | { criterion: string; atLeast?: number | undefined }
  | { section: string; percent: number }
  | { section: string; level: number }
  | { framework: string; level: number }
  | { indicator: string };

const requirement: z.ZodType<Requirement> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(requirement).min(1).max(FEW) }),
    z.strictObject({ any: z.array(requirement).min(1).max(FEW) }),
    z.strictObject({ criterion: code, atLeast: points.optional() }),
    z.strictObject({ section: code, percent }),
    z.strictObject({ section: code, level: whole }),
    z.strictObject({ framework: code, level: whole }),
    z.strictObject({ indicator: code }),
  ]),
);

/** How the levels of sections make the level of the framework. */
const levelRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('LOWEST_SECTION'), sections: z.array(code).min(1).max(FEW) }),
  z.strictObject({
    rule: z.literal('COMBINATION'),
    levels: z
      .array(z.strictObject({ level: whole, when: requirement }))
      .min(1)
      .max(FEW),
    otherwise: whole,
  }),
]);

const section = z.strictObject({
  code,
  name: text,
  parent: code.optional(),
  /** What the source declares; the sum of the criteria is computed. */
  maximum: points,
  scale: code.optional(),
  /** Why the criteria do not add up to the declared maximum. */
  gapReason: text.optional(),
});

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('YES_NO') }),
  z.strictObject({
    kind: z.literal('LEVEL'),
    levels: z
      .array(z.strictObject({ level: whole, name: text, share }))
      .min(2)
      .max(FEW),
  }),
  z.strictObject({ kind: z.literal('SHARE'), unit: text }),
  z.strictObject({ kind: z.literal('COUNT'), unit: text }),
  z.strictObject({
    kind: z.literal('CHOICE'),
    options: z
      .array(z.strictObject({ code, name: text, share: share.optional() }))
      .min(2)
      .max(FEW),
  }),
  z.strictObject({ kind: z.literal('TEXT') }),
]);

const question = z.strictObject({
  code,
  revision: number,
  /** Whether answers to the revision before stay answers to this one. */
  continues: z.boolean().optional(),
  text,
  guidance: text.optional(),
  answer,
  mayNotApply: z.boolean().optional(),
});

/** How answers earn points. */
const pointRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('ALL'), maximum: points }),
  z.strictObject({ rule: z.literal('PROPORTION'), maximum: points }),
  z.strictObject({
    rule: z.literal('BANDS'),
    maximum: points,
    /** From a count, or a percentage of the total, on. */
    bands: z
      .array(z.strictObject({ from: points, points }))
      .min(1)
      .max(FEW),
  }),
]);

const criterion = z.strictObject({
  code,
  section: code,
  question: code,
  points: pointRule.optional(),
  /** Whether its section stays at the lowest level until it is met. */
  condition: z.boolean().optional(),
  evidence: z.enum(['REQUIRED', 'OPTIONAL', 'NONE']).optional(),
  required: z.boolean().optional(),
  /** Who is asked; left out, all kinds of the framework. */
  kinds: kinds.optional(),
});

/** An indicator that the hub does not have yet. */
export const newIndicator = z.strictObject({
  code,
  name: text,
  group: z.enum(InstitutionGroup).optional(),
  kinds: kinds.optional(),
  /** The indicators of which it is made, each from the report that decides it. */
  parts: z.array(code).min(1).max(FEW).optional(),
});

export const frameworkFile = z.strictObject({
  format: z.literal(FRAMEWORK_FORMAT),
  code,
  version: number,
  name: text,
  issuer: words,
  document: words.nullable().optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(LONGEST)
    .nullable()
    .optional(),
  issuedOn: day.nullable().optional(),
  sourceStatus: z.enum(SourceStatus),
  kinds,
  validFrom: day,
  validTo: day.nullable().optional(),
  scales: z.array(scale).max(FEW).default([]),
  level: levelRule.optional(),
  sections: z.array(section).min(1).max(MANY),
  questions: z.array(question).min(1).max(MANY),
  criteria: z.array(criterion).min(1).max(MANY),
  newIndicators: z.array(newIndicator).max(MANY).default([]),
  indicators: z
    .array(z.strictObject({ indicator: code, completedWhen: requirement }))
    .max(MANY)
    .default([]),
});

/** A framework as its file says it; see `docs/frameworks.md`. */
export type FrameworkFile = z.infer<typeof frameworkFile>;
export type FileSection = FrameworkFile['sections'][number];
export type FileCriterion = FrameworkFile['criteria'][number];
export type FileQuestion = FrameworkFile['questions'][number];
export type FileIndicator = FrameworkFile['newIndicators'][number];
export type Scale = FrameworkFile['scales'][number];
export type Interval = Scale['levels'][number];

/** Something in a framework file that keeps it from being used. */
export interface FileProblem {
  /** Where it stands in the file, such as `criteria.3.points`; empty for the whole of it. */
  path: string;
  text: Text;
  /** In a workbook: the name of the sheet, the row from 1 on, and the letters of the column. */
  sheet?: string;
  row?: number;
  column?: string;
}
