import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../support/hub.js';
import { freePort } from '../support/long-run/supervised-hub.js';

/** Where Debian and Ubuntu put it: `apt-get install nginx`. */
const NGINX = '/usr/sbin/nginx';
const testWithNginx = existsSync(NGINX) ? test : test.skip;

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo' });
});
afterAll(() => hub.close());

/** nginx as it comes, with one line of the operator: where the hub is. */
async function nginxBefore(hubAddress: string, directory: string): Promise<[ChildProcess, string]> {
  const port = await freePort();
  const configuration = join(directory, 'nginx.conf');
  // Its workers are another user, who keeps long answers there.
  await chmod(directory, 0o755);
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(directory, name)};`,
  );
  await writeFile(
    configuration,
    `pid ${join(directory, 'nginx.pid')}; error_log stderr; daemon off;
     events { worker_connections 768; }
     http { access_log off; ${places.join(' ')}
       server { listen 127.0.0.1:${port}; location / { proxy_pass ${hubAddress}; } } }`,
  );
  const nginx = spawn(NGINX, ['-p', directory, '-c', configuration], { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(`${address}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return [nginx, address];
    await setTimeout(100);
  }
  nginx.kill();
  throw new Error('nginx did not begin to answer');
}

testWithNginx('nginx as it comes passes the events of a stream on at once', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'hub-nginx-'));
  const hubAddress = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  const [nginx, address] = await nginxBefore(hubAddress, directory);
  try {
    const { unit } = await hub.data('{ unit: administrativeUnit(code: "68") { id name } }');
    const query = `subscription { unitProgressChanged(unit: "${unit.id}") { name } }`;
    const leave = new AbortController();
    const stream = await fetch(`${address}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      // Far less than what nginx waits before it gives up, and far more than the hub takes.
      signal: AbortSignal.any([leave.signal, AbortSignal.timeout(20_000)]),
    });
    let told = '';
    for await (const part of stream.body ?? []) {
      told += Buffer.from(part).toString();
      if (told.includes(unit.name)) break;
    }

    expect(told).toContain('event: next');
    expect(told).toContain(unit.name);
    leave.abort();
  } finally {
    nginx.kill();
    await once(nginx, 'exit');
    await rm(directory, { recursive: true });
  }
});

testWithNginx(
  'nginx as it comes passes downloads on whole, eight at once, packed or not',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hub-nginx-'));
    const hubAddress = hub.server.listeningOrigin;
    const [nginx, address] = await nginxBefore(hubAddress, directory);
    try {
      const path = '/exports/institutions.csv?asOf=2024-12-31';
      const plain = (await hub.server.inject({ url: path })).body;
      const all = await Promise.all(
        ['identity', 'gzip', 'br', 'identity', 'gzip', 'br', 'identity', 'gzip'].map(
          async (encoding) => {
            const answer = await fetch(`${address}${path}`, {
              headers: { 'accept-encoding': encoding },
            });
            return { answer, encoding, text: await answer.text() };
          },
        ),
      );

      for (const { answer, encoding, text } of all) {
        expect([answer.status, answer.headers.get('content-encoding') ?? 'identity']).toEqual([
          200,
          encoding,
        ]);
        expect(text === plain).toBe(true);
      }
      const etag = all[1]!.answer.headers.get('etag')!;
      const again = await fetch(`${address}${path}`, {
        headers: { 'accept-encoding': 'br', 'if-none-match': etag },
      });
      expect(again.status).toBe(304);
    } finally {
      nginx.kill();
      await once(nginx, 'exit');
      await rm(directory, { recursive: true });
    }
  },
);
