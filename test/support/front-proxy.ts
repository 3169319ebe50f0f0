import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test } from '@jest/globals';

/** Where Debian and Ubuntu put them: `apt-get install nginx-light caddy`. */
const NGINX = '/usr/sbin/nginx';
const CADDY = '/usr/bin/caddy';
export const testWithNginx = existsSync(NGINX) ? test : test.skip;
export const testWithCaddy = existsSync(CADDY) ? test : test.skip;

/** Ends a proxy, and gives what it logged. */
export type EndProxy = () => Promise<string>;

/**
 * Starts nginx, everything as it comes but the given sites.
 * @param address where it answers for a hub.
 */
export async function startNginx(sites: string, address: string): Promise<EndProxy> {
  const directory = await mkdtemp(join(tmpdir(), 'hub-nginx-'));
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
     http { access_log off; ${places.join(' ')} ${sites} }`,
  );
  return answering(spawn(NGINX, ['-p', directory, '-c', configuration]), directory, address);
}

/** The same for Caddy, without TLS. */
export async function startCaddy(sites: string, address: string): Promise<EndProxy> {
  const directory = await mkdtemp(join(tmpdir(), 'hub-caddy-'));
  const configuration = join(directory, 'Caddyfile');
  await writeFile(configuration, `{\n\tadmin off\n\tauto_https off\n}\n${sites}`);
  const arguments_ = ['run', '--config', configuration, '--adapter', 'caddyfile'];
  const caddy = spawn(CADDY, arguments_, { env: { ...process.env, HOME: directory } });
  return answering(caddy, directory, address);
}

async function answering(
  proxy: ChildProcess,
  directory: string,
  address: string,
): Promise<EndProxy> {
  let log = '';
  proxy.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const end = async () => {
    proxy.kill();
    if (proxy.exitCode === null && proxy.signalCode === null) await once(proxy, 'exit');
    await rm(directory, { recursive: true, force: true });
    return log;
  };
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${address}/health/live`).catch(() => null);
    if (answer?.ok) return end;
    await setTimeout(100);
  }
  throw new Error(`the proxy did not begin to answer: ${await end()}`);
}
