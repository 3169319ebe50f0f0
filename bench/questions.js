/**
 * The same questions put to the hub, to PostGraphile and to SQL that builds the JSON: the same leaves.
 * `variables(turn)` gives other variables each turn, which no cache of answers has seen.
 */
import { LAST_ROUND } from './dataset.js';

const KINDS = [
  'PRIMARY_SCHOOL',
  'LOWER_SECONDARY_SCHOOL',
  'UPPER_SECONDARY_SCHOOL',
  'VOCATIONAL_SECONDARY_SCHOOL',
];
const PROVINCES = 34;

/** Dates of a year after the reference date of its round, and until what the hub takes for today. */
const DAYS = 150;
const YEARS = 5;

const codeOf = (province) => String(province).padStart(2, '0');
const provinceOf = (turn) => 1 + (turn % PROVINCES);
const globalId = (type, id) => Buffer.from(`${type}:${id}`).toString('base64url');
/** So many turns from each other questions differ in their other variables, once all provinces were asked. */
const stepOf = (turn) => Math.floor(turn / PROVINCES);
const dayOf = (year, step) =>
  new Date(Date.UTC(year, 4, 31) + (step % DAYS) * 86_400_000).toISOString().slice(0, 10);
/** A date of any year; after 25,500 turns they come again. */
const dateOf = (turn) =>
  dayOf(LAST_ROUND - (Math.floor(stepOf(turn) / DAYS) % YEARS), stepOf(turn));
/** One date of each year; they do not come again. */
const datesOf = (turn) =>
  [4, 3, 2, 1, 0].map((ago) =>
    dayOf(LAST_ROUND - ago, ago % 2 ? Math.floor(stepOf(turn) / DAYS) : stepOf(turn)),
  );
/** With the days of the last year, they come again after 20,400 turns. */
const kindOf = (turn) => KINDS[stepOf(turn) % KINDS.length];

const INSTITUTION = `code name kind unit { id code name } pillars { pillar stage points maxPoints }
  statusUpdates(first: 1) { nodes { id revision submittedAt approvedAt } }`;
const LINES = 'lines { group pillar institutions completed reported percent }';

/** The hub's question: a document and its variables. */
export const HUB = {
  R1: {
    query: `query ($code: String!) { institution(code: $code) { ${INSTITUTION} } }`,
    variables: (turn, size) => ({ code: institutionOf(turn, size) }),
  },
  R2: {
    query: `query ($unit: ID!, $kind: InstitutionKind!, $on: LocalDate) {
      institutions(first: 50, filter: { unit: $unit, kinds: [$kind], on: $on }) { nodes { ${INSTITUTION} } } }`,
    variables: (turn) => ({
      unit: globalId('AdministrativeUnit', provinceOf(turn)),
      kind: kindOf(turn),
      on: dayOf(LAST_ROUND, Math.floor(stepOf(turn) / KINDS.length)),
    }),
  },
  R3: {
    query: `query ($code: String!, $asOf: LocalDate) { administrativeUnit(code: $code) { code name
      progress(asOf: $asOf) { asOf lines { group pillar institutions completed reported percent
        targets { target { year percent } } } } } }`,
    variables: (turn) => ({ code: codeOf(provinceOf(turn)), asOf: dateOf(turn) }),
  },
  R4: {
    query: `query ($code: String!, $asOf: LocalDate) { administrativeUnit(code: $code) {
      children(first: 100) { nodes { code name progress(asOf: $asOf) { asOf ${LINES} } } } } }`,
    variables: (turn) => ({ code: codeOf(provinceOf(turn)), asOf: dateOf(turn) }),
  },
  R5: {
    query: `query ($code: String!, $on: [LocalDate!]) { administrativeUnit(code: $code) { code name
      progressSeries(on: $on) { asOf ${LINES} } } }`,
    variables: (turn) => ({ code: codeOf(provinceOf(turn)), on: datesOf(turn) }),
  },
};

const COUNTRY_INSTITUTION = `code name kind administrativeUnitByUnitId { id code name }
  statusUpdateRevisionByRevisionId { id number submittedAt decidedAt
    indicatorResultsByRevisionId { nodes { indicator stage points maxPoints } } }`;
const COUNTRY_LINES = 'nodes { asOf group pillar institutions completed reported percent }';

