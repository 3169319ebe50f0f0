import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { lookedUp, type LookedUp } from '../graphql/code-outcome.js';
import { shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { inSpan, type LocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';
import { FINDING_CODES, USED_CODES, type UsedCode } from './code-holder.queries.js';
import { lastUse, type Span } from './codes.js';
import { institutionsAround, type InstitutionRow } from './institution.queries.js';

export interface InstitutionCodeRow {
  institutionId: number;
  system: string;
  code: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

const loadByCode = shared('institution by code', institutionsByCodes);

/**
 * @param on null means whoever uses the code today, or else whoever used it last.
 * @throws RequestError AMBIGUOUS_CODE when several institutions had the code.
 */
export async function institutionByCode(
  context: Context,
  code: string,
  system: string | null,
  on: LocalDate | null,
): Promise<InstitutionRow | null> {
  const found = await holdersOf(context, code, system, on);
  if (new Set(found.map(({ id }) => id)).size > 1) {
    const named = found.map((row) => `${row.name} (${row.system})`);
    throw new RequestError(
      'AMBIGUOUS_CODE',
      {
        vi: `Mã ${code} ngày ${on ?? context.today} là của nhiều cơ sở: ${named.join(', ')}. Hãy cho system, hoặc dùng institutions với bộ lọc.`,
        en: `On ${on ?? context.today} code ${code} names several institutions: ${named.join(', ')}. Give system, or use institutions with a filter.`,
      },
      { systems: [...new Set(found.map((row) => row.system))] },
    );
  }
  return found[0] ?? null;
}

/** The institutions that each code leads to, each once, as one code finds one; read together. */
export function institutionsOfCodes(
  context: Context,
  codes: readonly string[],
  system: string | null,
  on: LocalDate | null,
): Promise<LookedUp<InstitutionRow>[]> {
  return Promise.all(
    codes.map(async (code) => {
      const holders = await holdersOf(context, code, system, on);
      return lookedUp(code, [...new Map(holders.map((row) => [row.id, row])).values()]);
    }),
  );
}

async function holdersOf(
  context: Context,
  code: string,
  system: string | null,
  on: LocalDate | null,
): Promise<readonly Holder[]> {
  const all = await loadByCode(context, code, system, on ?? context.today);
  return holdersOn(all ?? [], on, context.today).slice(0, MOST_HOLDERS);
}

/** How many that share a code are told. */
const MOST_HOLDERS = 20;

type Holder = InstitutionRow & Span & { usedCode: string; system: string };

/** Whoever ever used the codes, with the attributes of a date. */
async function institutionsByCodes(
  database: Database,
  codes: readonly string[],
  system: string | null,
  on: LocalDate,
): Promise<Map<string, Holder[]>> {
  let query = institutionsAround(database, on)
    .innerJoin(
      sql<UsedCode>`(${FINDING_CODES})`.as('used'),
      'used.institution_id',
      'institution.id',
    )
    .select([
      'used.code as usedCode',
      'used.system as system',
      'used.valid_from as validFrom',
      'used.valid_to as validTo',
    ])
    .where(sql<boolean>`used.code = any(${[...codes]}::text[])`);
  if (system) query = query.where('used.system', '=', system);
  const found: Holder[] = await query.orderBy('institution.id').execute();
  return Map.groupBy(found, ({ usedCode }) => usedCode);
}

/** Without a date, of each system the last holder counts where nobody uses the code today. */
function holdersOn(
  all: readonly Holder[],
  on: LocalDate | null,
  today: LocalDate,
): readonly Holder[] {
  const then = all.filter((holder) => inSpan(holder, on ?? today));
  if (on !== null || then.length > 0) return then;
  return [...Map.groupBy(all, ({ system }) => system).values()].flatMap(
    (same) => lastUse(same) ?? [],
  );
}

/** The codes of an institution, with those in use last. */
export const loadCodes = shared('codes', codesOf);

/** The codes of institutions by their ids. */
export async function codesOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, InstitutionCodeRow[]>> {
  const { rows } = await sql<InstitutionCodeRow>`
    select institution_id as "institutionId", system, code,
      valid_from as "validFrom", valid_to as "validTo"
    from (${USED_CODES}) as used
    where institution_id = any(${[...ids]}::int[])
    order by system, valid_from nulls first, id`.execute(database);
  return Map.groupBy(rows, (row) => row.institutionId);
}
