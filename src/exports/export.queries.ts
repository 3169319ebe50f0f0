import type { PublicationState } from '../database/publish.js';
import type { Snapshot } from '../database/snapshot.js';
import { targetYears } from '../plans/plan.queries.js';
import type { Context } from '../request/context.js';
import type { UnitRow } from '../units/unit.queries.js';
import { csvText, jsonLinesText } from './export-format.js';
import type { ExportRequest, OptionalParameter } from './export-request.js';
import { exportedInstitutions } from './institution-export.queries.js';
import { INSTITUTION_COLUMNS, institutionRecord } from './institution-record.js';
import { jsonStatText } from './json-stat.js';
import { progressReports } from './progress-export.queries.js';
import { progressColumns, progressRecords } from './progress-record.js';

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
    name: 'progress.csv',
    parameters: ['only', 'basis', 'bom'],
    mediaType: CSV,
    text: async function* (wanted) {
      const years = await targetYears(wanted.context.database);
      yield* csvText(progress(wanted, years), progressColumns(years), wanted.request.bom);
    },
  },
  {
    name: 'progress.jsonl',
    parameters: ['only', 'basis'],
    mediaType: JSON_LINES,
    text: async function* (wanted) {
      yield* jsonLinesText(progress(wanted, await targetYears(wanted.context.database)));
    },
  },
  {
    name: 'progress.json',
    parameters: ['only', 'basis'],
    mediaType: 'application/json; charset=utf-8',
    text: async function* ({ context, snapshot, request, unit, state }) {
      yield* jsonStatText(progressReports(context, snapshot, request, unit), {
        ...request,
        ...state,
        years: await targetYears(context.database),
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

async function* progress(
  { context, snapshot, request, unit, state }: Export,
  years: readonly number[],
) {
  for await (const reports of progressReports(context, snapshot, request, unit))
    yield reports.flatMap((each) => progressRecords(each, years, state.revision, context.language));
}
