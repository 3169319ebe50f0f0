import { sql } from 'kysely';
import { identificationTaken } from '../accounts/account-input.js';
import { accountEvent, grantRow, grantTold, insertAccount } from '../accounts/account.service.js';
import { lockAccounts } from '../accounts/administration.service.js';
import { Grant } from '../accounts/grant.entity.js';
import { grantsOf } from '../accounts/grant.queries.js';
import { keepAccounts } from '../accounts/operate.service.js';
import { refused, type Answer, type Done, type Event } from '../changes/change.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import { heldCodes } from '../institutions/code-holder.queries.js';
import { CodeLookup } from '../institutions/code-lookup.js';
import { placesOf } from '../institutions/institution-place.queries.js';
import { invite, MOST_INVITED, type Invited } from '../invitations/invite.service.js';
import type { Context } from '../request/context.js';
import { ImportError, readTable, type Problem, type Table } from '../shared/csv.js';
import { searchable } from '../shared/text.js';
import { firstOf } from '../shared/required.js';
import { isWorkbook } from '../shared/workbook/container.js';
import { sheetAsCsv } from '../shared/workbook/sheet-as-csv.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import { COLUMNS_OF_FILE } from './account-columns.js';
import type { InvitationWay } from './account-import.enums.js';
import {
  keyOf,
  planAccounts,
  type PlannedAccount,
  type PlannedRow,
  type RecordedAccount,
} from './account-plan.js';
import { readAccount, type AccountDraft } from './account-row.js';

/** As many as are invited at once. */
export const MOST_ROWS = MOST_INVITED;

interface AccountsImported {
  dryRun: boolean;
  created: number;
  updated: number;
  unchanged: number;
  rows: PlannedRow[];
  invited: Pick<Invited, 'id' | 'seed'>[];
}

interface ImportRequest {
  content: string;
  fileName?: string | null;
  dryRun: boolean;
  invite: InvitationWay;
  idempotencyKey?: string | null;
}

type ImportAnswer = Answer<AccountsImported> & Record<'problems' | 'findings', readonly Problem[]>;

/**
 * Makes the accounts of a file, or previews them: all of it or, with any problem, nothing.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN for who keeps no accounts.
 */
export async function importAccounts(
  context: Context,
  input: ImportRequest,
): Promise<ImportAnswer> {
  try {
    const content = Buffer.from(input.content, isBase64(input) ? 'base64' : 'utf8');
    const { csv, findings } = isWorkbook(input.fileName ?? '', content)
      ? await sheetAsCsv(content)
      : { csv: content, findings: [] };
    const table = readTable(csv, COLUMNS_OF_FILE);
    const answer = await importTable(context, input, table);
    const told = [...findings, ...table.notes];
    return { ...answer, problems: [], findings: answer.value ? told : [] };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { ...refused([unfit(error.problems.length)]), problems: error.problems, findings: [] };
  }
}

/** A workbook comes in Base64, in which every ZIP begins with the same letters. */
const isBase64 = ({ content, fileName }: ImportRequest) =>
  /\.(xls[a-z]?|ods)$/i.test(fileName ?? '') || content.startsWith('UEsDB');

async function importTable(
  context: Context,
  input: ImportRequest,
  table: Table,
): Promise<Answer<AccountsImported>> {
  if (table.rows.length > MOST_ROWS) return refused([tooLong(table.rows.length)]);
  return keepAccounts(
    context,
    'accountImport',
    input,
    async (em, at): Promise<Done<AccountsImported>> => {
      const accounts = await planTable(context, em, table);
      if (table.problems.length > 0)
        throw new ImportError(table.problems.toSorted((one, other) => one.row - other.row));
      const of = (outcome: string) => accounts.filter((each) => each.outcome === outcome);
      const { dryRun } = input;
      const written = dryRun ? { events: [], created: [] } : await writeAccounts(em, accounts, at);
      const invited =
        input.invite === 'NONE' || written.created.length === 0
          ? []
          : await invite(context, em, written.created, { byMail: input.invite === 'MAIL', at });
      const value = {
        dryRun,
        created: of('CREATED').length,
        updated: of('UPDATED').length,
        unchanged: of('UNCHANGED').length,
        rows: accounts.flatMap(({ rows }) => rows).sort((one, other) => one.row - other.row),
        invited: invited.map(({ id, seed }) => ({ id, seed })),
      };
      const events = [...written.events, ...invited.map(({ event }) => event)];
      return { value, refusals: [], events };
    },
  );
}

