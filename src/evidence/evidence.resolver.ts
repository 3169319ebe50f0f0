import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { loadCriterion, type CriterionRow } from '../frameworks/framework.queries.js';
import { CriterionType } from '../frameworks/framework.type.js';
import { fromGlobalId, toGlobalId } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import type { EntryRow } from '../status-updates/entry.queries.js';
import { StatusUpdateEntryType } from '../status-updates/revision.type.js';
import { MOST_PER_CRITERION } from './change-draft.service.js';
import {
  EvidenceLinkAddInput,
  EvidenceRemoveInput,
  EvidenceUploadStartInput,
} from './evidence.inputs.js';
import {
  loadEvidence,
  loadEvidenceOf,
  loadReuse,
  mayCheck,
  type EvidenceRow,
} from './evidence.queries.js';
import { addLink, removeEvidence } from './evidence.service.js';
import {
  EvidenceLinkAddPayload,
  EvidenceRemovePayload,
  EvidenceType,
  EvidenceUploadStartPayload,
} from './evidence.type.js';
import { LARGEST_FILE } from './receive-file.js';
import { DOWNLOADS, uploadAddress } from './upload-address.js';
import { startUpload } from './upload.service.js';

const RULE = `By the institution’s administrators, while the round takes answers and the update has a draft; at most ${MOST_PER_CRITERION} pieces for a criterion. The update keeps its version.`;

@Resolver(() => EvidenceType)
export class EvidenceResolver {
  @FieldResolver(() => CriterionType, { description: 'The question whose answer it backs.' })
  criterion(@Ctx() context: Context, @Root() evidence: EvidenceRow): Promise<CriterionRow | null> {
    return loadCriterion(context, evidence);
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'When it was first added to this update, in this revision or one before.',
  })
  addedAt(@Root() evidence: EvidenceRow): Date {
    return new Date(evidence.addedAt);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the file can be fetched, with the same bearer token as the graph: a path on the hub’s own address; null for a link.',
  })
  downloadPath(@Root() evidence: EvidenceRow): string | null {
    return evidence.file && `${DOWNLOADS}/${toGlobalId('Evidence', evidence.id)}`;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many other status updates, of any institution and round, hold the same content in a revision that was handed in; carrying evidence on from an earlier round counts. Null for a link, and for who does not check the institution: only its reviewers in duty and its planners see it.',
  })
  async reusedIn(@Ctx() context: Context, @Root() evidence: EvidenceRow): Promise<number | null> {
    return (await reuseFor(context, evidence))?.updates ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many other institutions are among those of reusedIn; null as there.',
  })
  async reusedByOthers(
    @Ctx() context: Context,
    @Root() evidence: EvidenceRow,
  ): Promise<number | null> {
    return (await reuseFor(context, evidence))?.institutions ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'How many other pieces of evidence in the same revision hold the same content; null for a link.',
  })
  async repeatedHere(
    @Ctx() context: Context,
    @Root() evidence: EvidenceRow,
  ): Promise<number | null> {
    return (await loadReuse(context, evidence.id))?.here ?? null;
  }

  @Mutation(() => EvidenceLinkAddPayload, { description: `Adds a link to an answer. ${RULE}` })
  async evidenceLinkAdd(
    @Ctx() context: Context,
    @Arg('input', () => EvidenceLinkAddInput, { description: 'The link, and what it backs.' })
    input: EvidenceLinkAddInput,
  ): Promise<EvidenceLinkAddPayload> {
    const updateId = fromGlobalId('StatusUpdate', input.statusUpdate);
    const { value, refusals } = await addLink(context, { ...input, updateId, input });
    const evidence = value && (await loadEvidence(context, value.id));
    return {
      evidence: evidence as EvidenceType | null,
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => EvidenceUploadStartPayload, {
    description: `Gives out an address that takes one file for an answer. ${RULE}`,
  })
  async evidenceUploadStart(
    @Ctx() context: Context,
    @Arg('input', () => EvidenceUploadStartInput, { description: 'The file, and what it backs.' })
    input: EvidenceUploadStartInput,
  ): Promise<EvidenceUploadStartPayload> {
    const updateId = fromGlobalId('StatusUpdate', input.statusUpdate);
    const { value, refusals } = await startUpload(context, { ...input, updateId, input });
    const expiresAt = value && new Date(value.expiresAt);
    return {
      upload: value && {
        address: uploadAddress(context.tokenSecret, {
          uploadId: value.uploadId,
          expiresAt: expiresAt!,
        }),
        expiresAt: expiresAt!,
        mostBytes: LARGEST_FILE,
      },
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => EvidenceRemovePayload, {
    description: `Takes a link or a file out of a draft; revisions that were handed in keep theirs. ${RULE}`,
  })
  async evidenceRemove(
    @Ctx() context: Context,
    @Arg('input', () => EvidenceRemoveInput, { description: 'What to remove.' })
    input: EvidenceRemoveInput,
  ): Promise<EvidenceRemovePayload> {
    const id = fromGlobalId('Evidence', input.evidence);
    const { value, refusals } = await removeEvidence(context, id, input);
    return {
      removed: value && input.evidence,
      userErrors: userErrors(refusals, context.language),
    };
  }
}

@Resolver(() => StatusUpdateEntryType)
export class EntryEvidenceResolver {
  @FieldResolver(() => [EvidenceType], {
    description: 'The links and files that back the answer, in the order they were added.',
  })
  evidence(@Ctx() context: Context, @Root() entry: EntryRow): Promise<EvidenceRow[]> {
    return loadEvidenceOf(context, entry);
  }
}

/** Where it is used again, for who checks the institution. */
async function reuseFor(context: Context, evidence: EvidenceRow) {
  return mayCheck(context.viewer, evidence) ? loadReuse(context, evidence.id) : null;
}