/** PostGraphile's: over the views of views.js. */
export const POSTGRAPHILE = {
  R1: {
    query: `query ($code: String!) {
      allCountryInstitutions(first: 1, condition: { code: $code }) { nodes { ${COUNTRY_INSTITUTION} } } }`,
    variables: HUB.R1.variables,
  },
  R2: {
    query: `query ($province: Int!, $kind: String!) {
      allCountryInstitutions(first: 50, orderBy: [SEARCH_NAME_ASC, ROW_ID_ASC],
        condition: { provinceId: $province, kind: $kind }) { nodes { ${COUNTRY_INSTITUTION} } } }`,
    variables: (turn) => ({ province: provinceOf(turn), kind: kindOf(turn) }),
  },
  R3: {
    query: `query ($unit: Int!, $asOf: Date!) {
      allCountryProgresses(condition: { unitId: $unit, asOf: $asOf }) { nodes {
        code name asOf group pillar institutions completed reported percent } }
      allTargets { nodes { group indicator year percent } } }`,
    variables: (turn) => ({ unit: provinceOf(turn), asOf: dateOf(turn) }),
  },
  R4: {
    query: `query ($unit: Int!, $asOf: Date!) {
      allCountryProgresses(condition: { parentId: $unit, asOf: $asOf }) { nodes {
        code name asOf group pillar institutions completed reported percent } } }`,
    variables: (turn) => ({ unit: provinceOf(turn), asOf: dateOf(turn) }),
  },
  R5: {
    query: `query ($unit: Int!, ${[1, 2, 3, 4, 5].map((n) => `$on${n}: Date!`).join(', ')}) {
      administrativeUnitByRowId(rowId: $unit) { code name }
      ${[1, 2, 3, 4, 5]
        .map(
          (n) => `d${n}: allCountryProgresses(condition: { unitId: $unit, asOf: $on${n} }) {
            ${COUNTRY_LINES} }`,
        )
        .join('\n')} }`,
    variables: (turn) => ({
      unit: provinceOf(turn),
      ...Object.fromEntries(datesOf(turn).map((date, index) => [`on${index + 1}`, date])),
    }),
  },
};

const institutionJson = `
  json_build_object('code', found.code, 'name', found.name, 'kind', found.kind,
    'unit', (select json_build_object('id', id, 'code', code, 'name', name)
      from administrative_unit where id = found.unit_id),
    'latest', (select json_build_object('id', id, 'number', number, 'submittedAt', submitted_at,
      'decidedAt', decided_at) from status_update_revision where id = found.revision_id),
    'pillars', (select json_agg(json_build_object('pillar', indicator, 'stage', stage, 'points', points,
      'maxPoints', max_points)) from indicator_result where revision_id = found.revision_id))`;
const lineJson = `json_build_object('code', code, 'name', name, 'asOf', as_of, 'group', "group",
  'pillar', pillar, 'institutions', institutions, 'completed', completed, 'reported', reported,
  'percent', percent)`;

/** One statement each, whose only column is the answer as JSON. */
export const BARE = {
  R1: `select ${institutionJson}::text as answer from bench.institution as found where code = $1`,
  R2: `select json_agg(${institutionJson})::text as answer from (
    select * from bench.institution where province_id = $1 and kind = $2
    order by search_name, id limit 50) as found`,
  R3: `select json_build_object('lines', json_agg(${lineJson}), 'targets', (select json_agg(
      json_build_object('group', "group", 'pillar', nullif(indicator, 'ALL_FOUR'), 'year', year,
        'percent', percent)) from target))::text as answer from bench.progress where unit_id = $1 and as_of = $2`,
  R4: `select json_agg(${lineJson})::text as answer
    from bench.progress where parent_id = $1 and as_of = $2`,
  // A date that comes from a join would make PostgreSQL count all dates that the view has.
  R5: `select json_agg(${lineJson})::text as answer from (
    ${[1, 2, 3, 4, 5]
      .map((n) => `select * from bench.progress where unit_id = $1 and as_of = ($2::date[])[${n}]`)
      .join(' union all ')}) as progress`,
};

/** The values of the same, in the order of the parameters. */
export const BARE_VALUES = {
  R1: (turn, size) => [institutionOf(turn, size)],
  R2: (turn) => [provinceOf(turn), kindOf(turn)],
  R3: (turn) => [provinceOf(turn), dateOf(turn)],
  R4: (turn) => [provinceOf(turn), dateOf(turn)],
  R5: (turn) => [provinceOf(turn), datesOf(turn)],
};

function institutionOf(turn, size) {
  return `I-${1 + ((turn * 7919) % size)}`;
}
