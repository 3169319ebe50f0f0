import { namesOfIndicators } from '../indicators/indicator.queries.js';
import { isCommonIndicator } from '../indicators/indicator.js';
import { isDecided, type ProgressLineRow } from '../progress/progress-line.js';
import { indicatorsAsked } from '../progress/progress.arguments.js';
import { loadProgress, WHOLE_REPORT } from '../progress/progress.queries.js';
import { reportOf, type ProgressReportRow } from '../progress/report.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { chosenLine, judgedLines, tellingLines } from '../shared/told-lines.js';
import { checkInSpan } from '../units/unit-span.queries.js';
import type { UnitRow } from '../units/unit.queries.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { BoundaryBasis } from '../vocabulary/unit.enums.js';
import type { ChosenLine } from './address.js';
import type { SaidIn } from './sentence.js';

/** What a verdict is asked of. */
export interface VerdictQuestion {
  unit: UnitRow;
  asOf: LocalDate;
  basis: BoundaryBasis;
  chosen: ChosenLine;
}

/** Where a unit stands, as the graph counts it. */
export interface UnitVerdict {
  report: ProgressReportRow;
  /** The lines that say something here. */
  lines: readonly ProgressLineRow[];
  /** The line that the reader chose, or else the one that says most. */
  chosen: ProgressLineRow | undefined;
  /** The lines that are told in sentences. */
  judged: readonly ProgressLineRow[];
  saidIn: SaidIn;
}

/**
 * Reads where a unit stands, with the rules of `AdministrativeUnit.progress(own: true)`.
 * @throws RequestError OUTSIDE_UNIT_SPAN for a date on which there was no such unit.
 */
export async function unitVerdict(
  context: Context,
  { unit, asOf, basis, chosen: wanted }: VerdictQuestion,
): Promise<UnitVerdict> {
  await checkInSpan(context, unit, asOf, basis, Infinity);
  const { codes, counted } = await indicatorsAsked(context, { own: true });
  const [inputs, { publishedAt }, names] = await Promise.all([
    loadProgress(context, {
      ...{ unitId: unit.id, asOf, basis, knownAt: Infinity },
      indicators: counted,
      parts: WHOLE_REPORT,
    }),
    context.publication(),
    namesOfIndicators(context, context.language),
  ]);
  const question = { asOf, basis, knownAt: publishedAt };
  const report = reportOf(inputs, question, { groups: null, indicators: codes });
  const isOwn = ({ indicator }: ProgressLineRow) => !isCommonIndicator(indicator.code);
  const lines = tellingLines(report.lines, isOwn, isDecided);
  const groups = Object.values(InstitutionGroup);
  const chosen = chosenLine(lines, wanted, groups);
  const judged = judgedLines(lines, chosen, groups);
  return { report, lines, chosen, judged, saidIn: { asOf, language: context.language, names } };
}
