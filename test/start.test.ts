import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { command, run, type Running } from './support/command.js';
import { cloneDatabase } from './support/hub.js';
import { halfSent, openRaw, request, until } from './support/raw-connection.js';
import { layoutOf } from '../src/embedded-postgres/layout.js';
import { openOrm } from '../src/tables.js';

let folder: string;
const started: Running[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-start-'));
});
afterEach(async () => {
  for (const hub of started.splice(0)) {
    hub.process.kill('SIGTERM');
    await hub.finished;
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Starts a hub on a port that the system chooses. */
function start(environment: Record<string, string> = {}): Running {
  const hub = run('main', [], { PORT: '0', HUB_DATA_DIR: folder, ...environment });
  started.push(hub);
  return hub;
}

test('the first start seeds the demo and tells the progress; a killed hub is replaced; a stop is clean', async () => {
  const first = start();
  await first.saying('GraphiQL');
  first.process.kill('SIGKILL');
  const killed = await first.finished;

  const second = start();
  await second.saying('GraphiQL');
  second.process.kill('SIGINT');
  const stopped = await second.finished;

  expect(killed.out).toContain('The database is empty: loading the demo');
  expect(killed.out).toMatch(/schools +all four together +\d+ of \d+ .* 40% \w+/);
  expect(killed.out).toContain('ILLUSTRATIVE_DATA');
  expect(stopped).toMatchObject({ status: 0, err: '' });
  expect(stopped.out).not.toContain('The database is empty');
  expect(stopped.out).toMatch(/SIGINT: stopping …\nStopped\.\n$/);
});

const START = `mutation ($email: String!, $password: String!) {
  session: sessionStart(input: { email: $email, password: $password }) {
    viewer { name grants { role unit { name } institution { code } kinds validFrom } }
  }
}`;

/** The e-mails of the demo accounts and their password, as a start prints them. */
function accountsIn(out: string): { emails: string[]; password: string } {
  const told = out.slice(out.indexOf('For trying out only'));
  return {
    emails: [...told.matchAll(/^ {2}(\S+@demo\.example) /gm)].map((match) => match[1]!),
    password: /with the password {2}(\S+)$/m.exec(told)![1]!,
  };
}

test('the accounts of the embedded demo are told at every start, and can sign in', async () => {
  const first = start();
  const out = await first.saying('/health/ready');
  const { emails, password } = accountsIn(out);
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out)![0];
  const signIn = async (email: string) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: START, variables: { email, password } }),
    });
    const { data } = (await response.json()) as { data: { session: { viewer: object } } };
    return data.session.viewer;
  };

  const viewers = await Promise.all(emails.map(signIn));
  first.process.kill('SIGTERM');
  await first.finished;
  const second = start();
  const again = accountsIn(await second.saying('/health/ready'));

  const nowhere = { unit: null, institution: null, kinds: null, validFrom: null };
  const lamDong = { ...nowhere, unit: { name: 'Tỉnh Lâm Đồng' } };
  const duty = { role: 'REVIEWER', validFrom: '2025-07-01' };
  expect(Object.fromEntries(emails.map((email, index) => [email, viewers[index]]))).toEqual({
    'operator@demo.example': {
      name: 'Người vận hành (minh hoạ)',
      grants: [{ ...nowhere, role: 'OPERATOR' }],
    },
    'planner@demo.example': {
      name: 'Chuyên viên kế hoạch Lâm Đồng (minh hoạ)',
      grants: [{ ...lamDong, role: 'PLANNER' }],
    },
    'reviewer@demo.example': {
      name: 'Chuyên viên thẩm định Lâm Đồng (minh hoạ)',
      grants: [
        {
          ...lamDong,
          ...duty,
          kinds: [
            'UPPER_SECONDARY_SCHOOL',
            'MULTI_LEVEL_SCHOOL',
            'CONTINUING_EDUCATION_CENTRE',
            'VOCATIONAL_CENTRE',
            'VOCATIONAL_SECONDARY_SCHOOL',
            'COLLEGE',
          ],
        },
      ],
    },
    'commune-reviewer@demo.example': {
      name: 'Chuyên viên thẩm định Bắc Gia Nghĩa (minh hoạ)',
      grants: [
        {
          ...nowhere,
          ...duty,
          unit: { name: 'Phường Bắc Gia Nghĩa' },
          kinds: ['PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL'],
        },
      ],
    },
    'school@demo.example': {
      name: 'Quản trị DN-THPT-01 (minh hoạ)',
      grants: [{ ...nowhere, role: 'SCHOOL_ADMIN', institution: { code: 'DN-THPT-01' } }],
    },
    'primary-school@demo.example': {
      name: 'Quản trị MH-TH-001 (minh hoạ)',
      grants: [{ ...nowhere, role: 'SCHOOL_ADMIN', institution: { code: 'MH-TH-001' } }],
    },
  });
  expect(again).toEqual({ emails, password });
  const file = join(folder, 'demo-password');
  expect(await readFile(file, 'utf8')).toBe(password);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('a database of somebody’s own gets the demo without accounts, even beside a password', async () => {
  const url = await cloneDatabase('empty');
  const hub = start({ DATABASE_URL: url });
  const out = await hub.saying('/health/ready');
  const orm = await openOrm(url);
  const [counted] = await orm.em
    .fork()
    .execute(
      'select array(select sign_in_name from account) as accounts, (select count(*)::int from institution) > 0 as demo',
    );
  await orm.close(true);

  // The one that waits for the first operator to set its password.
  expect(counted).toEqual({ accounts: ['operator'], demo: true });
  expect(out).not.toContain('demo.example');
});

