import { cellsOf, subtract, sum, type Cell } from '../counts/count.js';
import {
  askedOf,
  type IndicatorState,
  type Observed,
  type ObservedInstitution,
} from '../counts/observe.js';
import type { RevisionFact } from '../counts/facts.js';
import { isPillar, PILLARS, type CountedIndicator } from '../indicators/indicator.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Text } from '../shared/text.js';
import type { Pillar } from '../vocabulary/framework.enums.js';
import { groupOf } from '../vocabulary/institution.enums.js';

export interface StatedAssumption {
  /** Null when the id is not one of an institution. */
  institutionId: number | null;
  /** Null for all that apply, unless indicators are named. */
  pillars: readonly Pillar[] | null;
  /** The codes of indicators; null when none is named. */
  indicators: readonly string[] | null;
  completed: boolean;
}

export interface AssumptionRow {
  institutionId: number;
  /** The codes of what frameworks decide. */
  indicators: readonly string[];
  completed: boolean;
}

/** Whether each indicator is completed, by its code. */
export type Assumed = ReadonlyMap<string, boolean>;

/** An institution with assumptions, and whether it is in the requested unit. */
export interface AssumedInstitution extends ObservedInstitution {
  inside: boolean;
}

/**
 * The assumptions with their pillars, and all reasons why some are not possible; none is left out
 * silently.
 */
export function checkAssumptions(
  stated: readonly StatedAssumption[],
  institutions: ReadonlyMap<number, AssumedInstitution>,
  known: readonly CountedIndicator[],
): { assumptions: AssumptionRow[]; problems: Refusal[] } {
  const problems: Refusal[] = [];
  const seen = new Map<string, { index: number; completed: boolean }>();
  const assumptions = stated.flatMap((each, index) => {
    const { institutionId, completed } = each;
    const refuse = (code: string, field: string, { vi, en }: Text) =>
      problems.push({
        code,
        field: ['assume', String(index), field],
        text: { vi: `assume[${index}]: ${vi}`, en: `assume[${index}]: ${en}` },
      });
    const institution = institutionId === null ? undefined : institutions.get(institutionId);
    const misplaced = whyNotCounted(institution);
    if (misplaced) refuse(misplaced.code, 'institution', misplaced.text);
    if (!institution || misplaced) return [];
    const { about, refused } = aboutOf(each, institution.observed, known);
    for (const { code, field, text } of refused) refuse(code, field, text);
    for (const indicator of about) {
      const key = `${institution.facts.id} ${indicator}`;
      const other = seen.get(key);
      if (other && other.completed !== completed)
        refuse('CONTRADICTION', 'completed', contradicts(other.index, indicator));
      if (!other) seen.set(key, { index, completed });
    }
    return [{ institutionId: institution.facts.id, indicators: about, completed }];
  });
  return { assumptions, problems };
}

/** What an assumption is about: what frameworks decide of what it names, without repetition. */
function aboutOf(
  { pillars, indicators }: StatedAssumption,
  observed: Observed,
  known: readonly CountedIndicator[],
): { about: string[]; refused: { code: string; field: string; text: Text }[] } {
  const applies = (code: string) => observed.states.get(code)?.applies ?? false;
  const named = pillars ?? (indicators ? [] : PILLARS.filter(applies));
  const asked = [...new Set(indicators ?? [])].map((code) => {
    const indicator = known.find((each) => each.code === code);
    return { code, indicator, parts: indicator ? askedOf(observed, indicator) : [] };
  });
  const about = [...new Set([...named, ...asked.flatMap(({ parts }) => parts)])];
  return {
    about,
    refused: [
      ...named
        .filter((pillar) => !applies(pillar))
        .map((pillar) => ({
          code: 'PILLAR_NOT_APPLICABLE',
          field: 'pillars',
          text: pillarNotApplicable(pillar),
        })),
      ...asked
        .filter(({ parts }) => parts.length === 0)
        .map(({ code, indicator }) => ({
          code: indicator ? 'INDICATOR_NOT_APPLICABLE' : 'INDICATOR_UNKNOWN',
          field: 'indicators',
          text: indicator ? indicatorNotApplicable(code) : indicatorUnknown(code),
        })),
      ...(named.length === 0 && asked.length === 0
        ? [{ code: 'PILLARS_MISSING', field: 'pillars', text: NO_PILLAR }]
        : []),
    ],
  };
}

export function assumedOf(assumptions: readonly AssumptionRow[]): Map<number, Assumed> {
  const assumed = new Map<number, Map<string, boolean>>();
  for (const { institutionId, indicators, completed } of assumptions) {
    const known = assumed.get(institutionId) ?? new Map<string, boolean>();
    for (const indicator of indicators) known.set(indicator, completed);
    assumed.set(institutionId, known);
  }
  return assumed;
}

