import { mayKeepRegister } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { databaseOf } from '../database/orm.js';
import { notFound, reasonProblems } from '../graphql/input-check.js';
import { rowIdOf } from '../graphql/node.js';
import { importInstitutionSuccessions } from '../institution-successions/institution-succession.import.js';
import { placesOf } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { codeOf } from './institution-change.service.js';
import { fileOf } from './one-row.js';
import type { InstitutionSuccessionRecordInput } from './register.inputs.js';
import { recordRow, type RegisterChange } from './row-record.service.js';

/**
 * Records that one institution took over from another.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function recordSuccession(
  context: Context,
  input: InstitutionSuccessionRecordInput,
): Promise<Answer<RegisterChange>> {
  requireViewer(context.viewer);
  const request = { action: 'institutionSuccessionRecord', input, publishes: true };
  return change(context, request, async (em, at) => {
    const database = databaseOf(em);
    const institutionId = rowIdOf('Institution', input.predecessor) ?? 0;
    const successorId = rowIdOf('Institution', input.successor) ?? 0;
    const places = await placesOf(database, [institutionId, successorId], context.today);
    const predecessor = await codeOf(database, institutionId);
    const successor = await codeOf(database, successorId);
    const missing = [
      ...(predecessor ? [] : [notFound('predecessor')]),
      ...(successor ? [] : [notFound('successor')]),
    ];
    for (const { unitPath } of places.values())
      if (!mayKeepRegister(context.viewer, unitPath)) throw forbidden();
    const wrong = [...missing, ...reasonProblems(input.reason, ['reason'])];
    if (!predecessor || !successor || wrong.length > 0) return refused(wrong);
    const cells = {
      predecessor_code: predecessor.code,
      predecessor_system: predecessor.system,
      successor_code: successor.code,
      successor_system: successor.system,
      effective_on: input.effectiveOn,
      kind: input.kind,
      legal_document: input.legalDocument ?? undefined,
    };
    return recordRow(
      em,
      context,
      {
        ...{ kind: 'INSTITUTION_SUCCESSIONS', input, institutionId, unitIds: [] },
        day: input.effectiveOn,
      },
      () => importInstitutionSuccessions(em, fileOf(cells), at),
    );
  });
}
