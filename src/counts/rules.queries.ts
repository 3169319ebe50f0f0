import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { versionsOf } from '../database/row-versions.js';
import { countedIndicators, type IndicatorDefinition } from '../indicators/indicator.js';
import { kept } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { firstOf } from '../shared/required.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { FrameworkFact, Rules } from './rules.js';

type RecordedFramework = Omit<FrameworkFact, 'decides'> & {
  decides: Record<string, InstitutionKind[]>;
};

export interface RecordedRules {
  indicators: IndicatorDefinition[];
  frameworks: RecordedFramework[];
}

/** Of every version of a framework what was known; what it decides never changes. */
const FRAMEWORKS = sql<RecordedFramework>`
  select framework.id, code, valid_from as "validFrom", valid_to as "validTo",
    known_since as "recordedAt", known_until as "supersededAt", decides
  from ${versionsOf('framework', sql`true`)} as framework
  order by framework.id, known_since`;

/** The SQL of one value: all indicators, and what frameworks decide. */
export const RECORDED_RULES = sql<RecordedRules>`json_build_object(
  'indicators', (select coalesce(json_agg(json_build_object(
    'code', code, 'group', "group", 'kinds', kinds, 'parts', parts) order by id), '[]')
    from indicator),
  'frameworks', (select coalesce(json_agg(found), '[]') from (${FRAMEWORKS}) as found))`;

export function rulesOf({ indicators, frameworks }: RecordedRules): Rules {
  return {
    indicators: countedIndicators(indicators),
    frameworks: frameworks.map(({ decides, ...framework }) => ({
      ...framework,
      decides: Object.fromEntries(
        Object.entries(decides).map(([code, kinds]) => [code, new Set(kinds)]),
      ),
    })),
  };
}

export async function readRules(database: Database): Promise<Rules> {
  const found = await sql<{ rules: RecordedRules }>`
    select ${RECORDED_RULES} as rules`.execute(database);
  return rulesOf(firstOf(found.rows).rules);
}

/** The rules are small, so the one key stands for all. */
const loadAllRules = kept('rules', async (database, keys: readonly 'all'[]) => {
  const rules = await readRules(database);
  return new Map(keys.map((key) => [key, rules]));
});

export function loadRules(context: Context): Promise<Rules> {
  return loadAllRules.required(context, 'all');
}
