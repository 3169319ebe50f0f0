import { Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../request/context.js';
import { AnswerKind } from '../vocabulary/framework.enums.js';
import type { CriterionRow } from './criterion-row.js';
import type { FileQuestion, FileSection } from './framework-file.js';
import {
  allFrameworks,
  loadCriteria,
  loadFramework,
  type FrameworkRow,
} from './framework.queries.js';
import {
  AnswerOption,
  CriterionType,
  FrameworkSectionType,
  FrameworkType,
  QuestionType,
} from './framework.type.js';
import { pillarRules } from './pillar-rule.js';

@Resolver(() => FrameworkType)
class FrameworkResolver {
  @Query(() => [FrameworkType], {
    description: 'All frameworks in all versions, oldest first. There are only a few.',
  })
  frameworks(@Ctx() context: Context): Promise<FrameworkRow[]> {
    return allFrameworks(context.database);
  }

  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() context: Context, @Root() framework: FrameworkRow): string {
    return context.language === 'en' ? framework.nameEn : framework.nameVi;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The percentage of the applicable maximum points that completes a pillar; null where it is not the same for all pillars, or no pillar is completed by a percentage.',
  })
  thresholdPercent(@Root() { definition }: FrameworkRow): number | null {
    const percents = [...pillarRules(definition).values()].map(({ percent }) => percent);
    const [first = null] = percents;
    return percents.every((each) => each === first && Number.isInteger(each)) ? first : null;
  }

  @FieldResolver(() => [FrameworkSectionType], {
    description: 'The sections, in order; those in others stand after them.',
  })
  sections(@Root() { definition }: FrameworkRow): FileSection[] {
    return definition.sections;
  }

  @FieldResolver(() => [CriterionType], { description: 'The criteria, in order.' })
  criteria(
    @Ctx() context: Context,
    @Root() framework: FrameworkRow,
  ): Promise<readonly CriterionRow[]> {
    return loadCriteria(context, framework.id);
  }
}

@Resolver(() => FrameworkSectionType)
class FrameworkSectionResolver {
  @FieldResolver(() => String, { description: 'The name, in the language of the request.' })
  name(@Ctx() { language }: Context, @Root() { name }: FileSection): string {
    return name[language];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The code of the section in which it stands; null at the top.',
  })
  parent(@Root() { parent }: FileSection): string | null {
    return parent ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why its criteria do not add up to the declared maximum, in the language of the request; null where they do.',
  })
  gapReason(@Ctx() { language }: Context, @Root() { gapReason }: FileSection): string | null {
    return gapReason?.[language] ?? null;
  }
}

@Resolver(() => CriterionType)
class CriterionResolver {
  @FieldResolver(() => String, { description: 'The question, in the language of the request.' })
  text(@Ctx() { language }: Context, @Root() { question }: CriterionRow): string {
    return question.text[language];
  }

  @FieldResolver(() => String, { description: 'The code of the section in which it stands.' })
  section(@Root() { asked }: CriterionRow): string {
    return asked.section;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether its section stays at the lowest level until this criterion is met.',
  })
  condition(@Root() { asked }: CriterionRow): boolean {
    return asked.condition ?? false;
  }

  @FieldResolver(() => QuestionType, { description: 'The question that it asks.' })
  question(@Root() { question }: CriterionRow): FileQuestion {
    return question;
  }

  @FieldResolver(() => FrameworkType, {
    nullable: true,
    description: 'The framework that it is of; null in a draft.',
  })
  framework(
    @Ctx() context: Context,
    @Root() { frameworkId }: CriterionRow,
  ): Promise<FrameworkRow | null> {
    return loadFramework(context, frameworkId);
  }
}

@Resolver(() => QuestionType)
class QuestionResolver {
  @FieldResolver(() => String, { description: 'The wording, in the language of the request.' })
  text(@Ctx() { language }: Context, @Root() { text }: FileQuestion): string {
    return text[language];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'How to answer, in the language of the request; null when nothing is said.',
  })
  guidance(@Ctx() { language }: Context, @Root() { guidance }: FileQuestion): string | null {
    return guidance?.[language] ?? null;
  }

  @FieldResolver(() => AnswerKind, { description: 'The form of the answer.' })
  answerKind(@Root() { answer }: FileQuestion): AnswerKind {
    return answer.kind;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What is counted, in the language of the request; null unless the answer is a share or a count.',
  })
  unit(@Ctx() { language }: Context, @Root() { answer }: FileQuestion): string | null {
    return 'unit' in answer ? answer.unit[language] : null;
  }

  @FieldResolver(() => [AnswerOption], {
    description: 'The levels or options, in order; empty for other forms of answers.',
  })
  options(@Ctx() { language }: Context, @Root() { answer }: FileQuestion): AnswerOption[] {
    if ('levels' in answer)
      return answer.levels.map(({ level, name, share }) => ({
        code: String(level),
        name: name[language],
        share,
      }));
    if ('options' in answer)
      return answer.options.map(({ code, name, share = null }) => ({
        code,
        name: name[language],
        share,
      }));
    return [];
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether “does not apply” answers it, with a reason.',
  })
  mayNotApply(@Root() { mayNotApply }: FileQuestion): boolean {
    return mayNotApply ?? false;
  }
}

export const FRAMEWORK_RESOLVERS = [
  FrameworkResolver,
  FrameworkSectionResolver,
  CriterionResolver,
  QuestionResolver,
] as const;