test('where nobody can operate the hub, each start tells an address that lets somebody do so, once', async () => {
  const url = await cloneDatabase('empty');
  const told = async (hub: Running) => {
    const out = await hub.saying('/health/ready');
    const [, address, code] = /^ {2}(http:\S+)\/invitation#(\S+)$/m.exec(out) ?? [];
    return { address: address ?? /http:\/\/127\.0\.0\.1:\d+/.exec(out)![0], code };
  };
  const accept = async (address: string, code: string) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation ($code: String!) { accepted: invitationAccept(input: {
          code: $code, password: "mật khẩu của người đầu tiên" }) {
          viewer { signInName grants { role } } userErrors { code } } }`,
        variables: { code },
      }),
    });
    return ((await response.json()) as { data: { accepted: object } }).data.accepted;
  };
  const environment = { DATABASE_URL: url, HUB_SEED_DEMO: 'false' };
  const first = start(environment);
  const earlier = await told(first);
  first.process.kill('SIGTERM');
  await first.finished;

  const second = start(environment);
  const { address, code } = await told(second);
  expect(await accept(address, earlier.code!)).toMatchObject({
    viewer: null,
    userErrors: [{ code: 'CODE_REPLACED' }],
  });
  const viewer = { signInName: 'operator', grants: [{ role: 'OPERATOR' }] };
  expect(await accept(address, code!)).toEqual({ viewer, userErrors: [] });
  second.process.kill('SIGTERM');
  await second.finished;

  expect((await told(start(environment))).code).toBeUndefined();
});

test('hub seed demo makes the accounts of the embedded demo, and none where it is refused', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'hub-seed-'));
  const environment = { HUB_DATA_DIR: fresh };
  const units = join(folder, 'one.csv');
  await writeFile(units, 'kind,code,name\nPROVINCE,99,Tỉnh\n');

  const seeded = await command(['seed', 'demo'], environment);
  const own = await mkdtemp(join(tmpdir(), 'hub-seed-'));
  await command(['import', 'units', units], { HUB_DATA_DIR: own });
  const refused = await command(['seed', 'demo'], { HUB_DATA_DIR: own });

  expect(seeded.status).toBe(0);
  expect(accountsIn(seeded.out).emails).toHaveLength(6);
  expect(refused.err).toContain('DATABASE_NOT_EMPTY');
  await expect(stat(join(own, 'demo-password'))).rejects.toThrow('ENOENT');
  await Promise.all([fresh, own].map((each) => rm(each, { recursive: true })));
});

test('while a hub runs, a second one is refused its folder and commands join its database', async () => {
  const hub = start();
  await hub.saying('GraphiQL');

  const second = await run('main', [], { PORT: '0', HUB_DATA_DIR: folder }).finished;
  const joined = await command(['rollup', 'verify'], { HUB_DATA_DIR: folder });

  expect(second.status).toBe(1);
  expect(second.err).toContain('DATA_DIRECTORY_IN_USE');
  expect(second.err).toContain(folder);
  expect(joined).toMatchObject({
    status: 0,
    out: 'every count equals the recount from the updates\n',
  });
});

test('the hub serves the graph, GraphiQL from its own files, and its health', async () => {
  const hub = start();
  const out = await hub.saying('/health/ready');
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out)![0];
  const get = async (path: string) => {
    const response = await fetch(`${address}${path}`);
    return { status: response.status, text: await response.text() };
  };

  expect(await get('/health/live')).toEqual({ status: 200, text: '{"status":"ok"}' });
  expect(await get('/health/ready')).toEqual({ status: 200, text: '{"status":"ok"}' });
  const page = await get('/graphiql');
  const assets = [...page.text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]!);
  expect(assets).toHaveLength(6);
  for (const asset of assets) expect(await get(asset)).toMatchObject({ status: 200 });
  expect(page.text).not.toContain('https://');
});

test('a hub that answers no anonymous questions starts, and refuses them', async () => {
  const hub = start({ HUB_PUBLIC_READ: 'false' });
  const out = await hub.saying('/health/ready');
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out)![0];
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { name } }' }),
  });

  expect(response.status).toBe(401);
  expect(await response.text()).toContain('PUBLIC_READ_OFF');
});

test('an occupied port is told in a sentence, before anything is done', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };

  const { status, err, out } = await run('main', [], { PORT: String(port), HUB_DATA_DIR: folder })
    .finished;

  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toBe(
    `PORT_UNAVAILABLE: The hub cannot listen: another program listens on 127.0.0.1:${port} already. Stop it, or choose another PORT.\n`,
  );
  other.close();
});

test.each([
  [
    { DATABASE_URL: 'mysql://x' },
    'DATABASE_URL: must look like postgresql://user:password@host:5432/database',
  ],
  [
    { DATABASE_URL: 'postgresql://a:secret@127.0.0.1:1/x' },
    'DATABASE_UNREACHABLE: The database at postgresql://a@127.0.0.1:1/x cannot be used',
  ],
  [
    { DATABASE_URL: 'postgresql://a@127.0.0.1:1/x?password=secret' },
    'DATABASE_UNREACHABLE: The database at postgresql://a@127.0.0.1:1/x cannot be used',
  ],
  [{ HUB_DATABASE_POOLER: 'session' }, 'HUB_DATABASE_POOLER: must be none or transaction'],
  [
    { DATABASE_URL: 'postgresql://a@127.0.0.1:1/x', HUB_DATABASE_POOLER: 'transaction' },
    'HUB_MIGRATE_DATABASE_URL: must be given with HUB_DATABASE_POOLER=transaction',
  ],
  [{ PORT: '70000' }, 'PORT: must be a port number from 0 to 65535'],
  [{ HUB_SEED_DEMO: 'maybe' }, 'HUB_SEED_DEMO: must be true or false'],
  [{ HUB_PUBLIC_READ: 'no' }, 'HUB_PUBLIC_READ: must be true or false'],
  [
    { HUB_EVIDENCE_S3_BUCKET: 'b', HUB_EVIDENCE_S3_ACCESS_KEY_ID: 'a' },
    'HUB_EVIDENCE_S3_SECRET_ACCESS_KEY: must be given together with HUB_EVIDENCE_S3_ACCESS_KEY_ID',
  ],
  [{ HUB_SIGN_IN_ISSUERS: 'x' }, 'HUB_SIGN_IN_ISSUERS: must be a list in JSON'],
  [
    { HUB_SIGN_IN_ISSUERS: '[{"issuer":"http://login.example","name":"x","clientId":"hub"}]' },
    'HUB_SIGN_IN_ISSUERS.0.issuer: must be an https address; http only on the machine itself',
  ],
  [
    {
      HUB_SIGN_IN_ISSUERS:
        '[{"issuer":"https://a.example","name":"x","clientId":"hub","newcomers":[{"role":"REVIEWER","unit":"68"}]}]',
    },
    'HUB_SIGN_IN_ISSUERS.0.newcomers.0: must have an emailDomain or a claim',
  ],
  [
    { HUB_SIGN_IN_ISSUERS: '[{"issuer":"https://a.example","name":"x","clientId":"hub"}]' },
    'HUB_PUBLIC_URL: must be given with HUB_SIGN_IN_ISSUERS',
  ],
  [{ HUB_SMALL_COUNT: '0' }, 'HUB_SMALL_COUNT: must be a whole number from 1 to 100'],
  [{ HUB_SMALL_COUNT: '2' }, 'HUB_SMALL_COUNT: must not be 2'],
  [{ HUB_STOP_SECONDS: '-1' }, 'HUB_STOP_SECONDS: must be a whole number from 0 to 600'],
  [{ HUB_STOP_DELAY_SECONDS: 'x' }, 'HUB_STOP_DELAY_SECONDS: must be a whole number from 0 to 600'],
  [{ HUB_LOG_LEVEL: 'loud' }, 'HUB_LOG_LEVEL: must be one of debug, info, warn, error, silent'],
])('the setting %j is refused with a sentence', async (environment, message) => {
  const { status, err } = await run('main', [], { PORT: '0', HUB_DATA_DIR: folder, ...environment })
    .finished;

  expect(status).toBe(1);
  expect(err).toContain(message);
  expect(err).not.toContain('secret');
});

test('all wrong settings are told at once', async () => {
  const { err } = await run('main', [], {
    PORT: 'x',
    DATABASE_URL: 'y',
    HUB_SEED_DEMO: 'z',
    HUB_OIDC_AUDIENCE: 'hub',
    HUB_EVIDENCE_S3_ENDPOINT: 'https://s3.example',
  }).finished;

  expect(err.match(/^ {2}\w+: /gm)).toEqual([
    '  PORT: ',
    '  DATABASE_URL: ',
    '  HUB_SEED_DEMO: ',
    '  HUB_OIDC_AUDIENCE: ',
    '  HUB_EVIDENCE_S3_BUCKET: ',
  ]);
});

test('a signal that comes while the hub is starting stops it and its database as cleanly', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'hub-start-'));
  const hub = run('main', [], { PORT: '0', HUB_DATA_DIR: fresh });
  await hub.saying('The database is empty');
  hub.process.kill('SIGTERM');

  const { status, out, err } = await hub.finished;

  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/Stopped\.\n$/);
  const again = await command(['rollup', 'verify'], { HUB_DATA_DIR: fresh });
  expect(again).toMatchObject({ status: 0 });
  await rm(fresh, { recursive: true });
});

test('a hub that is to stop says so and goes on; a second signal ends it at once, its database in order', async () => {
  const hub = start({ HUB_STOP_DELAY_SECONDS: '600', HUB_STOP_SECONDS: '600' });
  const out = await hub.saying('/health/ready');
  const { port, origin } = new URL(/http:\/\/127\.0\.0\.1:\d+/.exec(out)![0]);
  const silent = await openRaw(Number(port));
  const halfBody = await openRaw(Number(port));
  halfBody.socket.write(halfSent());
  const ready = async () => {
    const response = await fetch(`${origin}/health/ready`);
    return { status: response.status, text: await response.text() };
  };

  hub.process.kill('SIGTERM');
  await until(async () => (await ready()).status === 503);
  const told = await ready();
  const live = await fetch(`${origin}/health/live`);
  hub.process.kill('SIGTERM');
  const { status, out: said, err } = await hub.finished;
  await Promise.all([silent.ended, halfBody.ended]);

  expect(told).toEqual({ status: 503, text: '{"status":"the hub is stopping"}' });
  expect([live.status, live.headers.get('connection')]).toEqual([200, 'close']);
  expect(status).toBe(0);
  expect(said).toMatch(/SIGTERM again: cutting off what is under way …\nStopped\.\n$/);
  expect(err).toContain('cut off what was not done in time');
  await expect(stat(join(layoutOf(folder).cluster, 'postmaster.pid'))).rejects.toThrow('ENOENT');
});

test('a hub with every kind of connection ends when its time is up', async () => {
  const hub = start({ HUB_STOP_SECONDS: '1', DATABASE_URL: await cloneDatabase('demo') });
  const out = await hub.saying('/health/ready');
  const port = Number(new URL(/http:\/\/127\.0\.0\.1:\d+/.exec(out)![0]).port);
  const question = request('POST', '/graphql', '{"query":"{ frameworks { code } }"}');
  const open = await Promise.all(
    ['', question.slice(0, 30), halfSent(), question].map(async (bytes) => {
      const one = await openRaw(port);
      one.socket.write(bytes);
      return one;
    }),
  );
  const busy = open[3]!;
  busy.socket.on('data', () => busy.socket.write(question));
  await busy.saying('200 OK');

  hub.process.kill('SIGTERM');
  const { status, out: said } = await hub.finished;

  expect(status).toBe(0);
  expect(said).toMatch(/Stopped\.\n$/);
  await Promise.all(open.map(({ ended }) => ended));
});

test('a database that takes no changes is told in a sentence', async () => {
  const url = await cloneDatabase('demo');
  const file = join(folder, 'units.csv');
  await writeFile(file, 'kind,code,name\nPROVINCE,99,Tỉnh\n');
  const orm = await openOrm(url);
  await orm.em
    .fork()
    .execute(
      `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`,
    );
  await orm.close(true);

  const { status, err } = await command(['import', 'units', file], { DATABASE_URL: url });

  expect(status).toBe(1);
  expect(err).toContain('DATABASE_READ_ONLY: The database takes no changes');
});
