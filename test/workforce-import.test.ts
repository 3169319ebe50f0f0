import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { WORKFORCE_COLUMN_HELP } from '../src/workforce-registry/record-columns.js';
import { importWorkforce } from '../src/workforce-registry/record.import.js';
import { command, type Finished } from './support/command.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';

let folder: string;
let hub: TestHub;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-workforce-'));
});
afterAll(() => rm(folder, { recursive: true }));

beforeEach(async () => {
  hub = await startHub();
  await hub.em.execute(
    `insert into administrative_unit (id, kind, code, name, search_name, path, valid_to, valid_from)
     values (1, 'PROVINCE', '67', 'Tỉnh cũ', 'tinh cu', '{1}', '2025-06-30', null),
       (2, 'PROVINCE', '67', 'Tỉnh mới', 'tinh moi', '{2}', null, '2025-07-01')`,
  );
});

async function bring(content: string, ...options: string[]): Promise<Finished> {
  const file = join(folder, 'workforce.csv');
  await writeFile(file, content);
  return command(['import', 'workforce', file, ...options], { DATABASE_URL: hub.databaseUrl });
}

/** What the registry of both units says now, oldest unit first. */
async function records(): Promise<any[]> {
  const { old, present } = await hub.data(`query {
    old: administrativeUnit(code: "67", on: "2025-01-01") { ...all }
    present: administrativeUnit(code: "67", on: "2025-07-01") { ...all }
  }
  fragment all on AdministrativeUnit { name workforce { allRecords(first: 100) { nodes {
    kind tier audience agency topic validFrom validTo source sourceStatus version
    counts { quantity value } } } } }`);
  return [old, present].flatMap(({ name, workforce }) =>
    workforce.allRecords.nodes.map((record: object) => ({ name, ...record })),
  );
}

const HEADER =
  'unit_kind,unit_code,kind,valid_from,source,tier,agency,source_status,team_units,units_with_team,team_members,has_unit';
const FILE = `${HEADER}
PROVINCE,67,COMMUNITY_TEAMS,31/08/2022,"Báo cáo 1, tháng 8",HAMLET,,,713,713,3368,
PROVINCE,67,MANDATES,2025-07-01,Quyết định 2,,  Sở  Thông tin ,UNCONFIRMED,,,,0
`;

afterEach(() => hub.close());

