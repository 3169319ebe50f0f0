import { COMMAND_LINE, trailOf } from '../changes/change.service.js';
import { recordCommand } from '../changes/command.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { markIllustrative, publish, type PublicationState } from '../database/publish.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { fileOf, sayTheSame } from '../frameworks/framework-text.js';
import { frameworkByCode } from '../frameworks/framework.queries.js';
import { deleteDraft, storeDraft, type FoundProblem } from './draft-import.service.js';
import { lockDraft } from './framework-draft.queries.js';
import { publishedEvent, publishFramework } from './publication.service.js';

/** What the command did, or would do. */
export interface FrameworkImported {
  outcome: 'PUBLISHED' | 'CREATED' | 'REPLACED' | 'UNCHANGED' | 'REFUSED';
  /** Why it was refused; of a draft, what keeps it from being published. */
  problems: readonly FoundProblem[];
}

interface CommandOptions {
  file: string;
  dryRun: boolean;
  at: Date;
}

/** Stores a framework that was read as the draft of its version, with its entry in the trail. */
export function storeByCommand(
  em: EntityManager,
  framework: FrameworkFile,
  { dryRun, at }: CommandOptions,
): Promise<FrameworkImported> {
  return em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    const by = { accountId: null, at, dryRun };
    const { value, problems, events, isTaken } = await storeDraft(database, framework, by);
    if (isTaken) return { outcome: 'REFUSED', problems };
    await trailOf(COMMAND_LINE, 'import framework', events, at).execute(database);
    return { outcome: value.outcome, problems };
  });
}

/** Publishes a framework that was read; a draft of the same version is gone then. */
export async function publishByCommand(
  em: EntityManager,
  framework: FrameworkFile,
  { file, dryRun }: CommandOptions,
): Promise<FrameworkImported> {
  const work = async (within: EntityManager, at: Date, state: PublicationState) => {
    const database = databaseOf(within);
    const { code, version } = framework;
    const known = await frameworkByCode(database, code, version);
    if (known && sayTheSame(fileOf(known), framework))
      return { changed: false, outcome: 'UNCHANGED' as const, problems: [] };
    const { id, problems } = await publishFramework(within, framework);
    if (id === null) return { changed: false, outcome: 'REFUSED' as const, problems };
    if (framework.sourceStatus === 'ILLUSTRATIVE') await markIllustrative(within);
    const events = [publishedEvent(id, framework)];
    const draft = await lockDraft(database, { code, frameworkVersion: version });
    if (draft) await deleteDraft(database, draft.id);
    await trailOf(COMMAND_LINE, 'import framework', events, at).execute(database);
    await recordCommand(within, 'import framework', state, {
      file,
      framework: `${code} ${version}`,
    });
    return { changed: true, outcome: 'PUBLISHED' as const, problems: [] };
  };
  const { outcome, problems } = await publish(em, work, { dryRun });
  return { outcome, problems };
}
