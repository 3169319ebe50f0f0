import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { kept } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { required } from '../shared/required.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { Language } from '../shared/text.js';
import type { IndicatorDefinition } from './indicator.js';

export interface IndicatorRow extends IndicatorDefinition {
  nameVi: string;
  nameEn: string;
}

/** All indicators of the hub, those that every hub has before its own. */
export async function indicatorsOf(database: Database): Promise<IndicatorRow[]> {
  return database
    .selectFrom('indicator')
    .select([
      'code',
      'name_vi as nameVi',
      'name_en as nameEn',
      'group',
      sql<InstitutionKind[] | null>`kinds`.as('kinds'),
      'parts',
    ])
    .orderBy('id')
    .execute();
}

/** There are only a few, so the one key stands for all. */
const loadAllIndicators = kept('indicators', async (database, keys: readonly 'all'[]) => {
  const rows = await indicatorsOf(database);
  return new Map(keys.map((key) => [key, new Map(rows.map((row) => [row.code, row]))]));
});

export async function loadIndicators(context: Context): Promise<IndicatorRow[]> {
  return [...(await loadAllIndicators.required(context, 'all')).values()];
}

/** What all indicators are called, by their codes. */
export async function namesOfIndicators(
  context: Context,
  language: Language,
): Promise<Map<string, string>> {
  const rows = await loadIndicators(context);
  return new Map(
    rows.map(({ code, nameVi, nameEn }) => [code, language === 'en' ? nameEn : nameVi]),
  );
}

/** The indicator with a code that something of the hub names. */
export async function loadIndicator(context: Context, code: string): Promise<IndicatorRow> {
  return required(await loadAllIndicators.required(context, 'all'), code);
}