describe('hub import workforce', () => {
  test('reads the code on the day of the count, and takes a file once', async () => {
    const first = await bring(FILE);
    const second = await bring(FILE);

    expect(first).toEqual({
      status: 0,
      out: expect.stringMatching(/^2 created, 0 updated, 0 unchanged\n/),
      err: '',
    });
    expect(second).toEqual({
      status: 0,
      out: '0 created, 0 updated, 2 unchanged\nno change\n',
      err: '',
    });
    expect(await records()).toEqual([
      {
        name: 'Tỉnh cũ',
        kind: 'COMMUNITY_TEAMS',
        tier: 'HAMLET',
        audience: null,
        agency: null,
        topic: null,
        validFrom: '2022-08-31',
        validTo: null,
        source: 'Báo cáo 1, tháng 8',
        sourceStatus: 'CONFIRMED',
        version: 1,
        counts: [
          { quantity: 'TEAM_UNITS', value: 713 },
          { quantity: 'UNITS_WITH_TEAM', value: 713 },
          { quantity: 'TEAM_MEMBERS', value: 3368 },
        ],
      },
      {
        name: 'Tỉnh mới',
        kind: 'MANDATES',
        tier: null,
        audience: null,
        agency: 'Sở Thông tin',
        topic: null,
        validFrom: '2025-07-01',
        validTo: null,
        source: 'Quyết định 2',
        sourceStatus: 'UNCONFIRMED',
        version: 1,
        // Nothing, and not left out.
        counts: [{ quantity: 'HAS_UNIT', value: 0 }],
      },
    ]);
  });

  test('brings records up to date by a version, and adds what is new, on the trail', async () => {
    await bring(FILE);

    const later = await bring(`${HEADER}
PROVINCE,67,COMMUNITY_TEAMS,2022-08-31,Báo cáo 3,HAMLET,,,,713,3370,
PROVINCE,67,COMMUNITY_TEAMS,2023-08-31,Báo cáo 4,HAMLET,,,,713,3400,
PROVINCE,67,MANDATES,2025-07-01,Quyết định 2,,Sở Thông tin,UNCONFIRMED,,,,0
`);

    expect(later.out).toMatch(/^1 created, 1 updated, 1 unchanged\n/);
    const told = (await records()).map(({ source, version, counts }) => ({
      source,
      version,
      counts: counts.map(({ quantity, value }: any) => `${quantity} ${value}`).join(', '),
    }));
    expect(told).toEqual([
      { source: 'Báo cáo 3', version: 2, counts: 'UNITS_WITH_TEAM 713, TEAM_MEMBERS 3370' },
      { source: 'Báo cáo 4', version: 1, counts: 'UNITS_WITH_TEAM 713, TEAM_MEMBERS 3400' },
      { source: 'Quyết định 2', version: 1, counts: 'HAS_UNIT 0' },
    ]);
    const trail = await hub.em.execute(
      `select account_name, action, subject_version, unit_id from audit_event
       where subject_type = 'WorkforceRecord' order by id`,
    );
    const event = { account_name: 'command line', action: 'import workforce' };
    expect(trail).toEqual([
      { ...event, subject_version: 1, unit_id: 1 },
      { ...event, subject_version: 1, unit_id: 2 },
      { ...event, subject_version: 2, unit_id: 1 },
      { ...event, subject_version: 1, unit_id: 1 },
    ]);
  });

  test('tells with --dry-run what would change, and changes nothing', async () => {
    const dry = await bring(FILE, '--dry-run');

    expect(dry.out.split('\n')).toEqual([
      '2 would be created, 0 would be updated, 0 unchanged',
      'row 2, 67 Tỉnh cũ COMMUNITY_TEAMS HAMLET 2022-08-31: new',
      'row 3, 67 Tỉnh mới MANDATES Sở Thông tin 2025-07-01: new',
      'dry run: nothing was changed',
      '',
    ]);
    expect(await records()).toEqual([]);
  });

  test('refuses a file with every problem at once, and stores nothing of it', async () => {
    await bring(FILE);
    const before = await records();
    const report = join(folder, 'problems.csv');

    const refused = await bring(
      `${HEADER},valid_to
PROVINCE,67,COMMUNITY_TEAMS,2022-12-31,Báo cáo,HAMLET,,,10,11,5.000,,
KINGDOM,67,TEAMS,2022-12-31,Báo cáo,TOWN,,,,,5,,
PROVINCE,99,MANDATES,2022-12-31,,,Sở,,,,,1,
PROVINCE,67,COMMUNITY_TEAMS,2022-12-31,Số liệu minh hoạ,,Sở,,10,11,5,1,2022-01-01
PROVINCE,67,COMMUNITY_TEAMS,2022-01-01,Báo cáo,HAMLET,,,,,5,,2022-09-30
PROVINCE,67,COMMUNITY_TEAMS,2021-01-01,Báo cáo,HAMLET,,,,0,5,,2021-03-31
PROVINCE,67,COMMUNITY_TEAMS,2021-03-31,Báo cáo,HAMLET,,,,,5,,
PROVINCE,67,MANDATES,2022-02-30,Báo cáo,,Sở,,,,,1,
PROVINCE,67,MANDATES,,Báo cáo,,Sở,,,,,1,
PROVINCE,67,MANDATES,2022-01-01,Báo cáo,,Sở,,,,,,
`,
      '--report',
      report,
    );

    const file = join(folder, 'workforce.csv');
    expect(refused.status).toBe(1);
    expect(refused.err.split('\n').filter((line) => line.startsWith(file))).toEqual(
      [
        'row 2, team_members, “5.000”: is not a whole number; write it 3368, with digits only',
        'row 3, unit_kind, “KINGDOM”: is none of Province (PROVINCE), District (DISTRICT), Commune (COMMUNE)',
        'row 3, kind, “TEAMS”: is none of Community digital teams (COMMUNITY_TEAMS), IT officers (IT_OFFICERS), Training classes (TRAINING_CLASSES), Trained people (TRAINED_PEOPLE), Mandates (MANDATES)',
        'row 3, tier, “TOWN”: is none of Province (PROVINCE), District (DISTRICT), Commune (COMMUNE), Hamlet (HAMLET)',
        'row 4, unit_code, “99”: names no PROVINCE on 2022-12-31; import the units first',
        'row 4, source: is empty; it is needed',
        'row 5, tier: COMMUNITY_TEAMS needs tier.',
        'row 5, agency, “Sở”: COMMUNITY_TEAMS has no agency; leave it out.',
        'row 5, valid_to, “2022-01-01”: The last day 2022-01-01 lies before the first day 2022-12-31.',
        'row 5, has_unit, “1”: COMMUNITY_TEAMS has no HAS_UNIT.',
        'row 5, units_with_team, “11”: UNITS_WITH_TEAM is 11, more than TEAM_UNITS (10).',
        'row 5, source_status: The source says that it is illustrative, so it has to be marked as illustrative.',
        'row 6, valid_from, “2022-01-01”: There is a record of the same subject from 2022-08-31 to the next count. Change that one, or choose other days.',
        'row 7, team_members, “5”: TEAM_MEMBERS is 5, but UNITS_WITH_TEAM is 0.',
        'row 8, valid_from, “2021-03-31”: row 7 counts the same on some of the same days; correct the days, or keep one of them',
        'row 9, valid_from, “2022-02-30”: is not a date; write it 2025-06-30 or 30/06/2025',
        'row 10, valid_from: is empty; it is needed',
        'row 11: Nothing is counted. What was counted and is none is written 0; where a document says that nobody counted, mark it as not counted.',
      ].map((problem) => `${file}: ${problem}`),
    );
    expect(refused.err).toMatch(
      /IMPORT_REFUSED: The file has 18 problem\(s\); nothing was changed\.\n$/,
    );
    expect((await readFile(report, 'utf8')).trim().split('\n')).toHaveLength(1 + 18);
    expect(await records()).toEqual(before);
  });

  test('marks every later answer when something of it is made up', async () => {
    const illustrative = async () =>
      (await hub.ask('{ frameworks { id } }')).extensions.data.illustrative;
    await bring(FILE);
    expect(await illustrative()).toBe(false);

    await bring(`${HEADER}\nPROVINCE,67,MANDATES,2022-01-01,MINH-HOA-01,,Sở,ILLUSTRATIVE,,,,1\n`);

    expect(await illustrative()).toBe(true);
  });

  test('prints a template that it takes, and the meaning of every column', async () => {
    const template = await command(['import', 'workforce', '--template'], {});

    const columns = template.out.split('\n')[0]!.split(',');
    expect(columns.sort()).toEqual(Object.keys(WORKFORCE_COLUMN_HELP).sort());
    for (const column of columns) expect(template.err).toContain(`${column}: `);
    expect((await bring(template.out)).out).toMatch(/^1 created, 0 updated, 0 unchanged\n/);
  });

  test('takes a large file in as many statements as a small one', async () => {
    const rows = (from: number, count: number) =>
      Array.from(
        { length: count },
        (_, index) => `PROVINCE,67,MANDATES,2022-01-01,Báo cáo,,Sở ${from + index},,,,,1`,
      );
    const statements = (from: number, count: number) =>
      hub.countStatements(() =>
        publish(hub.em, (em, at) => importWorkforce(em, csv(HEADER, ...rows(from, count)), at)),
      );

    const small = await statements(0, 1);
    const large = await statements(10, 500);

    expect(await records()).toHaveLength(100);
    expect(large).toBe(small);
  });
});
