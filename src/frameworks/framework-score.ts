import { required } from '../shared/required.js';
import type { PillarStage } from '../vocabulary/framework.enums.js';
import { groupOf, type InstitutionKind } from '../vocabulary/institution.enums.js';
import {
  hundredths,
  scoreCriteria,
  type CriterionScore,
  type GivenAnswers,
} from './criterion-points.js';
import type { FrameworkFile, Requirement } from './framework-file.js';
import { scoreSections, type SectionScore } from './section-levels.js';

interface IndicatorScore {
  indicator: string;
  stage: PillarStage;
  /** In hundredths, of what its requirement names. */
  points: number;
  maxPoints: number;
}

export interface FrameworkScore {
  criteria: CriterionScore[];
  sections: SectionScore[];
  /** Null where the framework has no levels, or asks the kind nothing that has one. */
  level: number | null;
  /** Those that apply to the kind. */
  indicators: IndicatorScore[];
}

/**
 * What is so of a requirement. What the kind is not asked, or what does not apply by the answers, drops
 * out of `all` and `any`; where nothing is left it is not asked, or does not apply, itself.
 */
type Verdict = 'MET' | 'NOT_MET' | 'NOT_ASKED' | 'DOES_NOT_APPLY';

/**
 * What an institution of a kind reaches with its answers under a framework that has been checked.
 * @param doubtful the codes of questions that may turn out not to apply. What is required of a section
 * in which nothing else applies is not met, even where it is met by nothing: it may drop out.
 */
export function scoreFramework(
  file: FrameworkFile,
  kind: InstitutionKind,
  answers: GivenAnswers,
  doubtful: ReadonlySet<string> = new Set(),
): FrameworkScore {
  const criteria = scoreCriteria(file, kind, answers);
  const sections = scoreSections(file, criteria);
  const judge = new Judge(file, kind, criteria, sections, doubtful);
  return {
    criteria,
    sections,
    level: judge.level,
    indicators: file.indicators.flatMap(({ indicator, completedWhen }) => {
      if (!isFor(file, indicator, kind)) return [];
      const verdict = judge.of(completedWhen);
      if (verdict === 'NOT_ASKED') return [];
      const named = [...judge.namedBy(completedWhen)];
      const points = named.reduce((total, each) => total + each.points, 0);
      const maxPoints = named.reduce((total, each) => total + each.maxPoints, 0);
      const stage = verdict === 'MET' ? 'COMPLETED' : points > 0 ? 'IN_PROGRESS' : 'NOT_STARTED';
      return [{ indicator, stage, points, maxPoints }];
    }),
  };
}

/** Whether an indicator of the file is for a kind; one that it does not bring itself is for those of the hub. */
function isFor({ newIndicators }: FrameworkFile, code: string, kind: InstitutionKind): boolean {
  const { group, kinds } = newIndicators.find((each) => each.code === code) ?? {};
  return (group === undefined || groupOf(kind) === group) && (kinds?.includes(kind) ?? true);
}

class Judge {
  readonly #criteria: ReadonlyMap<string, CriterionScore>;
  readonly #sections: ReadonlyMap<string, SectionScore>;
  readonly #indicators: ReadonlyMap<string, Requirement>;
  readonly level: number | null;

