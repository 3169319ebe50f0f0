/**
 * How long a planner waits for the console's first view on a slow network, and what is brought for it: in a browser
 * that has nothing in its cache, on the hub as `npm start` runs it with the demo.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const PORT = 4391;
const ROUNDS = Number(process.argv[2] ?? 5);
/**
 * Chromium delays each answer by the latency, on a connection that is open: 150 ms there and back is the network itself;
 * 562 ms is what DevTools calls fast 3G, where each request pays for a connection too.
 */
const SLOW = { latency: 150, bytesPerSecond: (1.6 * 1024 * 1024) / 8 };
const SLOWER = { latency: 562.5, bytesPerSecond: (1.6 * 1024 * 1024 * 0.9) / 8 };
const DESK = { width: 1440, height: 900 };
const PROFILES = [
  { name: '1.6 Mbit/s, 150 ms, a desk', viewport: DESK, network: SLOW },
  { name: '1.44 Mbit/s, 562 ms, a desk', viewport: DESK, network: SLOWER },
  {
    name: '1.6 Mbit/s, 150 ms, a phone with a quarter of the processor',
    ...{ viewport: { width: 360, height: 740 }, network: SLOW, slowdown: 4 },
  },
  { name: 'no limits, a desk', viewport: DESK },
];
const VIEWS = ['/', '/?unit=67&kind=PROVINCE&on=2025-06-30'];

/** What the page sees of itself: its largest paint, what it was pushed about, and how long nothing could be pressed. */
const WATCH = `
  window.seen = { largest: 0, shift: 0, blocked: 0 };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
  watch('layout-shift', ({ value, hadRecentInput }) => (seen.shift += hadRecentInput ? 0 : value));
  watch('longtask', ({ duration }) => (seen.blocked += duration - 50));
`;

const say = (line) => process.stdout.write(`${line}\n`);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const hub = spawn(process.execPath, ['dist/src/main.js'], {
  env: { ...process.env, PORT: String(PORT), HUB_DATA_DIR: directory, HUB_LOG_LEVEL: 'error' },
  stdio: 'ignore',
});
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  await untilReady();
  // Not counted: the hub's own caches are warm for everybody but the first.
  for (const view of VIEWS) await firstView(PROFILES.at(-1), view);
  for (const profile of PROFILES) {
    const seen = [];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const view of VIEWS) seen.push(await firstView(profile, view));
    const of = (name) => Math.round(median(seen.map((each) => each[name])));
    say(
      `${profile.name}: figures after ${of('figures')} ms with ${of('scriptsBefore')} bytes of scripts, ` +
        `the chart after ${of('chart')} ms, the units after ${of('units')} ms ` +
        `with ${of('scripts')} (${of('all')} of everything); ` +
        `largest paint ${of('largest')} ms, blocked ${of('blocked')} ms, ` +
        `shift ${Math.max(...seen.map(({ shift }) => shift)).toFixed(3)}`,
    );
  }
} finally {
  await browser.close();
  hub.kill();
  await once(hub, 'exit');
  await rm(directory, { recursive: true, force: true });
}

async function untilReady() {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    if (hub.exitCode !== null) throw new Error(`the hub ended with ${hub.exitCode}`);
    await setTimeout(200);
  }
}

async function firstView({ viewport, network, slowdown = 1 }, view) {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  if (network)
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: network.latency,
      downloadThroughput: network.bytesPerSecond,
      uploadThroughput: network.bytesPerSecond / 2,
    });
  const kinds = new Map();
  const sizes = { scripts: 0, all: 0 };
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.all += encodedDataLength;
    if (kinds.get(requestId) === 'Script') sizes.scripts += encodedDataLength;
  });
  const started = performance.now();
  await page.goto(`http://127.0.0.1:${PORT}${view}`, { waitUntil: 'commit' });
  const after = async (selector) => {
    await page.locator(selector).first().waitFor();
    return performance.now() - started;
  };
  // The verdict says the figures; waited for at once, so that none is noticed late.
  const [{ figures, scriptsBefore }, chart, units] = await Promise.all([
    after('main section p').then((figures) => ({ figures, scriptsBefore: sizes.scripts })),
    after('figure svg, figure canvas'),
    after('section :is(tbody, ol) a'),
  ]);
  await setTimeout(500);
  const { largest, shift, blocked } = await page.evaluate('seen');
  await context.close();
  return { figures, scriptsBefore, chart, units, ...sizes, largest, shift, blocked };
}
