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
 * Chromium delays each answer by the latency, on a connection that is open: the first profile is the network itself
 * (150 ms there and back), the second is what DevTools calls fast 3G, where each request pays for a connection too.
 */
const PROFILES = [
  { name: '1.6 Mbit/s, 150 ms', latency: 150, bytesPerSecond: (1.6 * 1024 * 1024) / 8 },
  { name: '1.44 Mbit/s, 562 ms', latency: 562.5, bytesPerSecond: (1.6 * 1024 * 1024 * 0.9) / 8 },
];
const VIEWS = ['/', '/?unit=67&kind=PROVINCE&on=2025-06-30'];

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
  for (const view of VIEWS) await firstView(PROFILES[0], view);
  for (const profile of PROFILES) {
    const seen = [];
    for (let round = 0; round < ROUNDS; round += 1)
      for (const view of VIEWS) seen.push(await firstView(profile, view));
    const of = (name) => Math.round(median(seen.map((each) => each[name])));
    say(
      `${profile.name}: figures after ${of('figures')} ms with ${of('scriptsBefore')} bytes of scripts, ` +
        `charts after ${of('charts')} ms with ${of('scripts')} (${of('all')} of everything)`,
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

async function firstView({ latency, bytesPerSecond }, view) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond / 2,
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
  await page.locator('tbody strong').first().waitFor();
  const figures = performance.now() - started;
  const scriptsBefore = sizes.scripts;
  await page.locator('canvas').first().waitFor();
  const charts = performance.now() - started;
  await context.close();
  return { figures, scriptsBefore, charts, scripts: sizes.scripts, all: sizes.all };
}
