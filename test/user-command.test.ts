import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeAll, expect, test } from '@jest/globals';
import { openOrm } from '../src/tables.js';
import { cloneDatabase } from './support/hub.js';

let databaseUrl: string;
beforeAll(async () => {
  databaseUrl = await cloneDatabase('empty');
});

/** Runs `hub user add` with a password on standard input. */
async function add(password: string, email = 'operator@example.edu.vn', name = 'Người vận hành') {
  const child = spawn(
    process.execPath,
    ['dist/src/cli.js', 'user', 'add', '--email', email, '--name', name],
    {
      env: { DATABASE_URL: databaseUrl },
    },
  );
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.end(password);
  const [status] = (await once(child, 'close')) as [number];
  return { status, err };
}

test('the first operator is added once and put on record, with a password from standard input', async () => {
  const first = await add('một mật khẩu đủ dài\n');
  const second = await add('một mật khẩu đủ dài\n', 'Operator@Example.edu.vn');

  const orm = await openOrm(databaseUrl);
  const trail = await orm.em
    .fork()
    .execute('select account_id, account_name, address, action, before, after from audit_event');
  await orm.close(true);

  expect(first).toEqual({ status: 0, err: '' });
  expect(second).toEqual({
    status: 1,
    err: 'ACCOUNT_EXISTS: There is an account with the e-mail operator@example.edu.vn already.\n',
  });
  expect(trail).toEqual([
    {
      account_id: null,
      account_name: 'command line',
      address: null,
      action: 'user add',
      before: null,
      after: {
        name: 'Người vận hành',
        email: 'operator@example.edu.vn',
        grants: [
          {
            role: 'OPERATOR',
            unit: null,
            institution: null,
            kinds: null,
            validFrom: null,
            validTo: null,
          },
        ],
      },
    },
  ]);
});

test('everything that is wrong with an account is told at once', async () => {
  expect(await add('short\n', 'nowhere', ' ')).toEqual({
    status: 1,
    err: 'ACCOUNT_INVALID: The account cannot be added. The name is empty. “nowhere” is not an e-mail address. The password has 5 characters; it needs 12 to 128.\n',
  });
});

test('without a password nothing is added', async () => {
  const { status, err } = await add('');

  expect(status).toBe(1);
  expect(err).toContain('PASSWORD_MISSING');
});
