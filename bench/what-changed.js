/**
 * What it takes to explain a change: of a province of 2,000 institutions between two dates with a round in
 * between, cold, and between two moments of knowledge; of the whole country; and the movers among its
 * communes. And what it takes to break figures down. Nothing of an answer is kept. Beside the times it says how long the event loop was late at most,
 * because other requests wait so long.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openOrm } from '../dist/src/tables.js';
import { openCountry } from './country.js';
import { measuredServer } from './measured-server.js';

/** 34 provinces of about 2,000 institutions. */
const INSTITUTIONS = Number(process.argv[2] ?? 68_000);
const ROUNDS = 9;

const say = (line) => process.stdout.write(`${line}\n`);

const DATES = 'from: "2025-12-31", to: "2026-10-31"';
const ONE = 'groups: [GENERAL_EDUCATION], pillars: [DIGITAL_GOVERNANCE]';
const LINES =
  'lines { group before { completed } after { completed } parts { reason count difference { completed } } }';
const LISTED = `lines { parts(reasons: [NEWLY_COMPLETED, FELL_BACK]) { count changed(first: 20) { nodes {
  institution { name } before { stage round { code } } after { stage round { code } } } } } }`;
const KNOWN = 'knownFrom: "2026-05-01T00:00:00Z"';
const change = (about, fields) => `{ progressChange(${about}) { ${fields} } }`;
const movers = (about) =>
  `{ progressMovers(${about}, ${DATES}, group: GENERAL_EDUCATION, first: 20) { totalCount nodes { rank percentPoints } } }`;

const breakdown = (about) =>
  `{ breakdown(${about}, asOf: "2026-10-31", first: 100) { totalCount nodes { rank unit { name } kind line {
    institutions completed reported percent targets { standing gapPoints } } } } }`;
const RANKED = `${ONE}, orderBy: { figure: GAP_POINTS }`;

const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const postgres = await startEmbeddedServer({ directory, report: say });
try {
  const orm = await openOrm(await openCountry(postgres.url, INSTITUTIONS, 0, say));
  const server = await measuredServer(orm, directory, {
    now: () => new Date('2026-11-01T03:00:00Z'),
  });
  const provinces = await idsOf(server, 'PROVINCE');
  const QUESTIONS = {
    'province, one line': (unit) => change(`unit: "${unit}", ${DATES}, ${ONE}`, LINES),
    'province, one line, with institutions': (unit) =>
      change(`unit: "${unit}", ${DATES}, ${ONE}`, LISTED),
    'province, ten lines': (unit) => change(`unit: "${unit}", ${DATES}`, LINES),
    'province, between moments': (unit) =>
      change(`unit: "${unit}", from: "2026-10-31", to: "2026-10-31", ${KNOWN}, ${ONE}`, LINES),
    'movers among the communes of a province': (unit) =>
      movers(`unit: "${unit}", unitKind: COMMUNE`),
    'movers among all communes': () => movers('unitKind: COMMUNE'),
    'province by commune and kind, ten lines': (unit) =>
      breakdown(`by: [UNIT, KIND], unit: "${unit}", unitKind: COMMUNE`),
    'province, communes ranked': (unit) =>
      breakdown(`by: [UNIT], unit: "${unit}", unitKind: COMMUNE, ${RANKED}`),
    'country by kind, ten lines': () => breakdown('by: [KIND]'),
    'country by province and kind, ten lines': () =>
      breakdown('by: [UNIT, KIND], unitKind: PROVINCE'),
    'country, communes ranked': () => breakdown(`by: [UNIT], unitKind: COMMUNE, ${RANKED}`),
    'country, ten lines': () => change(DATES, LINES),
  };
  say('| question | median ms | slowest ms | loop late ms |\n| --- | ---: | ---: | ---: |');
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const late = monitorEventLoopDelay({ resolution: 5 });
    const times = [];
    const rounds = name.startsWith('country') ? 3 : ROUNDS;
    // The first round warms up and is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      if (round === 1) late.enable();
      const started = performance.now();
      const response = await server.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query: question(provinces[round % provinces.length]) },
      });
      const { errors } = response.json();
      if (errors) throw new Error(JSON.stringify(errors));
      if (round > 0) times.push(performance.now() - started);
    }
    late.disable();
    times.sort((a, b) => a - b);
    const shown = [times[Math.floor(times.length / 2)], times.at(-1), late.max / 1e6];
    say(`| ${name} | ${shown.map((each) => Math.round(each)).join(' | ')} |`);
  }
  await server.close();
  await orm.close(true);
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

async function idsOf(server, kind) {
  const response = await server.inject({
    method: 'POST',
    url: '/graphql',
    payload: {
      query: `{ administrativeUnits(filter: { kind: ${kind} }, first: 34) { nodes { id } } }`,
    },
  });
  return response.json().data.administrativeUnits.nodes.map(({ id }) => id);
}
