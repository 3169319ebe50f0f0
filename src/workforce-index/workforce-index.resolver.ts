import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import { LIMITS } from '../execution/limits/limits.js';
import { KNOWN_AT } from '../graphql/known-at.js';
import type { Connection } from '../graphql/connection.js';
import { byPosition, pageOfList } from '../graphql/list-page.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf } from '../graphql/page.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import type { UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { WithheldReason } from '../workforce-registry/workforce.enums.js';
import type { Edition } from './edition.js';
import { gapsShown, type ShownGap } from './gap-view.js';
import { askIndex } from './index-answer.queries.js';
import { IndexAssumption, IndexGapConnection, IndexGapType } from './index-gap.type.js';
import { componentRow, totalWithheld, type ComponentRow, type IndexAnswer } from './index-view.js';
import { toNumber } from './points.js';
import { loadPublished, type PublishedIndexRow } from './workforce-index.queries.js';
import {
  IndexComponentType,
  IndexEditionType,
  PublishedIndexType,
  WorkforceIndexType,
} from './workforce-index.type.js';

@Resolver(() => AdministrativeUnitType)
export class UnitIndexResolver {
  @FieldResolver(() => WorkforceIndexType, {
    nullable: true,
    description:
      'The digital workforce index of the unit for a year. Null when no edition exists for this kind of unit and the year, or none has the code. It is null with an error at its path for a date outside the period of the unit (OUTSIDE_UNIT_SPAN) or assumptions that are not possible (ASSUMPTION_REFUSED); the rest of the answer stays.',
  })
  workforceIndex(
    @Ctx() context: Context,
    @Root() unit: UnitRow,
    @Arg('year', () => Int, { description: 'The year, such as 2022.' }) year: number,
    @Arg('edition', () => String, {
      nullable: true,
      description:
        'The code of an edition, of which the newest version is used; left out means the edition for this kind of unit and the year.',
    })
    edition: string | null,
    @Arg('asOf', () => GraphQLLocalDate, {
      nullable: true,
      description:
        'The date of the counts, in the period of the unit; left out means the last day of the year, today or the unit’s last day, whichever comes first.',
    })
    asOf: LocalDate | null,
    @Arg('knownAt', () => GraphQLDateTime, {
      nullable: true,
      description: KNOWN_AT,
    })
    knownAt: Date | null,
    @Arg('assume', () => [IndexAssumption], {
      nullable: true,
      description: `Assumptions, at most ${LIMITS.list}. The index is then hypothetical, and nothing of it is stored. An assumption that is not possible gives the error ASSUMPTION_REFUSED, with all reasons in its problems.`,
    })
    assume: IndexAssumption[] | null,
  ): Promise<IndexAnswer | null> {
    const asked = { year, edition: edition ?? null, asOf: asOf ?? null, knownAt: knownAt ?? null };
    return askIndex(context, unit, { ...asked, assume: assume ?? [] });
  }
}

@Resolver(() => WorkforceIndexType)
export class WorkforceIndexResolver {
  @FieldResolver(() => Int, { description: 'The year of the index.' })
  year(@Root() { row }: IndexAnswer): number {
    return row.year;
  }

  @FieldResolver(() => GraphQLLocalDate, { description: 'The date of the counts.' })
  asOf(@Root() { row }: IndexAnswer): LocalDate {
    return row.asOf;
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'The moment up to which records and approvals are counted.',
  })
  knownAt(@Root() { row }: IndexAnswer): Date {
    return row.knownAt;
  }

  @FieldResolver(() => IndexEditionType, {
    description: 'The edition, which sets the components and their formulas.',
  })
  edition(@Root() { row }: IndexAnswer): Edition {
    return row.edition;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the index contains assumptions. Such an index must not be taken as a fact.',
  })
  hypothetical(@Root() { row }: IndexAnswer): boolean {
    return row.assumptions.length > 0;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'The sum of the points of all components, exact to four decimals. Null when withheld.',
  })
  points(@Root() answer: IndexAnswer): number | null {
    return totalWithheld(answer) ? null : toNumber(answer.row.score.points);
  }

  @FieldResolver(() => Float, {
    description: 'The maximum of points, without components that do not apply.',
  })
  maximumPoints(@Root() { row }: IndexAnswer): number {
    return toNumber(row.score.maximum);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'The index, from 0 to 1 with four decimals: Σ(weight × points ÷ maximum) ÷ Σ weight over the components that apply. The weight is the maximum, unless the edition sets another. Null when no component applies, and when withheld.',
  })
  index(@Root() answer: IndexAnswer): number | null {
    const { index } = answer.row.score;
    return index === null || totalWithheld(answer) ? null : toNumber(index);
  }

  @FieldResolver(() => WithheldReason, {
    nullable: true,
    description:
      'The reason why points and index are withheld: the points of a component are withheld, and the total would reveal them. Null when nothing is withheld.',
  })
  withheld(@Root() answer: IndexAnswer): WithheldReason | null {
    return totalWithheld(answer);
  }

  @FieldResolver(() => [IndexComponentType], { description: 'The components, in order.' })
  components(@Root() answer: IndexAnswer): ComponentRow[] {
    return answer.row.score.components.map((score) => componentRow(answer, score));
  }

  @FieldResolver(() => PublishedIndexType, {
    nullable: true,
    description:
      'The index that the authority published for the unit and the year. Null when none is recorded, and when the edition is not published anywhere.',
  })
  async published(
    @Ctx() context: Context,
    @Root() { row }: IndexAnswer,
  ): Promise<PublishedIndexRow | null> {
    const { publishedAs } = row.edition;
    if (publishedAs === undefined) return null;
    const rows = (await loadPublished(context, row.unit.id)) ?? [];
    return (
      rows.find(({ indexCode, year }) => indexCode === publishedAs && year === row.year) ?? null
    );
  }

  @FieldResolver(() => IndexGapConnection, {
    description:
      'All reasons for missing points, those with the most points first. For withheld components, only inputs that were not counted are listed, at the end and without points.',
  })
  gaps(
    @Root() answer: IndexAnswer,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Connection<ShownGap> {
    return pageOfList(gapsShown(answer), pageOf(pageArguments, byPosition('index-gap')));
  }
}

@Resolver(() => IndexEditionType)
export class IndexEditionResolver {
  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() context: Context, @Root() edition: Edition): string {
    return edition.name[context.language];
  }
}

@Resolver(() => PublishedIndexType)
export class PublishedIndexResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'A remark of the source, for example why points are missing, in the language of the request; null when there is none.',
  })
  note(@Ctx() context: Context, @Root() published: PublishedIndexRow): string | null {
    return context.language === 'en' ? published.noteEn : published.noteVi;
  }
}

@Resolver(() => IndexGapType)
export class IndexGapResolver {
  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The institution that must act; null when the owner must act.',
  })
  institution(
    @Ctx() context: Context,
    @Root() gap: ShownGap,
  ): Promise<InstitutionRow | null> | null {
    return gap.institutionId === null ? null : loadInstitution(context, gap.institutionId);
  }

  @FieldResolver(() => String, {
    description: 'Who must act, or make sure that others act, in the language of the request.',
  })
  owner(@Ctx() context: Context, @Root() gap: ShownGap): string {
    return gap.ownerText[context.language];
  }
}