  constructor(
    private readonly file: FrameworkFile,
    private readonly kind: InstitutionKind,
    criteria: readonly CriterionScore[],
    sections: readonly SectionScore[],
    private readonly doubtful: ReadonlySet<string>,
  ) {
    this.#criteria = new Map(criteria.map((each) => [each.criterion.code, each]));
    this.#sections = new Map(sections.map((each) => [each.section.code, each]));
    this.#indicators = new Map(
      file.indicators.map(({ indicator, completedWhen }) => [indicator, completedWhen]),
    );
    this.level = this.#levelOf();
  }

  of(requirement: Requirement): Verdict {
    if ('all' in requirement) return this.#together(requirement.all, (met) => !met.includes(false));
    if ('any' in requirement) return this.#together(requirement.any, (met) => met.includes(true));
    if ('criterion' in requirement) {
      const { bearing, met, reaches } = required(this.#criteria, requirement.criterion);
      if (bearing !== 'APPLIES') return bearing;
      return verdictOf(requirement.atLeast === undefined ? met : reaches(requirement.atLeast));
    }
    if ('section' in requirement) {
      const section = required(this.#sections, requirement.section);
      if ('percent' in requirement) return this.#hasPercent(section, requirement.percent);
      const { level } = section;
      return (
        this.#bearingOf(section.criteria) ?? verdictOf(level !== null && level >= requirement.level)
      );
    }
    if ('framework' in requirement)
      return this.level === null ? 'NOT_ASKED' : verdictOf(this.level >= requirement.level);
    if (!isFor(this.file, requirement.indicator, this.kind)) return 'NOT_ASKED';
    const verdict = this.of(required(this.#indicators, requirement.indicator));
    return verdict === 'DOES_NOT_APPLY' ? 'NOT_MET' : verdict;
  }

  /** The criteria that a requirement names, each once: those of its sections, and of all sections. */
  namedBy(requirement: Requirement): Set<CriterionScore> {
    if ('all' in requirement) return this.#namedByAll(requirement.all);
    if ('any' in requirement) return this.#namedByAll(requirement.any);
    if ('criterion' in requirement)
      return new Set([required(this.#criteria, requirement.criterion)]);
    if ('section' in requirement)
      return new Set(required(this.#sections, requirement.section).criteria);
    if ('framework' in requirement) return new Set(this.#criteria.values());
    if (!isFor(this.file, requirement.indicator, this.kind)) return new Set();
    return this.namedBy(required(this.#indicators, requirement.indicator));
  }

  #namedByAll(requirements: readonly Requirement[]): Set<CriterionScore> {
    return new Set(requirements.flatMap((each) => [...this.namedBy(each)]));
  }

  /** Of the criteria with points, because a percentage is of them. */
  #hasPercent({ criteria, points, maxPoints }: SectionScore, percent: number): Verdict {
    const scored = criteria.filter(({ criterion }) => criterion.points);
    return this.#bearingOf(scored) ?? verdictOf(points * 10_000 >= hundredths(percent) * maxPoints);
  }

  /** Null when anything of a section applies without doubt. */
  #bearingOf(criteria: readonly CriterionScore[]): Verdict | null {
    const applying = criteria.filter(({ bearing }) => bearing === 'APPLIES');
    if (applying.some(({ criterion }) => !this.doubtful.has(criterion.question))) return null;
    if (applying.length > 0) return 'NOT_MET';
    const isAsked = criteria.some(({ bearing }) => bearing === 'DOES_NOT_APPLY');
    return isAsked ? 'DOES_NOT_APPLY' : 'NOT_ASKED';
  }

  #together(parts: readonly Requirement[], holds: (met: boolean[]) => boolean): Verdict {
    const verdicts = parts.map((part) => this.of(part));
    const left = verdicts.filter((each) => each === 'MET' || each === 'NOT_MET');
    if (left.length > 0) return verdictOf(holds(left.map((each) => each === 'MET')));
    return verdicts.includes('DOES_NOT_APPLY') ? 'DOES_NOT_APPLY' : 'NOT_ASKED';
  }

  #levelOf(): number | null {
    const { level: rule } = this.file;
    if (!rule) return null;
    if (rule.rule === 'LOWEST_SECTION') {
      const levels = rule.sections
        .map((code) => required(this.#sections, code).level)
        .filter((level) => level !== null);
      return levels.length > 0 ? Math.min(...levels) : null;
    }
    const verdicts = rule.levels.map(({ level, when }) => ({ level, verdict: this.of(when) }));
    if (verdicts.every(({ verdict }) => verdict === 'NOT_ASKED')) return null;
    const met = verdicts.filter(({ verdict }) => verdict === 'MET');
    return met.length > 0 ? Math.max(...met.map(({ level }) => level)) : rule.otherwise;
  }
}

function verdictOf(met: boolean): Verdict {
  return met ? 'MET' : 'NOT_MET';
}
