import { rankedBy, rowsOf, type BreakdownRow } from '../breakdowns/breakdown.js';
import { loadBases } from '../breakdowns/breakdown.queries.js';
import type { PublicationState } from '../database/publish.js';
import type { Snapshot } from '../database/snapshot.js';
import type { ProgressLineRow } from '../progress/progress-line.js';
import { indicatorsAsked } from '../progress/progress.arguments.js';
import type { Context } from '../request/context.js';
import { nextTarget } from '../shared/told-lines.js';
import { partsOf } from '../units/unit-parts.queries.js';
import { unitVerdict, type VerdictQuestion } from '../verdicts/unit-verdict.queries.js';
import { once } from './export-format.js';
import type { MeetingSheet } from './meeting-sheet.js';
import { placesAbove, unitsAndAbove } from './places-above.queries.js';

/** What a sheet is asked for. */
export interface AskedSheet extends VerdictQuestion {
  snapshot: Snapshot;
  state: PublicationState;
  publisher: string | null;
}

/** The sheet of a unit for a meeting, as a document of Word. */
export async function meetingSheet(
  context: Context,
  asked: AskedSheet,
): Promise<AsyncIterable<Uint8Array>> {
  const sheet = await readSheet(context, asked);
  // The library takes time and memory, which a hub that nobody asks for a document does not need to give.
  const { documentOf } = await import('./meeting-sheet-document.js');
  return once(await documentOf(sheet));
}

async function readSheet(context: Context, asked: AskedSheet): Promise<MeetingSheet> {
  const { unit, snapshot, state, publisher } = asked;
  const verdict = await unitVerdict(context, asked);
  const places = placesAbove(unit, await unitsAndAbove(snapshot, [unit.id]));
  const above = [places.parent, places.province].flatMap((each) =>
    each && each.id !== unit.id ? [each] : [],
  );
  return {
    ...verdict,
    unit,
    above: above.filter(({ id }, index) => above.findIndex((each) => each.id === id) === index),
    parts: verdict.chosen ? await rankedParts(context, asked, verdict.chosen) : [],
    state,
    publisher,
    licence: context.licence,
  };
}

/** The units right below with a line, ranked as `Query.breakdown` ranks them for the console. */
async function rankedParts(
  context: Context,
  { unit, asOf, basis }: VerdictQuestion,
  line: ProgressLineRow,
): Promise<BreakdownRow[]> {
  const { group, indicator } = line;
  const { units } = await partsOf(context, unit, { asOf, basis, kind: null });
  const { codes, counted } = await indicatorsAsked(context, { indicators: [indicator.code] });
  const bases = await loadBases(context, {
    units,
    request: {
      ...{ asOf, basis, knownAt: Infinity },
      indicators: counted,
      parts: { standings: true, rounds: false, warnings: false },
    },
    ...{ byUnit: true, bySegment: false },
  });
  const rows = bases.flatMap((base) =>
    rowsOf(base, ['UNIT'], { groups: [group], indicators: codes }),
  );
  const targetYear = nextTarget(line, asOf)?.target.year ?? null;
  return rankedBy(
    rows,
    targetYear === null
      ? { figure: 'PERCENT', direction: 'ASC', targetYear }
      : { figure: 'GAP_POINTS', direction: 'DESC', targetYear },
  );
}
