import { cellsOf } from '../counts/count.js';
import type { Connection } from '../graphql/connection.js';
import type { Page } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { institutionsWithIds, type InstitutionRow } from '../institutions/institution.queries.js';
import type { Context } from '../request/context.js';
import { assumedOf, withAssumed } from './assume.js';
import { loadObserved } from './nearest.queries.js';
import { lineOf, type ProgressLineRow } from './progress-line.js';
import type { ProgressFigure } from './progress.enums.js';

const FIELDS = {
  INSTITUTIONS: 'institutions',
  COMPLETED: 'completed',
  REPORTED: 'reported',
  IN_REVIEW: 'inReview',
  NOT_REPORTED: 'notReported',
  CARRIED_FORWARD: 'carriedForward',
  NOT_APPLICABLE: 'notApplicable',
} as const satisfies Record<ProgressFigure, keyof ProgressLineRow>;

/**
 * The institutions that a figure of a line counts: those for which the same line, made of each
 * alone, counts one. This way, the list and the figure cannot differ.
 * @throws RequestError of the page.
 */
export async function loadCounted(
  context: Context,
  { group, indicator, inputs }: ProgressLineRow,
  figure: ProgressFigure,
  page: Page,
): Promise<Connection<InstitutionRow>> {
  const assumed = assumedOf(inputs.assumptions);
  const ids = (await loadObserved(context, inputs)).flatMap(({ facts, observed }) => {
    const hypothetical = withAssumed(observed, assumed.get(facts.id) ?? new Map());
    const counts = cellsOf(facts, hypothetical, [indicator]);
    const alone = { ...inputs, counts, history: [], targets: [] };
    const line = lineOf(alone, inputs.request.asOf, group, indicator);
    return line[FIELDS[figure]] > 0 ? [facts.id] : [];
  });
  const { asOf, knownAt } = inputs.request;
  return readPage(context, 'institutions counted', { ids, asOf, knownAt }, 0, page, () =>
    institutionsWithIds(context.database, ids, asOf, knownAt),
  );
}
