import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { command, type Finished } from './support/command.js';
import { cloneDatabase } from './support/hub.js';

let folder: string;
let databaseUrl: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-import-'));
});
beforeEach(async () => {
  databaseUrl = await cloneDatabase('empty');
});
afterAll(() => rm(folder, { recursive: true }));

async function bring(
  kind: string,
  content: string | Uint8Array,
  ...options: string[]
): Promise<Finished> {
  const file = join(folder, `${kind}.csv`);
  await writeFile(file, content);
  return command(['import', kind, file, ...options], { DATABASE_URL: databaseUrl });
}

const UNITS = `kind,code,name,name_en,parent_code,valid_from,valid_to,legal_document
PROVINCE,01,"Tỉnh ""Một"", cũ",One,,,2025-06-30,
COMMUNE,00001,Xã Một,,01,,2025-06-30,
PROVINCE,01,Tỉnh Mới,,,2025-07-01,,202/2025/QH15
COMMUNE,00001,Xã Mới,,01,2025-07-01,,
`;

/** What commands put on record. */
function trail(): Promise<object[]> {
  return statement(
    databaseUrl,
    `select account_name, action, subject_type, subject_version, unit_id, institution_id, after,
       at = published_at and subject_version = revision as newest
     from audit_event, publication where subject_type = 'Publication' order by audit_event.id`,
  );
}

test('imports and rebuilds go on record once they change something, and not before', async () => {
  await bring('units', UNITS, '--dry-run');
  await bring('units', 'kind,code\nKINGDOM,1\n');
  expect(await trail()).toEqual([]);

  await bring('units', UNITS);
  await bring('units', UNITS);
  await command(['rollup', 'rebuild'], { DATABASE_URL: databaseUrl });

  const event = {
    account_name: 'command line',
    subject_type: 'Publication',
    unit_id: null,
    institution_id: null,
  };
  expect(await trail()).toEqual([
    {
      ...event,
      action: 'import units',
      subject_version: 1,
      after: {
        file: 'units.csv',
        import: expect.any(Number),
        created: 4,
        updated: 0,
        unchanged: 0,
      },
      newest: false,
    },
    { ...event, action: 'rollup rebuild', subject_version: 2, after: null, newest: true },
  ]);
});

