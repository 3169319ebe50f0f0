import type { EntityManager } from '../../src/database/orm.js';

/**
 * Fills the demo with institutions that report nothing, as many as a country has: Trường số 1 and so on, in four
 * communes of Lâm Đồng in turn, the first of which is Xã Đức Lập. Every 999th is a university, the others are primary
 * schools.
 */
export async function fillCountry(em: EntityManager, count: number): Promise<void> {
  await em.fork().execute(
    `with added as (
       insert into institution (code, source_status)
       select 'FULL-' || at, 'ILLUSTRATIVE' from generate_series(1, ?) as at
       returning id, code, substring(code from 6)::int as at
     ), coded as (
       insert into institution_code (institution_id, system, code, recorded_at)
       select id, 'HUB', code, '2021-01-01' from added
     )
     insert into institution_period (institution_id, name, search_name, kind, levels, ownership,
       unit_id, settled, origin, recorded_at)
     select added.id, 'Trường số ' || at, 'truong so ' || at,
       case when at % 999 = 0 then 'UNIVERSITY' else 'PRIMARY_SCHOOL' end,
       array[case when at % 999 = 0 then 'UNIVERSITY' else 'PRIMARY' end], 'PUBLIC',
       unit.id, true, 'RECORDED', '2021-01-01'
     from added
     join administrative_unit as unit on unit.kind = 'COMMUNE' and unit.valid_from = '2025-07-01'
       and unit.code = (array['24664', '24640', '24688', '24717'])[1 + at % 4]`,
    [count],
  );
  // Without statistics the plans are those of small tables.
  await em.fork().execute('analyze');
}
