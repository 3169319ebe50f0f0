import type { PublicationState } from '../database/publish.js';
import type { Snapshot } from '../database/snapshot.js';
import { namesOfIndicators } from '../indicators/indicator.queries.js';
import { targetYears } from '../plans/plan-history.queries.js';
import type { Context } from '../request/context.js';
import { firstOf } from '../shared/required.js';
import type { Table } from './export-format.js';
import { FORMS, XLSX } from './export-forms.js';
import { MOST_DATES, type Askable, type ExportRequest } from './export-request.js';
import { exportedAnswers } from './answer-export.queries.js';
import { ANSWER_RECORD_COLUMNS } from './answer-record.js';
import { roundAsked } from './asked-export.queries.js';
import { exportedTrail, TRAIL_COLUMNS } from './trail-export.queries.js';
import { exportedInstitutions } from './institution-export.queries.js';
import { INSTITUTION_PARAMETERS } from './institution-conditions.js';
import { INSTITUTION_COLUMNS, institutionRecord } from './institution-record.js';
import { exportedLevels } from './level-export.queries.js';
import { LEVEL_COLUMNS } from './level-record.js';
import { jsonStatText } from './json-stat.js';
import { meetingSheet } from './meeting-sheet.queries.js';
import { progressReports, unitsOfReports, type At } from './progress-export.queries.js';
import { progressColumns, progressRecords, type RecordOptions } from './progress-record.js';
import { exportedCampuses, exportedRegister } from './register-export.queries.js';
import { CAMPUS_COLUMNS, REGISTER_COLUMNS } from './register-record.js';
import { reportForm, reportForms } from './report-form-export.queries.js';

interface Export {
  /** Reads in the snapshot. */
  context: Context;
  snapshot: Snapshot;
  request: ExportRequest;
  /** The dates, each with the unit on it. */
  at: readonly At[];
  state: PublicationState;
  /** Who publishes the data; null when nobody has said. */
  publisher: string | null;
}

export interface Format extends Askable {
  name: string;
  /** Whether what is in it depends on who asks, who has to be signed in; else it is everybody's. */
  isOffice: boolean;
  mediaType: string;
  /** Whether it is worth compressing; else it is compressed in itself. */
  isText: boolean;
  /** What is written; what cannot be found is refused at once, before anything is. */
  content: (wanted: Export) => Promise<AsyncIterable<string | Uint8Array>>;
}

/** What the rows of a download are of, and what may be asked of them. */
interface Subject extends Askable, Pick<Format, 'name' | 'isOffice'> {
  table: (wanted: Export) => Promise<Table>;
}

const OF_FIGURES = { isOffice: false, needsRound: false, parameters: [], mostDates: 1 } as const;

const SUBJECTS: readonly Subject[] = [
  {
    ...OF_FIGURES,
    name: 'institutions',
    parameters: INSTITUTION_PARAMETERS,
    table: async (wanted) => ({ columns: INSTITUTION_COLUMNS, turns: institutions(wanted) }),
  },
  {
    ...OF_FIGURES,
    name: 'register',
    parameters: INSTITUTION_PARAMETERS,
    table: async (wanted) => ({
      columns: REGISTER_COLUMNS,
      turns: exportedRegister(wanted.snapshot, listOf(wanted)),
    }),
  },
  {
    ...OF_FIGURES,
    name: 'campuses',
    parameters: INSTITUTION_PARAMETERS,
    table: async (wanted) => ({
      columns: CAMPUS_COLUMNS,
      turns: exportedCampuses(wanted.snapshot, listOf(wanted)),
    }),
  },
  {
    ...OF_FIGURES,
    name: 'levels',
    table: async (wanted) => ({ columns: LEVEL_COLUMNS, turns: levels(wanted) }),
  },
  {
    ...OF_FIGURES,
    name: 'progress',
    parameters: ['only', 'basis', 'indicators', 'knownAt'],
    mostDates: MOST_DATES,
    table: async (wanted) => {
      const options = await recordOptions(wanted);
      return { columns: progressColumns(options), turns: progress(wanted, options) };
    },
  },
  {
    name: 'answers',
    isOffice: true,
    needsRound: true,
    parameters: ['round'],
    mostDates: 0,
    table: async (wanted) => ({
      columns: ANSWER_RECORD_COLUMNS,
      turns: exportedAnswers(wanted.context, wanted.snapshot, {
        round: await roundAsked(wanted.context, wanted.request.round ?? ''),
        unit: firstOf(wanted.at).unit,
        dataRevision: wanted.state.revision,
      }),
    }),
  },
  {
    name: 'trail',
    isOffice: true,
    needsRound: false,
    parameters: ['from', 'until'],
    mostDates: 0,
    table: async ({ context, snapshot, request, at }) => ({
      columns: TRAIL_COLUMNS,
      turns: exportedTrail(context, snapshot, { ...request, unit: firstOf(at).unit }),
    }),
  },
];

