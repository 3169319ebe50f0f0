import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { DiskSpace } from '../src/health/disk-space.js';
import { startHub } from './support/hub.js';

const FOLDER = new URL('../docs/examples/', import.meta.url);
const rules = await readFile(new URL('alerts.yml', FOLDER), 'utf8');
const alerts = [...rules.matchAll(/alert: (\w+)/g)].map(([, name]) => name!);

test('alerts ask only for what the hub measures', async () => {
  const disk = new DiskSpace({ folder: '.', reserve: 512 });
  const hub = await startHub({ disk, backups: { every: 86_400_000 } });
  const { body } = await hub.server.inject({ url: '/metrics' });
  await hub.close();

  const measured = [...body.matchAll(/^# HELP (\w+)/gm)].map(([, name]) => name!);
  const asked = [...rules.matchAll(/\bhub_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
  expect(asked.filter((name) => !measured.includes(name))).toEqual([]);
});

test('each alert is tried, and the handbook says what to do about it', async () => {
  const tried = await readFile(new URL('alerts.test.yml', FOLDER), 'utf8');
  const handbook = await readFile(new URL('../operations.md', FOLDER), 'utf8');

  expect(alerts.length).toBeGreaterThan(15);
  expect(alerts.filter((name) => !tried.includes(`alertname: ${name}\n`))).toEqual([]);
  expect(alerts.filter((name) => !handbook.includes(`\`${name}\``))).toEqual([]);
});
