/** What questions near the limits of a request cost and take, cold and from a hub that has read before. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openCountry } from './country.js';

const INSTITUTIONS = Number(process.argv[2] ?? 4000);
const PORT = 4987;
const ADDRESS = `http://127.0.0.1:${PORT}`;
const TIMES = 7;

const say = (line) => process.stdout.write(`${line}\n`);
const document = (name) =>
  readFile(new URL(`../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
const range = (count, text) => Array.from({ length: count }, (_, index) => text(index)).join(' ');

const SERIES = await document('planner-provinces-series');
const DATES = ['2022-12-31', '2023-12-31', '2024-12-31', '2025-12-31', '2026-06-30'];
const KNOWN = `{ administrativeUnits(first: 1, filter: { kind: PROVINCE }) { nodes { id
  ${range(30, (index) => `k${index}: progress(asOf: "2026-06-30", knownAt: "${new Date(Date.UTC(2024, index, 1)).toISOString()}") { ...F }`)} } } }
  fragment F on ProgressReport { knownAt lines { group pillar institutions completed reported percent targets { standing } } }`;
const QUESTIONS = [
  ['34 provinces, 5 dates, targets', SERIES, { first: 34, on: DATES }],
  ['100 communes, 5 dates, targets', SERIES, { kind: 'COMMUNE', first: 100, on: DATES }],
  ['50 communes, 11 months, targets', SERIES, { kind: 'COMMUNE', first: 50, months: 11 }],
  ['a province at 30 moments', KNOWN, {}],
  [
    '100 institutions with 28 units each (2,901)',
    `{ institutions(first: 100) { nodes { code ${range(28, (index) => `u${index}: unit { code name }`)} } } }`,
    {},
  ],
  [
    '100 institutions, five rounds of indicators (1,601)',
    '{ institutions(first: 100) { nodes { code indicatorSeries { asOf indicators { indicator { code } stage points } } } } }',
    {},
  ],
];

const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const postgres = await startEmbeddedServer({ directory, report: say });
let hub;
try {
  const database = await openCountry(postgres.url, INSTITUTIONS, 0, say);
  hub = spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      ...process.env,
      DATABASE_URL: database,
      PORT: String(PORT),
      HUB_RATE_LIMIT: '0',
      HUB_CACHE_MB: '0',
      HUB_DATA_DIR: directory,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let tries = 0; tries < 100; tries += 1) {
    const ready = await fetch(`${ADDRESS}/health/ready`).catch(() => null);
    if (ready?.ok) break;
    await setTimeout(300);
  }
  for (const [what, query, variables] of QUESTIONS) {
    const times = [];
    let answer;
    let bytes = 0;
    for (let time = 0; time < TIMES; time += 1) {
      const started = performance.now();
      const response = await fetch(`${ADDRESS}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      times.push(performance.now() - started);
      bytes = text.length;
      answer = JSON.parse(text);
    }
    const [first] = times;
    const median = times.slice(1).sort((a, b) => a - b)[Math.floor((TIMES - 1) / 2)];
    const refused = answer.errors ? ` ${JSON.stringify(answer.errors[0].extensions)}` : '';
    say(
      `${what}: cost ${answer.extensions?.cost?.requested}, first ${Math.round(first)} ms, then ${Math.round(median)} ms, ${Math.round(bytes / 1000)} kB${refused}`,
    );
  }
} finally {
  hub?.kill('SIGTERM');
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}
