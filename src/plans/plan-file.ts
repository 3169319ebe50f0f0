import { z } from 'zod';
import { newIndicatorProblems } from '../frameworks/framework-check.js';
import {
  code,
  day,
  newIndicator,
  text,
  type FileIndicator,
  type FileProblem,
} from '../frameworks/framework-file.js';
import { parseJson, problemsOf } from '../frameworks/read-framework.js';
import { damagesIn } from '../shared/damaged-text.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { UnitKind } from '../vocabulary/unit.enums.js';

const sourceStatus = z.enum(SourceStatus);
const percent = z.number().positive().max(100).multipleOf(0.01);

const target = z.strictObject({
  group: z.enum(InstitutionGroup),
  /** The code of an indicator that the hub has, or that is in `newIndicators`. */
  indicator: code,
  year: z.int(),
  percent,
  /** Left out, the last day of the year. */
  dueOn: day.optional(),
  sourceStatus,
});

/** Percentages of something other than institutions, which no target of the hub can hold. */
const otherShare = z.strictObject({
  text,
  /** What the percentages are of. */
  of: text,
  percents: z.array(z.strictObject({ year: z.int(), percent })).min(1),
  sourceStatus,
});

const planFile = z.strictObject({
  format: z.literal('edu-dx-hub/plan/1'),
  document: z.string().trim(),
  title: text,
  issuer: z.string().trim(),
  issuedOn: day.nullable(),
  url: z.string().trim().nullable(),
  /** Null for the whole country; a code is that of a day. */
  unit: z.strictObject({ kind: z.enum(UnitKind), code: z.string(), on: day }).nullable(),
  sourceStatus,
  /** Where what the file says is from, and how it was read. */
  note: text,
  newIndicators: z.array(newIndicator.omit({ parts: true })).default([]),
  targets: z.array(target).min(1),
  otherShares: z.array(otherShare).default([]),
});

/** A plan with its targets as its file says it; see `docs/plans.md`. */
export type PlanFile = z.infer<typeof planFile>;

/** Reads the file of a plan, with all problems of its form at once. */
export function readPlan(
  content: string,
): { file: PlanFile; problems: [] } | { file: null; problems: FileProblem[] } {
  const parsed = parseJson(content);
  if ('problem' in parsed) return { file: null, problems: [parsed.problem] };
  const read = planFile.safeParse(parsed.value, { reportInput: true });
  const damages = damagesIn(parsed.value);
  if (!read.success)
    return { file: null, problems: [...damages, ...problemsOf(read.error.issues)] };
  const problems = [
    ...damages,
    ...newIndicatorProblems(read.data.newIndicators),
    ...withoutTarget(read.data),
    ...setTwice(read.data),
  ];
  return problems.length > 0 ? { file: null, problems } : { file: read.data, problems: [] };
}

/** An indicator that the plan sets no target on would come from nowhere. */
function withoutTarget({ newIndicators, targets }: PlanFile): FileProblem[] {
  const aimedAt = new Set(targets.map(({ indicator }) => indicator));
  return newIndicators.flatMap((added: FileIndicator, index) =>
    aimedAt.has(added.code)
      ? []
      : [
          {
            path: `newIndicators.${index}`,
            text: {
              vi: `Không chỉ tiêu nào dùng ${added.code}.`,
              en: `No target is set on ${added.code}.`,
            },
          },
        ],
  );
}

function setTwice({ targets }: PlanFile): FileProblem[] {
  const keys = targets.map(({ group, indicator, year }) => `${group} ${indicator} ${year}`);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index
      ? []
      : [
          {
            path: `targets.${index}`,
            text: {
              vi: `Đã có chỉ tiêu cho ${key}.`,
              en: `The target for ${key} is there already.`,
            },
          },
        ],
  );
}
