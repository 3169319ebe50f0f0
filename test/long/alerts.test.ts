import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);

/** Where Debian and Ubuntu put it: `apt-get install prometheus`. */
const PROMTOOL = '/usr/bin/promtool';
const testWithPromtool = existsSync(PROMTOOL) ? test : test.skip;

testWithPromtool('the alert rules are valid, and each fires on what it is for alone', async () => {
  const checked = await run(PROMTOOL, ['check', 'rules', 'docs/examples/alerts.yml']);
  const tried = await run(PROMTOOL, ['test', 'rules', 'docs/examples/alerts.test.yml']);

  expect(checked.stdout).toMatch(/SUCCESS: \d+ rules found/);
  expect(tried.stdout).toContain('SUCCESS');
});
