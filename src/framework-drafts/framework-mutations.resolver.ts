import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { outlineOf } from '../frameworks/framework-outline.js';
import { FRAMEWORK_VERSION_RESOLVERS } from '../frameworks/framework-version.resolver.js';
import { loadFramework } from '../frameworks/framework.queries.js';
import { fromGlobalId } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { discardDraft, importDraft } from './draft-import.service.js';
import {
  FrameworkDraftDiscardInput,
  FrameworkImportInput,
  FrameworkPublishInput,
  FrameworkRetireInput,
} from './framework-draft.inputs.js';
import { loadFrameworkDraft } from './framework-draft.queries.js';
import { DRAFT_RESOLVERS } from './framework-draft.resolver.js';
import {
  FrameworkDraftDiscardPayload,
  FrameworkDraftType,
  FrameworkImportPayload,
  FrameworkPayload,
} from './framework-draft.type.js';
import { publishDraft } from './publication.service.js';
import { retireFramework } from './retirement.service.js';
import { toldProblems } from './told-problem.js';

/** Reading and checking a file costs about as much as a hundred objects. */
const IMPORT_COST = 100;

@Resolver(() => FrameworkDraftType)
class FrameworkMutationsResolver {
  @Mutation(() => FrameworkImportPayload, {
    complexity: ({ childComplexity }) => IMPORT_COST + childComplexity,
    description:
      'Stores the file of a framework as the draft of its code and version, or replaces that draft; or previews it. With any problem of the file itself nothing is stored. For planners of any unit, and operators.',
  })
  async frameworkImport(
    @Ctx() context: Context,
    @Arg('input', () => FrameworkImportInput, { description: 'The file to import.' })
    input: FrameworkImportInput,
  ): Promise<FrameworkImportPayload> {
    const { value, refusals, file, problems } = await importDraft(context, input);
    const { draftId = null, frameworkId = null, outcome = null } = value ?? {};
    return {
      outcome,
      draft: draftId === null ? null : await loadFrameworkDraft(context, draftId),
      framework: frameworkId === null ? null : await loadFramework(context, frameworkId),
      outline: value && file && outlineOf(file),
      problems: toldProblems(problems, context.language),
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => FrameworkPayload, {
    description:
      'Publishes a draft: from then on the version is public and never changes, its new indicators are those of the hub, and rounds can ask it. For operators.',
  })
  async frameworkPublish(
    @Ctx() context: Context,
    @Arg('input', () => FrameworkPublishInput, { description: 'The draft.' })
    input: FrameworkPublishInput,
  ): Promise<FrameworkPayload> {
    const request = { draftId: fromGlobalId('FrameworkDraft', input.id), input };
    const { value, refusals, problems } = await publishDraft(context, request);
    return {
      framework: value && (await loadFramework(context, value.id)),
      problems: toldProblems(problems, context.language),
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => FrameworkPayload, {
    description:
      'Sets the last day on which a framework is in force. Not while an open round asks it. For operators.',
  })
  async frameworkRetire(
    @Ctx() context: Context,
    @Arg('input', () => FrameworkRetireInput, { description: 'The framework and its last day.' })
    input: FrameworkRetireInput,
  ): Promise<FrameworkPayload> {
    const id = fromGlobalId('Framework', input.id);
    const { value, refusals } = await retireFramework(context, id, input);
    return {
      framework: value && (await loadFramework(context, value.id)),
      problems: [],
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => FrameworkDraftDiscardPayload, {
    description:
      'Throws a draft away; published versions stay. For planners of any unit, and operators.',
  })
  async frameworkDraftDiscard(
    @Ctx() context: Context,
    @Arg('input', () => FrameworkDraftDiscardInput, { description: 'The draft.' })
    input: FrameworkDraftDiscardInput,
  ): Promise<FrameworkDraftDiscardPayload> {
    const request = { draftId: fromGlobalId('FrameworkDraft', input.id), input };
    const { value, refusals } = await discardDraft(context, request);
    return { discarded: value !== null, userErrors: userErrors(refusals, context.language) };
  }
}

export const FRAMEWORK_DRAFT_RESOLVERS = [
  ...FRAMEWORK_VERSION_RESOLVERS,
  ...DRAFT_RESOLVERS,
  FrameworkMutationsResolver,
] as const;
