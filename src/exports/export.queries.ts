import type { PublicationState } from '../database/publish.js';
import type { Snapshot } from '../database/snapshot.js';
import { namesOfIndicators } from '../indicators/indicator.queries.js';
import { targetYears } from '../plans/plan-history.queries.js';
import type { Context } from '../request/context.js';
import type { UnitRow } from '../units/unit.queries.js';
import { csvText, jsonLinesText } from './export-format.js';
import type { ExportRequest, OptionalParameter } from './export-request.js';
import { exportedInstitutions } from './institution-export.queries.js';
import { INSTITUTION_COLUMNS, institutionRecord } from './institution-record.js';
import { exportedLevels } from './level-export.queries.js';
import { LEVEL_COLUMNS } from './level-record.js';
import { jsonStatText } from './json-stat.js';
import { progressReports } from './progress-export.queries.js';
import { progressColumns, progressRecords, type RecordOptions } from './progress-record.js';

interface Export {
  context: Context;
  snapshot: Snapshot;
  request: ExportRequest;
  unit: UnitRow | null;
  state: PublicationState;
}

export interface Format {
  name: string;
  parameters: readonly OptionalParameter[];
  mediaType: string;
  text: (wanted: Export) => AsyncIterable<string>;
}

const CSV = 'text/csv; charset=utf-8; header=present';
const JSON_LINES = 'application/jsonl; charset=utf-8';

export const FORMATS: readonly Format[] = [
  {
    name: 'institutions.csv',
    parameters: ['bom'],
    mediaType: CSV,
    text: (wanted) => csvText(institutions(wanted), INSTITUTION_COLUMNS, wanted.request.bom),
  },
  {
    name: 'institutions.jsonl',
    parameters: [],
    mediaType: JSON_LINES,
    text: (wanted) => jsonLinesText(institutions(wanted)),
  },
  {
    name: 'levels.csv',
    parameters: ['bom'],
    mediaType: CSV,
    text: (wanted) => csvText(levels(wanted), LEVEL_COLUMNS, wanted.request.bom),
  },
  {
    name: 'levels.jsonl',
    parameters: [],
    mediaType: JSON_LINES,
    text: (wanted) => jsonLinesText(levels(wanted)),
  },
  {
    name: 'progress.csv',
    parameters: ['only', 'basis', 'indicators', 'knownAt', 'bom'],
    mediaType: CSV,
    text: async function* (wanted) {
      const options = await recordOptions(wanted);
      yield* csvText(progress(wanted, options), progressColumns(options), wanted.request.bom);
    },
  },
  {
    name: 'progress.jsonl',
    parameters: ['only', 'basis', 'indicators', 'knownAt'],
    mediaType: JSON_LINES,
    text: async function* (wanted) {
      yield* jsonLinesText(progress(wanted, await recordOptions(wanted)));
    },
  },
  {
    name: 'progress.json',
    parameters: ['only', 'basis', 'indicators', 'knownAt'],
    mediaType: 'application/json; charset=utf-8',
    text: async function* (wanted) {
      const { context, request, state } = wanted;
      yield* jsonStatText(progressReports(wanted, momentOf(wanted)), {
        ...request,
        ...state,
        ...momentOf(wanted),
        tellsKnownAt: request.knownAt !== null,
        years: await yearsOf(wanted),
        names: await namesOfIndicators(context, context.language),
        licence: context.licence,
        language: context.language,
      });
    },
  },
];

async function* institutions({ context, snapshot, request, unit, state }: Export) {
  const wanted = { asOf: request.asOf, unit, revision: state.revision };
  for await (const rows of exportedInstitutions(snapshot, wanted))
    yield rows.map((row) => institutionRecord(row, context.language));
}

function levels({ context, snapshot, request, unit, state }: Export) {
  const { asOf } = request;
  const { language } = context;
  return exportedLevels(snapshot, { asOf, unit, revision: state.revision, language });
}

async function* progress(wanted: Export, options: RecordOptions) {
  for await (const reports of progressReports(wanted, momentOf(wanted)))
    yield reports.flatMap((each) => progressRecords(each, options));
}

async function recordOptions(wanted: Export): Promise<RecordOptions> {
  const { context, request, state } = wanted;
  return {
    years: await yearsOf(wanted),
    revision: state.revision,
    language: context.language,
    names: await namesOfIndicators(context, context.language),
    tellsKnownAt: request.knownAt !== null,
  };
}

/**
 * The moment up to which data is known, as the graph tells it, and `known` for the queries: nothing
 * was published after the last publication, so all that is known was known then.
 */
function momentOf({ request, state }: Export): { knownAt: Date; known: number } {
  const { knownAt } = request;
  return knownAt && knownAt < state.publishedAt
    ? { knownAt, known: knownAt.getTime() }
    : { knownAt: state.publishedAt, known: Infinity };
}

function yearsOf(wanted: Export): Promise<number[]> {
  return targetYears(wanted.context.database, momentOf(wanted).known);
}
