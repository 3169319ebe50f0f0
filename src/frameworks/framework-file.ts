import { z } from 'zod';
import type { Text } from '../shared/text.js';
import { InstitutionGroup, InstitutionKind } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';

/** The format of a framework file; another one has another number. */
export const FRAMEWORK_FORMAT = 'edu-dx-hub/framework/1';

/** How deep sections may stand in each other. */
export const DEEPEST_SECTION = 3;

export const text = z.strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1) });
export const code = z
  .string()
  .max(100)
  .regex(/^[\p{L}\p{N}]+([._-][\p{L}\p{N}]+)*$/u);
export const day = z.iso.date();
const kinds = z.array(z.enum(InstitutionKind)).min(1);
const whole = z.int().nonnegative();
/** At most two decimals, so that points are whole hundredths. */
const points = z.number().nonnegative().max(1_000_000).multipleOf(0.01);
/** Of the maximum points; at most four decimals. */
const share = z.number().min(0).max(1).multipleOf(0.0001);
const percent = z.number().min(0).max(100).multipleOf(0.01);

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
  levels: z.array(interval).min(1),
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
    z.strictObject({ all: z.array(requirement).min(1) }),
    z.strictObject({ any: z.array(requirement).min(1) }),
    z.strictObject({ criterion: code, atLeast: z.number().nonnegative().optional() }),
    z.strictObject({ section: code, percent }),
    z.strictObject({ section: code, level: whole }),
    z.strictObject({ framework: code, level: whole }),
    z.strictObject({ indicator: code }),
  ]),
);

/** How the levels of sections make the level of the framework. */
const levelRule = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('LOWEST_SECTION'), sections: z.array(code).min(1) }),
  z.strictObject({
    rule: z.literal('COMBINATION'),
    levels: z.array(z.strictObject({ level: whole, when: requirement })).min(1),
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
    levels: z.array(z.strictObject({ level: whole, name: text, share })).min(2),
  }),
  z.strictObject({ kind: z.literal('SHARE'), unit: text }),
  z.strictObject({ kind: z.literal('COUNT'), unit: text }),
  z.strictObject({
    kind: z.literal('CHOICE'),
    options: z.array(z.strictObject({ code, name: text, share: share.optional() })).min(2),
  }),
  z.strictObject({ kind: z.literal('TEXT') }),
]);

const question = z.strictObject({
  code,
  revision: z.int().positive(),
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
    bands: z.array(z.strictObject({ from: points, points })).min(1),
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
  parts: z.array(code).min(1).optional(),
});

export const frameworkFile = z.strictObject({
  format: z.literal(FRAMEWORK_FORMAT),
  code,
  version: z.int().positive(),
  name: text,
  issuer: z.string().trim().min(1),
  document: z.string().trim().min(1).nullable().optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
  issuedOn: day.nullable().optional(),
  sourceStatus: z.enum(SourceStatus),
  kinds,
  validFrom: day,
  validTo: day.nullable().optional(),
  scales: z.array(scale).default([]),
  level: levelRule.optional(),
  sections: z.array(section).min(1),
  questions: z.array(question).min(1),
  criteria: z.array(criterion).min(1),
  newIndicators: z.array(newIndicator).default([]),
  indicators: z.array(z.strictObject({ indicator: code, completedWhen: requirement })).default([]),
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