const JSON_STAT: Format = {
  ...OF_FIGURES,
  name: 'progress.json',
  parameters: ['only', 'basis', 'indicators', 'knownAt'],
  mostDates: MOST_DATES,
  mediaType: 'application/json; charset=utf-8',
  isText: true,
  content: async (wanted) => {
    const { context, request, state } = wanted;
    return jsonStatText(progressReports(wanted, momentOf(wanted)), {
      ...request,
      ...state,
      ...momentOf(wanted),
      units: await unitsOfReports(wanted),
      tellsKnownAt: request.knownAt !== null,
      years: await yearsOf(wanted),
      names: await namesOfIndicators(context, context.language),
      licence: context.licence,
      language: context.language,
    });
  },
};

/** The sheet of a unit for a meeting. */
const MEETING_SHEET: Format = {
  ...OF_FIGURES,
  name: 'meeting-sheet.docx',
  parameters: ['basis', 'group', 'indicator'],
  needsUnit: true,
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  isText: false,
  content: async ({ context, snapshot, request, at, state, publisher }) => {
    const { asOf, unit } = firstOf(at);
    if (!unit) throw new Error('A document without its unit was asked for.');
    const {
      basis,
      institutions: { group = null },
      indicator,
    } = request;
    const chosen = { group, indicator };
    return meetingSheet(context, { unit, asOf, basis, chosen, snapshot, state, publisher });
  },
};

const OF_FORMS = { isOffice: true, needsRound: true, mostDates: 0, isText: false } as const;

const REPORT_FORMS: readonly Format[] = [
  {
    ...OF_FORMS,
    name: 'report-form.xlsx',
    parameters: ['round', 'institution'],
    mediaType: XLSX,
    content: ({ context, request }) => reportForm(context, request),
  },
  {
    ...OF_FORMS,
    name: 'report-forms.zip',
    parameters: ['round'],
    mediaType: 'application/zip',
    content: ({ context, request, at }) => reportForms(context, request, firstOf(at).unit),
  },
];

export const FORMATS: readonly Format[] = [
  ...SUBJECTS.flatMap(formatsOf),
  JSON_STAT,
  MEETING_SHEET,
  ...REPORT_FORMS,
];

function formatsOf({ table, ...subject }: Subject): Format[] {
  return FORMS.map(({ ending, parameters: ofForm, mediaType, isText, write }) => ({
    ...subject,
    name: `${subject.name}.${ending}`,
    parameters: [...subject.parameters, ...ofForm],
    mediaType,
    isText,
    content: async (wanted) => write(await table(wanted), wanted.request, subject.name),
  }));
}

/** Which institutions a list has, and on which day. */
function listOf({ context, request, at }: Export) {
  return { ...firstOf(at), today: context.today, of: request.institutions };
}

async function* institutions({ context, snapshot, request, at, state }: Export) {
  const wanted = { ...firstOf(at), revision: state.revision, of: request.institutions };
  for await (const rows of exportedInstitutions(snapshot, wanted))
    yield rows.map((row) => institutionRecord(row, context.language));
}

function levels({ context: { language }, snapshot, at, state: { revision } }: Export) {
  return exportedLevels(snapshot, { ...firstOf(at), revision, language });
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
