/**
 * A breakdown of a province by commune and kind beside PostGraphile with its aggregates, over the same tables:
 * each asked in turns for one province after the other, so that neither knows the answer. Both figures are
 * compared before anything is measured. 68,000 institutions are 2,000 in a province.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openCountry } from './country.js';
import { PILLARS } from './views.js';

const INSTITUTIONS = Number(process.argv[2] ?? 68_000);
const PROVINCES = 34;
const ROUNDS = 3;

const say = (line) => process.stdout.write(`${line}\n`);
const camel = (name) => name.toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const FIGURES = [...PILLARS, 'ALL_FOUR'];

const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const postgres = await startEmbeddedServer({ directory, report: say });
const children = [];
try {
  const url = await openCountry(postgres.url, INSTITUTIONS, 0, say);
  const hub = await startServer('hub', url);
  const graphile = await startServer('postgraphile', url, 'aggregates');
  const { administrativeUnits } = await hub(
    `{ administrativeUnits(filter: { kind: PROVINCE }, first: ${PROVINCES}) { nodes { id } } }`,
  );
  const provinces = administrativeUnits.nodes.map(({ id }) => id);
  const asked = { hub: (id) => askHub(hub, id), PostGraphile: (id) => askGraphile(graphile, id) };
  compare(await asked.hub(provinces[0]), await asked.PostGraphile(provinces[0]));
  // The provinces that are not measured warm both up.
  for (const id of provinces.slice(1 + ROUNDS * 10))
    for (const ask of Object.values(asked)) await ask(id);
  const times = { hub: [], PostGraphile: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const id of provinces.slice(1 + round * 10, 11 + round * 10))
      for (const [name, ask] of Object.entries(asked)) {
        const started = performance.now();
        await ask(id);
        times[name].push(performance.now() - started);
      }
  const [hubTimes, others] = Object.values(times).map((all) => all.sort((a, b) => a - b));
  const at = (all, share) => Math.round(all[Math.floor(all.length * share)]);
  say('| | median ms | p95 ms |\n| --- | ---: | ---: |');
  say(`| hub | ${at(hubTimes, 0.5)} | ${at(hubTimes, 0.95)} |`);
  say(`| PostGraphile | ${at(others, 0.5)} | ${at(others, 0.95)} |`);
  say(`${(at(others, 0.5) / at(hubTimes, 0.5)).toFixed(1)} times as fast, by the medians`);
} finally {
  for (const child of children) child.disconnect();
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

/** Starts a server, and gives how it is asked. */
async function startServer(name, url, option = '') {
  const child = fork(fileURLToPath(new URL(`./servers/${name}.js`, import.meta.url)), [
    url,
    directory,
    option,
  ]);
  children.push(child);
  const [{ address, error }] = await once(child, 'message');
  if (error) throw new Error(error);
  return async (query, variables) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      // Only the hub compresses, and what is measured is the question.
      headers: { 'content-type': 'application/json', 'accept-encoding': 'identity' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

/** The counts by commune and kind: of institutions, and of those that completed each indicator. */
async function askHub(ask, unit) {
  // All rows are counted, and the first hundred are shown.
  const { breakdown } = await ask(
    `query ($unit: ID!) { breakdown(by: [UNIT, KIND], unit: $unit, unitKind: COMMUNE, first: 100) {
      totalCount nodes { kind line { institutions reported completed } } } }`,
    { unit },
  );
  return breakdown.nodes;
}

async function askGraphile(ask, unit) {
  const provinceId = Number(Buffer.from(unit, 'base64url').toString().split(':')[1]);
  const { allCountryStandings } = await ask(
    `query ($provinceId: Int!) { allCountryStandings(condition: { provinceId: $provinceId }) {
      groupedAggregates(groupBy: [UNIT_ID, KIND]) { keys distinctCount { rowId }
        sum { reported ${FIGURES.map(camel).join(' ')} } } } }`,
    { provinceId },
  );
  return allCountryStandings.groupedAggregates;
}

/** Both must say the same before it is worth knowing who says it sooner. */
function compare(rows, groups) {
  const sums = groups.flatMap(({ distinctCount, sum }) =>
    FIGURES.map((figure) => `${distinctCount.rowId} ${sum.reported} ${sum[camel(figure)]}`),
  );
  const known = new Set(sums);
  for (const { line } of rows) {
    const said = `${line.institutions} ${line.reported} ${line.completed}`;
    if (!known.has(said)) throw new Error(`PostGraphile does not say: ${said}`);
  }
}
