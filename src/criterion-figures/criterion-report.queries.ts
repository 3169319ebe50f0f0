import { setImmediate as othersTurn } from 'node:timers/promises';
import { mayInspectAll } from '../auth/policy.js';
import type { Moment } from '../counts/facts.js';
import type { Sight } from '../distributions/distribution.js';
import type { CriterionRow } from '../frameworks/criterion-row.js';
import { loadCriteria, type FrameworkRow } from '../frameworks/framework.queries.js';
import { knownAtOf, momentKnown } from '../graphql/known-at.js';
import { shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { asHub } from '../shared/who-asks.js';
import { checkInSpan, presentDay } from '../units/unit-span.queries.js';
import type { UnitRow } from '../units/unit.queries.js';
import {
  InstitutionKind,
  kindsOf,
  type InstitutionGroup,
} from '../vocabulary/institution.enums.js';
import { askedFramework } from './asked-framework.queries.js';
import {
  answersAlike,
  askedInstitutions,
  type AskedInstitution,
  type AskedQuestion,
  type CountedAnswer,
} from './asked-institutions.queries.js';
import { figuresOf, type CriterionFiguresRow } from './criterion-figures.js';
import { alikeAnswers, isAsked, type AskedGroup } from './outcomes.js';

/** What is asked; what is left out or null limits nothing. */
export interface CriterionReportQuestion {
  /** The code or the id of the framework. */
  framework: string;
  asOf?: LocalDate | null;
  knownAt?: Date | null;
  kinds?: readonly InstitutionKind[] | null;
  groups?: readonly InstitutionGroup[] | null;
}

export interface CriterionReportRow {
  unit: UnitRow | null;
  framework: FrameworkRow;
  asOf: LocalDate;
  knownAt: Date;
  institutions: number;
  reported: number;
  otherVersion: number;
  notReported: number;
  coveragePercent: number | null;
  /** In the order of the framework. */
  criteria: CriterionFiguresRow[];
}

/** What counts on a date: the institutions, and their answers in groups that are asked the same. */
interface Found {
  institutions: AskedInstitution[];
  groups: AskedGroup[];
  answers: CountedAnswer[];
}

/**
 * The figures of a framework by criterion.
 * @param unit null for the whole country.
 * @throws RequestError OUTSIDE_UNIT_SPAN, FRAMEWORK_UNKNOWN, FRAMEWORK_NOT_IN_FORCE.
 */
export async function loadCriterionReport(
  context: Context,
  unit: UnitRow | null,
  question: CriterionReportQuestion,
): Promise<CriterionReportRow> {
  const moment = await momentKnown(context, question.knownAt);
  const present = unit ? await presentDay(context, unit, moment) : context.today;
  const asOf = question.asOf ?? present;
  if (unit) await checkInSpan(context, unit, asOf, null, moment);
  const { framework, versionIds } = await askedFramework(context, question.framework, asOf, moment);
  const criteria = await loadCriteria(context, framework.id);
  const kinds = kindsAsked(criteria, question);
  const sight = sightOf(context, unit, kinds, question, moment);
  const asked = { versionIds, unitId: unit?.id ?? null, asOf, knownAt: moment, kinds };
  const about = sight === 'NONE' ? [] : [...new Set(criteria.map((each) => each.question.code))];
  const found = await loadFound.required(context, framework.id, asked, about);
  const { institutions, groups } = found;
  const reported = groups.reduce((sum, each) => sum + each.institutions, 0);
  const notReported = institutions.filter(({ revisionId }) => revisionId === null).length;
  return {
    unit,
    framework,
    asOf,
    knownAt: await knownAtOf(context, question.knownAt),
    institutions: institutions.length,
    reported,
    otherVersion: institutions.length - reported - notReported,
    notReported,
    coveragePercent: institutions.length === 0 ? null : (reported / institutions.length) * 100,
    criteria: await figuresIn(framework, criteria, kinds, found, {
      sight,
      isCountry: unit === null,
    }),
  };
}

/** The kinds that the framework asks anything, among those that are wanted. */
function kindsAsked(
  criteria: readonly CriterionRow[],
  { kinds, groups }: CriterionReportQuestion,
): InstitutionKind[] {
  const inGroups = groups?.flatMap(kindsOf);
  return Object.values(InstitutionKind).filter(
    (kind) =>
      criteria.some((criterion) => criterion.kinds.includes(kind)) &&
      (kinds?.includes(kind) ?? true) &&
      (inGroups?.includes(kind) ?? true),
  );
}

/**
 * Whoever does not see into the updates sees provinces and the country, whole and by what is known now:
 * two answers that differ in a filter or a moment would tell of those in whom they differ.
 */
function sightOf(
  { viewer }: Context,
  unit: UnitRow | null,
  asked: readonly InstitutionKind[],
  { kinds, groups }: CriterionReportQuestion,
  knownAt: Moment,
): Sight {
  if (unit && mayInspectAll(viewer, unit.path, asked)) return 'ALL';
  const isWhole = kinds == null && groups == null && knownAt === Infinity;
  return isWhole && (unit === null || unit.kind === 'PROVINCE') ? 'PROTECTED' : 'NONE';
}

const loadFound = shared(
  'criterion figures',
  async (
    database,
    frameworkIds: readonly number[],
    asked: AskedQuestion,
    questions: readonly string[],
  ) => {
    const institutions = await askedInstitutions(database, asked);
    const found = frameworkIds.map(async (id): Promise<[number, Found]> => {
      const revisions: { id: number; group: number }[] = [];
      const groups = new Map<string, AskedGroup & { place: number }>();
      for (const { province, kind, kindThen, revisionId, versionId } of institutions) {
        if (revisionId === null || versionId !== id) continue;
        const key = `${province} ${kind} ${kindThen}`;
        const group = groups.get(key) ?? {
          ...{ province, kind, kindThen, institutions: 0 },
          place: groups.size,
        };
        group.institutions += 1;
        groups.set(key, group);
        revisions.push({ id: revisionId, group: group.place });
      }
      const answers =
        questions.length === 0
          ? []
          : // So that PostgreSQL need not look at each of a million answers for whether it is approved.
            await asHub(() => answersAlike(database, revisions, questions));
      return [id, { institutions, groups: [...groups.values()], answers }];
    });
    return new Map(await Promise.all(found));
  },
);

async function figuresIn(
  { definition }: FrameworkRow,
  criteria: readonly CriterionRow[],
  kinds: readonly InstitutionKind[],
  { institutions, groups, answers }: Found,
  seen: { sight: Sight; isCountry: boolean },
): Promise<CriterionFiguresRow[]> {
  const asked = criteria.filter((criterion) =>
    kinds.some((kind) => criterion.kinds.includes(kind)),
  );
  const given = Map.groupBy(answers, ({ question }) => question);
  const figures: CriterionFiguresRow[] = [];
  for (const [code, together] of Map.groupBy(asked, ({ question }) => question.code)) {
    const counted = together.map((criterion) => ({
      criterion,
      institutions: institutions.filter(({ kind }) => criterion.kinds.includes(kind)).length,
      asked: groups
        .filter((group) => isAsked(criterion, group))
        .reduce((sum, group) => sum + group.institutions, 0),
    }));
    figures.push(
      ...figuresOf(definition, counted, alikeAnswers(groups, given.get(code) ?? []), seen),
    );
    // Those of a country take a second together.
    await othersTurn();
  }
  const places = new Map(asked.map(({ code }, place) => [code, place]));
  const placeOf = ({ criterion }: CriterionFiguresRow) => places.get(criterion.code) ?? 0;
  return figures.sort((a, b) => placeOf(a) - placeOf(b));
}