describe('hub import units', () => {
  test('takes a file once: the same file again changes nothing', async () => {
    const first = await bring('units', UNITS);
    const second = await bring('units', UNITS);

    expect(first).toEqual({
      status: 0,
      out: expect.stringMatching(/^4 created, 0 updated, 0 unchanged\n/),
      err: '',
    });
    expect(second).toEqual({
      status: 0,
      out: '0 created, 0 updated, 4 unchanged\nno change\n',
      err: '',
    });
  });

  test('tells with --dry-run what would change, and changes nothing', async () => {
    const dry = await bring('units', UNITS, '--dry-run');
    const wet = await bring('units', UNITS);

    expect(dry.out.split('\n')).toEqual([
      '4 would be created, 0 would be updated, 0 unchanged',
      'row 2, PROVINCE 01 Tỉnh "Một", cũ: new',
      'row 3, COMMUNE 00001 Xã Một: new',
      'row 4, PROVINCE 01 Tỉnh Mới: new',
      'row 5, COMMUNE 00001 Xã Mới: new',
      'dry run: nothing was changed',
      '',
    ]);
    expect(wet.out).toMatch(/^4 created, 0 updated, 0 unchanged\n/);
  });

  test.each([
    ['a byte-order mark', `\uFEFF${UNITS}`],
    ['Windows line ends', UNITS.replaceAll('\n', '\r\n')],
    ['semicolons', UNITS.replace('"Tỉnh ""Một"", cũ"', 'Tỉnh Một').replaceAll(',', ';')],
    [
      'dates as dd/mm/yyyy',
      UNITS.replaceAll('2025-06-30', '30/06/2025').replaceAll('2025-07-01', '1/7/2025'),
    ],
    ['empty rows at the end', `${UNITS},,,,,,,\n\n`],
    [
      'columns in another order',
      UNITS.split('\n')
        .map((line) =>
          line.includes('"') || line === '' ? '' : line.split(',').reverse().join(','),
        )
        .join('\n')
        .concat('\n,2025-06-30,,,One,Tỉnh Một,01,PROVINCE\n'),
    ],
  ])('reads a file with %s', async (_, content) => {
    const { out, err } = await bring('units', content);

    expect({ out, err }).toEqual({
      out: expect.stringMatching(/^4 created, 0 updated, 0 unchanged\n/),
      err: '',
    });
  });

  test('keeps leading zeros, quotes and commas', async () => {
    await bring('units', UNITS);

    const rows = await readUnits(databaseUrl);

    expect(rows).toContainEqual({ code: '01', name: 'Tỉnh "Một", cũ', valid_to: '2025-06-30' });
  });

  test('refuses a file with every problem at once, and stores nothing of it', async () => {
    const report = join(folder, 'problems.csv');

    const refused = await bring(
      'units',
      `kind,code,name,parent_code,valid_from,valid_to
PROVINCE,01,Tỉnh,,,
KINGDOM,02,Nước,,,
PROVINCE,,Không mã,,,
PROVINCE,03,Tỉnh Ba,,2025-02-30,
PROVINCE,04,Tỉnh Bốn,,2025-07-01,2025-06-30
COMMUNE,00001,Xã,99,,
COMMUNE,00002,Xã,,,
PROVINCE,01,Tỉnh trùng,,2020-01-01,
`,
      '--report',
      report,
    );

    expect(refused.status).toBe(1);
    expect(refused.err).toContain(
      'row 3, kind, “KINGDOM”: is none of Province (PROVINCE), District (DISTRICT), Commune (COMMUNE)',
    );
    expect(refused.err).toContain('row 4, code: is empty; it is needed');
    expect(refused.err).toContain(
      'row 5, valid_from, “2025-02-30”: is not a date; write it 2025-06-30 or 30/06/2025',
    );
    expect(refused.err).toContain('row 6, valid_to, “2025-06-30”: lies before valid_from');
    expect(refused.err).toContain('row 8, parent_code: is empty; name the unit directly above');
    expect(refused.err).toMatch(
      /IMPORT_REFUSED: The file has 5 problem\(s\); nothing was changed\.\n$/,
    );
    expect((await readFile(report, 'utf8')).split('\n')).toHaveLength(1 + 5 + 1);
    expect(await readUnits(databaseUrl)).toEqual([]);
  });

  test('refuses overlaps, unknown parents and a parent that changes', async () => {
    await bring('units', UNITS);

    const refused = await bring(
      'units',
      `kind,code,name,parent_code,valid_from,valid_to
PROVINCE,01,Tỉnh trùng,,2024-01-01,2024-12-31
COMMUNE,00002,Xã mồ côi,77,2025-07-01,
PROVINCE,05,Tỉnh Năm,,2025-07-01,
COMMUNE,00001,Xã Mới,05,2025-07-01,
`,
    );

    expect(refused.err).toContain(
      'row 2, code, “01”: names “Tỉnh "Một", cũ” (a recorded unit) on some of the same days',
    );
    expect(refused.err).toContain(
      'row 3, parent_code, “77”: names no unit of a higher tier that exists all the days from valid_from to valid_to',
    );
    expect(refused.err).toContain(
      'row 5, parent_code, “05”: a recorded unit cannot move to another one',
    );
  });

  test('refuses dates that mean “no bound”, and to end a unit before the units under it', async () => {
    await bring('units', UNITS);

    const refused = await bring(
      'units',
      `kind,code,name,valid_from,valid_to
PROVINCE,07,Tỉnh Bảy,01/01/0001,9999-12-31
PROVINCE,01,Tỉnh Mới,2025-07-01,2026-06-30
`,
    );

    expect(refused.err).toContain(
      'row 2, valid_from, “01/01/0001”: is not between 1900 and 2200; leave it empty where there is no bound',
    );
    expect(refused.err).toContain('row 2, valid_to, “9999-12-31”: is not between 1900 and 2200');
    const orphan = await bring(
      'units',
      'kind,code,name,valid_from,valid_to\nPROVINCE,01,Tỉnh Mới,2025-07-01,2026-06-30\n',
    );
    expect(orphan.err).toContain(
      'row 2, valid_to, “2026-06-30”: “Xã Mới” (00001) under it would outlive it',
    );
  });

  test('shows fifty problems and says how many more there are', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `TOWN,${index},Tên,,,`);

    const { err } = await bring(
      'units',
      ['kind,code,name,parent_code,valid_from,valid_to', ...rows].join('\n'),
    );

    expect(err.match(/row \d+, kind/g)).toHaveLength(50);
    expect(err).toContain('… and 10 more; --report FILE writes them all');
  });

  test.each([
    [
      'another encoding',
      new Uint8Array([0x6b, 0xff, 0xfe]),
      'the file is not UTF-8 text; save it as “CSV UTF-8”',
    ],
    [
      'nothing in it',
      '',
      'row 1: the file is empty; write in the first row kind, code, and the data below it',
    ],
    [
      'no header',
      'COMMUNE,00001\n',
      'row 1: no row has the names of the columns; write in the first row kind, code',
    ],
    ['a missing column', 'kind,name\n', 'row 1, code: this column is missing'],
    [
      'an unknown column',
      'kind,code,name,colour\n',
      'row 1, colour: there is no such column; the columns are',
    ],
    ['a column twice', 'kind,code,name,code\n', 'row 1, code: this column stands twice'],
    [
      'a field too many',
      'kind,code,name\nPROVINCE,1,A,B\n',
      'row 2: has 4 fields, the header has 3',
    ],
    ['an open quote', 'kind,code,name\nPROVINCE,1,"A\n', 'is not CSV'],
  ])('refuses a file with %s', async (_, content, message) => {
    const { status, err } = await bring('units', content);

    expect(status).toBe(1);
    expect(err).toContain(message);
  });

  test('says so when the file is not there', async () => {
    const { status, err } = await command(['import', 'units', '/no/such.csv'], {
      DATABASE_URL: databaseUrl,
    });

    expect({ status, err }).toEqual({
      status: 1,
      err: "FILE_UNREADABLE: /no/such.csv cannot be read: ENOENT: no such file or directory, open '/no/such.csv'.\n",
    });
  });
});

