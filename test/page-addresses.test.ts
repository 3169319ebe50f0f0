import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startHub } from './support/hub.js';

test('every page of the console is found at its address when it is opened there', async () => {
  const app = await readFile('web/src/app.tsx', 'utf8');
  const paths = [...app.matchAll(/<Route\s+path="([^"]+)"/g)].map(([, path]) => path!);
  const names = [...app.matchAll(/^const [A-Z_]+ = '(\/[a-z-]+)';$/gm)].map(([, path]) => path!);
  const folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-console-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  const hub = await startHub({ consoleFolder: folder });

  const answers = new Map<string, number>();
  for (const path of [...paths, ...names, '/account']) {
    const url = path.replace(/:\w+/g, 'x');
    const { statusCode } = await hub.server.inject({ url, headers: { accept: 'text/html' } });
    answers.set(path, statusCode);
  }

  expect(answers.size).toBeGreaterThan(10);
  expect([...answers].filter(([, status]) => status !== 200)).toEqual([]);
  await hub.close();
  await rm(folder, { recursive: true });
});