async function planTable(
  context: Context,
  em: EntityManager,
  { rows }: Table,
): Promise<PlannedAccount[]> {
  const { viewer, today } = context;
  const database = databaseOf(em);
  const codes = rows.flatMap((row) => row.optional('institution_code') ?? []);
  const held = await heldCodes(database, [...new Set(codes)]);
  const ids = held.map(({ institutionId }) => institutionId);
  const places = await placesOf(database, [...new Set(ids)], today);
  const pathOf = (institutionId: number) => places.get(institutionId)?.unitPath ?? [];
  const [lookup, units] = [new CodeLookup(held), await UnitIndex.load(database)];
  const reading = { viewer, today, lookup, units, pathOf };
  const drafts = rows.flatMap((row) => readAccount(row, reading) ?? []);
  return planAccounts(drafts, await recordedOf(context, em, drafts), today);
}

/** The accounts with these e-mails and names, by those; they stay locked until the transaction ends. */
async function recordedOf(
  context: Context,
  em: EntityManager,
  drafts: readonly AccountDraft[],
): Promise<ReadonlyMap<string, RecordedAccount>> {
  const database = databaseOf(em);
  const keys = drafts.map(keyOf);
  const { rows } = await sql<Omit<RecordedAccount, 'isKept' | 'grants'>>`
    select id, name, email, sign_in_name as "signInName", disabled_at is not null as "isDisabled"
    from account where email = any(${keys}::text[]) or sign_in_name = any(${keys}::text[])`.execute(
    database,
  );
  const ids = rows.map(({ id }) => id);
  const kept = new Set((await lockAccounts(em, context, ids)).map(({ id }) => id));
  const grants = await grantsOf(database, ids);
  return new Map(
    rows.map((row) => [
      keyOf(row),
      { ...row, isKept: kept.has(row.id), grants: grants.get(row.id) ?? [] },
    ]),
  );
}

async function writeAccounts(
  em: EntityManager,
  accounts: readonly PlannedAccount[],
  at: Date,
): Promise<{ events: Event[]; created: number[] }> {
  const events: Event[] = [];
  const created: number[] = [];
  for (const { recorded, rows } of accounts) {
    if (recorded) {
      for (const row of rows) events.push(...(await changeAccount(em, recorded.id, row)));
      continue;
    }
    const { name, email, signInName } = firstOf(rows);
    const grants = rows.map(({ duty }) => duty);
    const event = await insertAccount(em, { name, email, signInName, password: null, grants }, at);
    if (!event) throw new ImportError([takenMeanwhile(firstOf(rows))]);
    events.push(event);
    created.push(event.subjectId);
  }
  return { events, created };
}

async function changeAccount(
  em: EntityManager,
  id: number,
  { name, email, signInName, nameBefore, givesDuty, duty }: PlannedRow,
): Promise<Event[]> {
  const events: Event[] = [];
  if (nameBefore !== null) {
    const searchName = searchable(`${name} ${email ?? signInName}`);
    await sql`update account set name = ${name}, search_name = ${searchName}
      where id = ${id}`.execute(databaseOf(em));
    events.push(accountEvent(id, { name: nameBefore }, { name }));
  }
  if (givesDuty) {
    await em.insert(Grant, grantRow(id, duty));
    events.push(accountEvent(id, null, { grant: grantTold(duty) }));
  }
  return events;
}

/** Somebody else made the account since the file was read. */
const takenMeanwhile = (planned: PlannedRow): Problem => {
  const { code, text } = identificationTaken(planned);
  const column = planned.email === null ? 'sign_in_name' : 'email';
  return { row: planned.row, column, value: null, code, text };
};

const unfit = (problems: number): Refusal => ({
  code: 'IMPORT_REFUSED',
  field: ['content'],
  text: {
    vi: `Tệp có ${problems} lỗi; chưa có gì được ghi.`,
    en: `The file has ${problems} problem(s); nothing was changed.`,
  },
});

const tooLong = (rows: number): Refusal => ({
  code: 'FILE_TOO_LONG',
  field: ['content'],
  text: {
    vi: `Tệp có ${rows} dòng; nhiều nhất là ${MOST_ROWS}. Hãy chia thành nhiều tệp.`,
    en: `The file has ${rows} rows; at most ${MOST_ROWS} are taken. Split it into several files.`,
  },
});
