import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { command } from './support/command.js';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** Runs `hub key …` on the hub's database. */
const run = (...parameters: string[]) =>
  command(['key', ...parameters], { DATABASE_URL: hub.databaseUrl });

/** The code that a question with a key is refused with; undefined when it is answered. */
const refusal = async (key: string) =>
  (await hub.ask('{ viewer { name } }', {}, { 'x-api-key': key })).errors[0]?.extensions.code;

test('a key is printed alone and once, listed by its prefix, good at once, and revoked by it', async () => {
  const created = await run('create', '--name', 'Bảng điều khiển', '--expires', '2099-01-01');
  const refused = await run('create', '--name', ' ');
  const soon = new Date(Date.now() + 86_400_000).toISOString();
  const made = await run(
    'create',
    '--name',
    'Sở',
    '--expires',
    soon,
    '--scope',
    'READ_PUBLIC',
    'READ_EXPORTS',
  );
  const key = made.out.trim();
  const prefix = key.slice(0, 12);

  expect(created).toMatchObject({ status: 1, out: '' });
  expect(created.err).toMatch(
    /^KEY_INVALID: The key cannot be made\. The key would expire at 2099/,
  );
  expect(refused).toEqual({
    status: 1,
    out: '',
    err: 'KEY_INVALID: The key cannot be made. The name is empty.\n',
  });
  expect(made.status).toBe(0);
  expect(made.out).toMatch(/^edh_[0-9a-f]{8}_[0-9a-f]{64}_[0-9a-f]{8}\n$/);
  expect(made.err).toContain('cannot be shown again');
  expect(await refusal(key)).toBeUndefined();

  const listed = await run('list');
  const revoked = await run('revoke', prefix);
  const again = await run('revoke', prefix);
  const whole = await run('revoke', key);
  const afterwards = await run('list');

  expect(listed.out).toMatch(
    new RegExp(`^  prefix .*\\n  ${prefix}  Sở    READ_PUBLIC READ_EXPORTS  .* good\\n$`),
  );
  expect(listed.out).not.toContain(key.slice(13));
  expect(revoked).toEqual({ status: 0, out: 'the key “Sở” is refused from now on\n', err: '' });
  expect(again).toEqual(revoked);
  expect(whole.status).toBe(1);
  expect(whole.err).toMatch(/^KEY_NOT_FOUND: /);
  expect(whole.err).not.toContain(key.slice(13));
  expect(afterwards.out).toMatch(/ revoked\n$/);
  expect(await refusal(key)).toBe('KEY_REVOKED');
  const trail = await hub.em
    .fork()
    .execute(
      'select account_name, action, subject_type, subject_version, after from audit_event order by id',
    );
  expect(trail).toEqual([
    {
      account_name: 'command line',
      action: 'key create',
      subject_type: 'ApiKey',
      subject_version: 1,
      after: { name: 'Sở', scopes: ['READ_PUBLIC', 'READ_EXPORTS'], expiresAt: soon, prefix },
    },
    {
      account_name: 'command line',
      action: 'key revoke',
      subject_type: 'ApiKey',
      subject_version: 2,
      after: { revokedAt: expect.any(String) },
    },
  ]);
});

test('a scope that there is not, and an end that is no date, are refused', async () => {
  const scope = await run('create', '--name', 'Sở', '--scope', 'WRITE');
  const date = await run('create', '--name', 'Sở', '--expires', 'tomorrow');

  expect(scope.status).toBe(1);
  expect(scope.err).toContain('READ_PUBLIC, READ_EXPORTS');
  expect(date).toMatchObject({ status: 1, out: '' });
  expect(date.err).toContain(
    'KEY_INVALID: --expires is “tomorrow”; give a date such as 2027-12-31',
  );
});
