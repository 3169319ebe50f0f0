import { databaseOf, type EntityManager } from '../database/orm.js';
import type { PublicationState } from '../database/publish.js';
import { COMMAND_LINE, trailOf } from './change.service.js';

/**
 * Adds an audit entry for a command that changes published data. Call it inside `publish`.
 * @param action the name of the command.
 * @param state of the data after it.
 */
export async function recordCommand(
  em: EntityManager,
  action: string,
  state: PublicationState,
  after: object | null,
): Promise<void> {
  const subject = { subjectType: 'Publication', subjectId: 1, subjectVersion: state.revision };
  const trail = trailOf(COMMAND_LINE, action, [{ ...subject, after }], state.publishedAt);
  await trail.execute(databaseOf(em));
}