describe('hub import successions', () => {
  const HEADER = 'kind,predecessor_code,successor_code,effective_on,extent';

  test('takes a file once, and refuses what contradicts the units or itself', async () => {
    await bring('units', UNITS);
    const file = `${HEADER}\nPROVINCE,01,01,2025-07-01,WHOLE\nCOMMUNE,00001,00001,01/07/2025,WHOLE\n`;

    const first = await bring('successions', file);
    const second = await bring('successions', file);
    const refused = await bring(
      'successions',
      `${HEADER}\nCOMMUNE,77777,00001,2025-07-01,WHOLE\nPROVINCE,01,01,2024-01-01,WHOLE\nCOMMUNE,00001,00001,2025-07-01,PART\nCOMMUNE,00001,00001,2025-07-01,WHOLE\nPROVINCE,01,01,,MOST\n`,
    );

    expect(first.out).toMatch(/^2 created, 0 updated, 0 unchanged\n/);
    expect(second.out).toBe('0 created, 0 updated, 2 unchanged\nno change\n');
    expect(refused.err).toContain(
      'row 2, predecessor_code, “77777”: names no COMMUNE on 2025-06-30; import the units first',
    );
    expect(refused.err).toContain(
      'row 3, predecessor_code, “01”: “Tỉnh "Một", cũ” does not end on 2023-12-31; record its last day first',
    );
    expect(refused.err).toContain(
      'row 5, successor_code, “00001”: this succession stands in row 4 already',
    );
    expect(refused.err).toContain('row 6, effective_on: is empty; it is needed');
    expect(refused.err).toContain('row 6, extent, “MOST”: is none of Whole (WHOLE), Part (PART)');
  });
});