/**
 * The institution as if its update that counts, or an approved update where none counts, said so.
 * What is so already stays, and what nothing is assumed of stays as it is, or unknown.
 */
export function withAssumed(observed: Observed, assumed: Assumed): Observed {
  const states = new Map(observed.states);
  for (const [code, completed] of assumed) {
    const state = states.get(code);
    if (state) states.set(code, asAssumed(state, completed));
  }
  return { ...observed, states };
}

function asAssumed(state: IndicatorState, completed: boolean): IndicatorState {
  const { reported } = state;
  if (reported && (reported.result.stage === 'COMPLETED') === completed) return state;
  const stage = completed ? 'COMPLETED' : 'IN_PROGRESS';
  // An assumption says nothing about points.
  const result = { stage, points: 0, maxPoints: 0 } as const;
  return { ...state, reported: { result, revision: reported?.revision ?? ASSUMED_UPDATE } };
}

/** The cells to add to the counts of these institutions, so that they are counted as assumed. */
export function assumedCells(
  institutions: Iterable<ObservedInstitution>,
  assumed: ReadonlyMap<number, Assumed>,
  indicators: readonly CountedIndicator[],
): Cell[] {
  return sum(
    [...institutions].flatMap(({ facts, observed }) =>
      subtract(
        cellsOf(facts, withAssumed(observed, assumed.get(facts.id) ?? new Map()), indicators),
        cellsOf(facts, observed, indicators),
      ),
    ),
  );
}

/** Belongs to no round and is never the oldest, so nothing is carried forward from it. */
const ASSUMED_UPDATE: RevisionFact = {
  id: 0,
  updateId: 0,
  roundId: 0,
  referenceDate: '9999-12-31',
  number: 0,
  submittedAt: 0,
  decision: 'APPROVED',
  decidedAt: 0,
  results: {},
};

function whyNotCounted(
  institution: AssumedInstitution | undefined,
): { code: string; text: Text } | null {
  if (!institution)
    return {
      code: 'NOT_FOUND',
      text: {
        vi: 'không có cơ sở nào mang id này.',
        en: 'no institution has this id.',
      },
    };
  const { observed, inside } = institution;
  if (!observed.period)
    return {
      code: 'NOT_OPERATING',
      text: {
        vi: 'cơ sở không hoạt động vào ngày được hỏi.',
        en: 'the institution was not operating on the date asked for.',
      },
    };
  if (!inside)
    return {
      code: 'NOT_IN_UNIT',
      text: {
        vi: 'cơ sở không thuộc đơn vị này vào ngày được hỏi.',
        en: 'the institution was not in this unit on the date asked for.',
      },
    };
  if (groupOf(observed.period.kind) === null)
    return {
      code: 'NOT_COUNTED',
      text: {
        vi: 'không có chỉ tiêu cho loại hình của cơ sở nên cơ sở không được tính.',
        en: 'no target is set for its kind of institution, so it is not counted.',
      },
    };
  return null;
}

const NO_PILLAR: Text = {
  vi: 'không có trụ cột nào; hãy nêu trụ cột, hoặc bỏ pillars để giả định mọi trụ cột áp dụng cho cơ sở.',
  en: 'it is about no pillar; name some, or leave pillars out for all that apply to the institution.',
};

function pillarNotApplicable(pillar: Pillar): Text {
  return {
    vi: `trụ cột ${pillar} không áp dụng cho cơ sở vào ngày được hỏi.`,
    en: `the pillar ${pillar} does not apply to the institution on the date asked for.`,
  };
}

function indicatorNotApplicable(code: string): Text {
  return {
    vi: `chỉ số đo ${code} không áp dụng cho cơ sở vào ngày được hỏi.`,
    en: `the indicator ${code} does not apply to the institution on the date asked for.`,
  };
}

function indicatorUnknown(code: string): Text {
  return {
    vi: `không có chỉ số đo nào mang mã ${code}; Query.indicators liệt kê các mã.`,
    en: `no indicator has the code ${code}; Query.indicators lists the codes.`,
  };
}

function contradicts(index: number, code: string): Text {
  return isPillar(code)
    ? {
        vi: `trái với assume[${index}] về trụ cột ${code}.`,
        en: `it contradicts assume[${index}] on the pillar ${code}.`,
      }
    : {
        vi: `trái với assume[${index}] về chỉ số đo ${code}.`,
        en: `it contradicts assume[${index}] on the indicator ${code}.`,
      };
}
