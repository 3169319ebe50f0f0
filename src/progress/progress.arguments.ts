import { GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field } from 'type-graphql';
import { loadRules } from '../counts/rules.queries.js';
import type { Rules } from '../counts/rules.js';
import { LIMITS } from '../execution/limits/limits.js';
import { KNOWN_AT } from '../graphql/known-at.js';
import { COMMON_INDICATORS, isCommonIndicator } from '../indicators/indicator.js';
import type { Context } from '../request/context.js';
import { RequestError } from '../shared/errors.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { BoundaryBasis } from '../vocabulary/unit.enums.js';
import { ProgressAssumptionInput } from './assume.inputs.js';
import { countedFor } from './report.js';

@ArgsType()
export class ProgressArguments {
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: KNOWN_AT,
  })
  knownAt?: Date | null;

  @Field(() => BoundaryBasis, {
    defaultValue: BoundaryBasis.AS_REPORTED,
    description: 'The borders by which the figures are counted.',
  })
  basis!: BoundaryBasis;

  @Field(() => [InstitutionGroup], {
    nullable: true,
    description: 'Only lines of these groups; left out means both groups.',
  })
  groups?: InstitutionGroup[] | null;

  @Field(() => [Pillar], {
    nullable: true,
    description:
      'Only lines of these pillars, and of `indicators`; both left out means all pillars, and the line for all four together.',
  })
  pillars?: Pillar[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Only lines of the indicators with these codes, and of \`pillars\`, at most ${LIMITS.list}. An indicator that is about one group has a line in that group only. A code that the hub does not have gives the error INDICATOR_UNKNOWN. Both left out means all pillars, and the line for all four together: other indicators are given only when they are named, or with \`own\`.`,
  })
  indicators?: string[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether there are lines of all indicators of the hub’s own as well, after those of `pillars` and `indicators`.',
  })
  own!: boolean;

  @Field(() => [ProgressAssumptionInput], {
    nullable: true,
    description: `Assumptions for the date, at most ${LIMITS.list}. The report is then hypothetical, and nothing of it is stored. The earlier dates from which the pace is calculated are not changed. An assumption that is not possible gives the error ASSUMPTION_REFUSED. Left out or empty means a real report.`,
  })
  assume?: ProgressAssumptionInput[] | null;
}

/** The indicators of a report. */
interface AskedIndicators {
  /** The codes of those that have lines; null for those that every hub has. */
  codes: string[] | null;
  /** The codes of all that has to be counted for them. */
  counted: readonly string[];
}

function ownIndicators({ indicators }: Rules): string[] {
  return indicators.map(({ code }) => code).filter((code) => !isCommonIndicator(code));
}

/** @throws RequestError INDICATOR_UNKNOWN. */
export function checkIndicators({ indicators }: Rules, codes: readonly string[]): void {
  const unknown = codes.find((asked) => indicators.every(({ code }) => code !== asked));
  if (unknown !== undefined)
    throw new RequestError(
      'INDICATOR_UNKNOWN',
      {
        vi: `Không có chỉ số đo nào mang mã ${unknown}; Query.indicators liệt kê các mã.`,
        en: `No indicator has the code ${unknown}; Query.indicators lists the codes.`,
      },
      { argument: 'indicators' },
    );
}

/** @throws RequestError INDICATOR_UNKNOWN. */
export async function indicatorsAsked(
  context: Context,
  {
    pillars,
    indicators,
    own,
  }: Pick<ProgressArguments, 'pillars' | 'indicators'> & { own?: boolean },
): Promise<AskedIndicators> {
  if (!pillars && !indicators && !own) return { codes: null, counted: COMMON_INDICATORS };
  const rules = await loadRules(context);
  checkIndicators(rules, indicators ?? []);
  const named = pillars || indicators ? [...(pillars ?? []), ...(indicators ?? [])] : null;
  const codes = [...(named ?? COMMON_INDICATORS), ...(own ? ownIndicators(rules) : [])];
  return { codes, counted: countedFor(rules, codes) };
}