describe('hub import institutions', () => {
  test('prints a template that it accepts', async () => {
    const environment = { DATABASE_URL: databaseUrl };
    const { out, err } = await command(['import', 'institutions', '--template'], environment);
    await bring('units', UNITS.replace('COMMUNE,00001', 'COMMUNE,24611'));

    const taken = await bring('institutions', out);

    expect(err).toContain('changed_on: the day of everything in which the row differs');
    expect(taken).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^1 created, 0 updated, 0 unchanged\n/),
    });
    expect((await command(['rollup', 'verify'], environment)).out).toBe(
      'every count equals the recount from the updates\n',
    );
  });

  test('corrects what is recorded and tells moves by rows of the same code', async () => {
    await bring('units', UNITS);
    const header = 'system,code,name,kind,levels,ownership,unit_code,located_from,closed_on';
    const row = (name: string, from: string, closed = '') =>
      `MOET,001,${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,00001,${from},${closed}`;

    const first = await bring(
      'institutions',
      [header, row('Tên cũ', ''), row('Tên cũ', '2025-09-05')].join('\n'),
    );
    const again = await bring(
      'institutions',
      [header, row('Tên cũ', ''), row('Tên cũ', '2025-09-05')].join('\n'),
    );
    const renamed = await bring(
      'institutions',
      [header, row('Tên mới', '', '2026-05-31')].join('\n'),
    );
    const refused = await bring(
      'institutions',
      [header, row('A', ''), row('B', ''), row('A', '2027-01-01', '2026-05-31')].join('\n'),
    );

    expect(first.out).toMatch(/^1 created, 0 updated, 0 unchanged\n/);
    expect(again.out).toBe('0 created, 0 updated, 1 unchanged\nno change\n');
    expect(renamed.out).toMatch(/^0 created, 1 updated, 0 unchanged\n/);
    expect(refused.err).toContain('row 3, code, “001”: row 2 has this code and day already');
    expect(refused.err).toContain('row 4, located_from, “2027-01-01”: lies after closed_on');
  });
});

describe('hub rollup', () => {
  test('finds a count that differs, and mends it', async () => {
    const environment = { DATABASE_URL: await cloneDatabase('demo') };
    await statement(
      environment.DATABASE_URL,
      `update progress_count set completed = completed + 1 where (unit_id, "group", subject, effective_on, round_id) = (select unit_id, "group", subject, effective_on, round_id from progress_count where reported > 0 limit 1)`,
    );

    const wrong = await command(['rollup', 'verify'], environment);
    const mended = await command(['rollup', 'rebuild'], environment);
    const right = await command(['rollup', 'verify'], environment);

    expect(wrong.status).toBe(1);
    expect(wrong.err).toMatch(/completed stored \d+, recounted \d+/);
    expect(wrong.err).toContain('ROLLUP_DIFFERS: 1 count(s) differ');
    expect(mended).toEqual({
      status: 0,
      out: 'the counts were rebuilt from the updates\n',
      err: '',
    });
    expect(right.status).toBe(0);
  });
});

test('every command explains itself', async () => {
  for (const path of [
    [],
    ['import'],
    ['import', 'units'],
    ['import', 'institutions'],
    ['seed', 'demo'],
    ['rollup', 'verify'],
    ['migrate'],
  ]) {
    const { status, out } = await command([...path, '--help'], {});

    expect(status).toBe(0);
    expect(out).toContain('Usage: hub');
  }
});

async function statement<Row>(url: string, text: string): Promise<Row[]> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

function readUnits(url: string): Promise<{ code: string; name: string; valid_to: string }[]> {
  return statement(url, 'select code, name, valid_to::text from administrative_unit order by id');
}
