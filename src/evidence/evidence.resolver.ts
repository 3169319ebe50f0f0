import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { CriterionRow } from '../frameworks/criterion-row.js';
import { loadCriterion } from '../frameworks/framework.queries.js';
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

const RULE = `For the institution’s administrators, while the round takes answers of the institution; what was returned or withdrawn gets its next revision by adding, and removing needs a draft; at most ${MOST_PER_CRITERION} pieces of evidence per criterion. The version of the update stays the same.`;

@Resolver(() => EvidenceType)
export class EvidenceResolver {
  @FieldResolver(() => CriterionType, {
    description: 'The criterion whose answer the evidence supports.',
  })
  criterion(@Ctx() context: Context, @Root() evidence: EvidenceRow): Promise<CriterionRow | null> {
    return loadCriterion(context, evidence);
  }

  @FieldResolver(() => GraphQLDateTime, {
    description:
      'When the evidence was first added to this update, in this or an earlier revision.',
  })
  addedAt(@Root() evidence: EvidenceRow): Date {
    return new Date(evidence.addedAt);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The path of the file on the hub’s own address, to be read with the same bearer token as the graph; null for a link, and for a file that is withheld.',
  })
  downloadPath(@Root() evidence: EvidenceRow): string | null {
    if (!evidence.file || evidence.file.virus !== null) return null;
    return `${DOWNLOADS}/${toGlobalId('Evidence', evidence.id)}`;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The number of other status updates, of any institution and round, that hold the same content in a submitted revision. Evidence that was carried over from an earlier round counts too. Null for a link, and for viewers who are neither reviewers responsible for the institution nor its planners.',
  })
  async reusedIn(@Ctx() context: Context, @Root() evidence: EvidenceRow): Promise<number | null> {
    return (await reuseFor(context, evidence))?.updates ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The number of other institutions that reusedIn counts; null under the same conditions as reusedIn.',
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
      'The number of other pieces of evidence in the same revision that hold the same content; null for a link.',
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
    @Arg('input', () => EvidenceLinkAddInput, {
      description: 'The link and the answer that it supports.',
    })
    input: EvidenceLinkAddInput,
  ): Promise<EvidenceLinkAddPayload> {
    const updateId = fromGlobalId('StatusUpdate', input.statusUpdate);
    const { value, refusals } = await addLink(context, { ...input, named: input, updateId, input });
    const evidence = value && (await loadEvidence(context, value.id));
    return {
      evidence,
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => EvidenceUploadStartPayload, {
    description: `Returns an address that accepts one file for an answer. ${RULE}`,
  })
  async evidenceUploadStart(
    @Ctx() context: Context,
    @Arg('input', () => EvidenceUploadStartInput, {
      description: 'The file and the answer that it supports.',
    })
    input: EvidenceUploadStartInput,
  ): Promise<EvidenceUploadStartPayload> {
    const updateId = fromGlobalId('StatusUpdate', input.statusUpdate);
    const { value, refusals } = await startUpload(context, {
      ...input,
      named: input,
      updateId,
      input,
    });
    const claims = value && { ...value, expiresAt: new Date(value.expiresAt) };
    return {
      upload: claims && {
        address: uploadAddress(context.tokenSecret, claims),
        expiresAt: claims.expiresAt,
        mostBytes: LARGEST_FILE,
      },
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => EvidenceRemovePayload, {
    description: `Removes a link or a file from a draft. Submitted revisions keep theirs. ${RULE}`,
  })
  async evidenceRemove(
    @Ctx() context: Context,
    @Arg('input', () => EvidenceRemoveInput, { description: 'The evidence to remove.' })
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
    description:
      'The links and files that support the answer, in the order in which they were added.',
  })
  evidence(@Ctx() context: Context, @Root() entry: EntryRow): Promise<EvidenceRow[]> {
    return loadEvidenceOf(context, entry);
  }
}

/** Other uses, only for viewers who check the reports of the institution. */
async function reuseFor(context: Context, evidence: EvidenceRow) {
  return mayCheck(context.viewer, evidence) ? loadReuse(context, evidence.id) : null;
}
