import { mayOperate } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer, type Event } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { frameworkProblems } from '../frameworks/framework-check.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { recordFramework } from '../frameworks/framework.service.js';
import { notFound } from '../graphql/input-check.js';
import type { Context } from '../request/context.js';
import {
  conflictOf,
  deleteDraft,
  factsOf,
  unfit,
  type DraftRequest,
  type FoundProblem,
} from './draft-import.service.js';
import { loadFrameworkDraft, lockDraft } from './framework-draft.queries.js';
import { hubCriteria } from './hub-criteria.queries.js';
import { publicationProblems } from './publication-check.js';

export type PublicationAnswer = Answer<{ id: number }> & { problems: readonly FoundProblem[] };

/**
 * Publishes a draft: it becomes a version of its framework, never to be edited, and the draft is gone.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN for who does not operate the hub.
 */
export async function publishDraft(
  context: Context,
  { draftId, input }: DraftRequest,
): Promise<PublicationAnswer> {
  requireViewer(context.viewer);
  if (!mayOperate(context.viewer)) throw forbidden();
  // Said before, because the state of the data says whether made-up data is among it.
  const seen = draftId === null ? null : await loadFrameworkDraft(context, draftId);
  const illustrative = seen?.definition.sourceStatus === 'ILLUSTRATIVE';
  const request = { action: 'frameworkPublish', input, publishes: true, illustrative };
  const found: { problems: readonly FoundProblem[] } = { problems: [] };
  const answer = await change(context, request, async (em) => {
    const database = databaseOf(em);
    const draft = draftId === null ? null : await lockDraft(database, { id: draftId });
    if (!draft) return refused([notFound('id')]);
    const conflict = await conflictOf(database, draft, input.version);
    if (conflict) return refused([conflict]);
    const { definition } = draft;
    const { id, problems } = await publishFramework(em, definition);
    if (id === null) {
      found.problems = problems;
      return refused([{ ...unfit(problems.length), field: ['id'] }]);
    }
    await deleteDraft(database, draft.id);
    return { value: { id }, refusals: [], events: [publishedEvent(id, definition)] };
  });
  return { ...answer, problems: found.problems };
}

/** Records a framework unless something keeps it from being published. Call it inside `publish`. */
export async function publishFramework(
  em: EntityManager,
  file: FrameworkFile,
): Promise<{ id: number; problems: [] } | { id: null; problems: FoundProblem[] }> {
  const problems = await problemsOfDraft(databaseOf(em), file);
  if (problems.length > 0) return { id: null, problems };
  return { id: await recordFramework(em, file), problems: [] };
}

/** What keeps a framework from being published as things are now. */
export async function problemsOfDraft(
  database: Database,
  file: FrameworkFile,
): Promise<FoundProblem[]> {
  const hub = await hubCriteria(database, file);
  // What the hub has may have changed since the file was read.
  return [...frameworkProblems(file, hub.indicators), ...publicationProblems(file, hub)];
}

export function publishedEvent(id: number, file: FrameworkFile): Event {
  return { subjectType: 'Framework', subjectId: id, before: null, after: factsOf(file) };
}
