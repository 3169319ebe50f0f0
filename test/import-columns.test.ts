import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { importSuccessions } from '../src/units/succession.import.js';
import { importUnits } from '../src/units/unit.import.js';
import type { Imported } from '../src/vocabulary/imported-row.js';
import { importPublishedIndex } from '../src/workforce-index/published-index.import.js';
import { importWorkforce } from '../src/workforce-registry/record.import.js';
import { command } from './support/command.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { emptied } from './support/imports.js';

let hub: TestHub;
let folder: string;
beforeAll(async () => {
  hub = await startHub();
  folder = await mkdtemp(join(tmpdir(), 'hub-columns-'));
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const UNITS = csv(
  'kind,code,name,name_en,parent_code,valid_from,valid_to,legal_document',
  'PROVINCE,9A,Tỉnh Thử,Try,,2020-01-01,2024-12-31,1/NQ',
  'COMMUNE,9A001,Xã Thử,Try,9A,2020-01-01,2024-12-31,1/NQ',
  'PROVINCE,9A,Tỉnh Mới,,,2025-01-01,,',
);
const SUCCESSIONS = csv(
  'kind,predecessor_code,successor_code,effective_on,extent,legal_document',
  'PROVINCE,9A,9A,2025-01-01,WHOLE,2/NQ',
);
const RECORDS = csv(
  'unit_kind,unit_code,kind,valid_from,valid_to,source,source_status,note,tier,agency,not_counted,team_units,team_members,has_unit',
  'PROVINCE,9A,COMMUNITY_TEAMS,2022-01-01,2022-12-31,Báo cáo,UNCONFIRMED,Ghi chú,HAMLET,,,10,0,',
  'PROVINCE,9A,MANDATES,2022-01-01,,Báo cáo,,,,Sở,yes,,,',
);
const PUBLISHED = csv(
  'unit_kind,unit_code,year,index_code,value,rank,of_how_many,source,source_status,note_vi,note_en',
  'PROVINCE,9A,2021,DTI,0.0538,58,63,Bộ,CONFIRMED,Ghi chú,Note',
);

const IMPORTS = {
  units: (content: Uint8Array) => publish(hub.em, (em) => importUnits(em, content)),
  successions: (content: Uint8Array) => publish(hub.em, (em) => importSuccessions(em, content)),
  workforce: (content: Uint8Array) => publish(hub.em, (em, at) => importWorkforce(em, content, at)),
  published: (content: Uint8Array) => publish(hub.em, (em) => importPublishedIndex(em, content)),
};

beforeEach(async () => {
  await emptied(hub);
  await IMPORTS.units(UNITS);
  await IMPORTS.successions(SUCCESSIONS);
  await IMPORTS.workforce(RECORDS);
  await IMPORTS.published(PUBLISHED);
});

/** Everything recorded, without the numbers of rows. */
async function recorded(): Promise<unknown> {
  const [all] = await hub.em.fork().execute(
    `select (select json_agg(to_jsonb(unit) order by id) from administrative_unit as unit) as units,
       (select json_agg(to_jsonb(succession) order by id) from unit_succession as succession) as successions,
       (select json_agg(to_jsonb(version) order by id) from workforce_record_version as version) as versions,
       (select json_agg(to_jsonb(count) order by version_id, quantity) from workforce_count as count) as counts,
       (select json_agg(to_jsonb(result) order by id) from published_index as result) as results`,
  );
  return all;
}

const changesIn = ({ rows }: Imported) =>
  [...rows].flatMap(({ row, changes }) =>
    changes.map(({ column, before, after }) => `${row} ${column}: ${before} → ${after}`),
  );

test.each<[keyof typeof IMPORTS, Uint8Array]>([
  ['units', csv('kind,code,valid_from', 'PROVINCE,9A,2020-01-01', 'COMMUNE,9A001,2020-01-01')],
  ['units', csv('code,kind', '9A001,COMMUNE')],
  [
    'successions',
    csv('kind,predecessor_code,successor_code,effective_on', 'PROVINCE,9A,9A,2025-01-01'),
  ],
  [
    'workforce',
    csv(
      'unit_kind,unit_code,kind,valid_from,tier,agency',
      'PROVINCE,9A,COMMUNITY_TEAMS,2022-01-01,HAMLET,',
      'PROVINCE,9A,MANDATES,2022-01-01,,Sở',
    ),
  ],
  ['published', csv('unit_kind,unit_code,year,index_code', 'PROVINCE,9A,2021,DTI')],
])('a file of %s that only names what is recorded changes nothing', async (kind, file) => {
  const before = await recorded();

  const imported = await IMPORTS[kind](file);

  expect(imported).toMatchObject({ changed: false, created: 0, updated: 0 });
  expect(await recorded()).toEqual(before);
});

test('an ended unit stays ended, and keeps its English name and document, when a file leaves them out', async () => {
  const imported = await IMPORTS.units(
    csv(
      'kind,code,name,parent_code,valid_from',
      'PROVINCE,9A,Tỉnh Thử,,2020-01-01',
      'COMMUNE,9A001,Xã Thử Mới,9A,2020-01-01',
    ),
  );

  expect(changesIn(imported)).toEqual(['3 name: Xã Thử → Xã Thử Mới']);
  const { unit } = await hub.data(
    '{ unit: administrativeUnit(code: "9A001", on: "2024-12-31") { name nameEn validTo legalDocument } }',
  );
  expect(unit).toEqual({
    ...{ name: 'Xã Thử Mới', nameEn: 'Try', validTo: '2024-12-31', legalDocument: '1/NQ' },
  });
});

test('an empty cell of a column that is there empties, and that is told', async () => {
  const units = await IMPORTS.units(
    csv(
      'kind,code,name,name_en,parent_code,valid_from,legal_document',
      'COMMUNE,9A001,Xã Thử,,9A,2020-01-01,',
    ),
  );
  const successions = await IMPORTS.successions(
    csv(
      'kind,predecessor_code,successor_code,effective_on,legal_document',
      'PROVINCE,9A,9A,2025-01-01,',
    ),
  );
  const workforce = await IMPORTS.workforce(
    csv(
      'unit_kind,unit_code,kind,valid_from,tier,valid_to,note,team_members,source_status',
      'PROVINCE,9A,COMMUNITY_TEAMS,2022-01-01,HAMLET,,,,',
    ),
  );
  const published = await IMPORTS.published(
    csv(
      'unit_kind,unit_code,year,index_code,rank,of_how_many,note_vi,note_en,source_status',
      'PROVINCE,9A,2021,DTI,,,,,',
    ),
  );

  expect(changesIn(units)).toEqual(['2 name_en: Try → null', '2 legal_document: 1/NQ → null']);
  expect(changesIn(successions)).toEqual(['2 legal_document: 2/NQ → null']);
  expect(changesIn(workforce)).toEqual([
    '2 team_members: 0 → null',
    '2 valid_to: 2022-12-31 → null',
    '2 note: Ghi chú → null',
  ]);
  expect(changesIn(published)).toEqual([
    '2 rank: 58 → null',
    '2 of_how_many: 63 → null',
    '2 note_vi: Ghi chú → null',
    '2 note_en: Note → null',
  ]);
});

test('a count that a file adds stands beside those that it leaves out', async () => {
  const workforce = await IMPORTS.workforce(
    csv(
      'unit_kind,unit_code,kind,valid_from,tier,agency,units_with_team,has_unit',
      'PROVINCE,9A,COMMUNITY_TEAMS,2022-01-01,HAMLET,,9,',
      'PROVINCE,9A,MANDATES,2022-01-01,,Sở,,1',
    ),
  );

  expect(changesIn(workforce)).toEqual([
    '2 units_with_team: null → 9',
    '3 has_unit: null → 1',
    '3 not_counted: yes → null',
  ]);
});

test('what is new needs every column that it cannot be without', async () => {
  const problems = async (done: Promise<unknown>) => {
    const error: any = await done.catch((refused: unknown) => refused);
    return error.problems.map(({ row, column }: any) => `${row} ${column}`);
  };

  expect(await problems(IMPORTS.units(csv('kind,code', 'COMMUNE,9A002')))).toEqual([
    '2 name',
    '2 parent_code',
  ]);
  expect(await problems(IMPORTS.units(csv('kind,code,name', 'PROVINCE,9A,Tỉnh')))).toEqual([
    '2 code',
  ]);
  expect(
    await problems(
      IMPORTS.workforce(
        csv(
          'unit_kind,unit_code,kind,valid_from,agency,has_unit',
          'PROVINCE,9A,MANDATES,2023-01-01,Sở,1',
        ),
      ),
    ),
  ).toEqual(['2 source']);
  expect(
    await problems(
      IMPORTS.published(csv('unit_kind,unit_code,year,index_code', 'PROVINCE,9A,2022,DTI')),
    ),
  ).toEqual(['2 value', '2 source', '2 source_status']);
});

test('a rank alone can be corrected, and not against the number of ranks', async () => {
  const header = 'unit_kind,unit_code,year,index_code,rank';

  const corrected = await IMPORTS.published(csv(header, 'PROVINCE,9A,2021,DTI,57'));
  const refused = IMPORTS.published(csv(header, 'PROVINCE,9A,2021,DTI,64'));

  expect(changesIn(corrected)).toEqual(['2 rank: 58 → 57']);
  await expect(refused).rejects.toMatchObject({ problems: [{ row: 2, column: 'rank' }] });
});

test('the command tells each column before and after, the whole of it in a report, and leaves it on the trail with file and row', async () => {
  const file = join(folder, 'sửa.csv');
  const report = join(folder, 'report.csv');
  await writeFile(
    file,
    csv(
      'kind,code,name,name_en,parent_code,valid_from',
      'PROVINCE,9A,Tỉnh Thử,Try,,2020-01-01',
      'COMMUNE,9A001,Xã Thử Mới,,9A,2020-01-01',
      'COMMUNE,9A002,Xã Hai,,9A,2025-01-01',
    ),
  );
  const environment = { DATABASE_URL: hub.databaseUrl };

  const dry = await command(
    ['import', 'units', file, '--dry-run', '--report', report],
    environment,
  );
  const wet = await command(['import', 'units', file], environment);

  const lines = [
    'row 3, COMMUNE 9A001 Xã Thử: name “Xã Thử” → “Xã Thử Mới”; name_en “Try” → empty',
    'row 4, COMMUNE 9A002 Xã Hai: new',
  ];
  expect(dry.out.trim().split('\n').slice(1)).toEqual([...lines, 'dry run: nothing was changed']);
  expect(wet.out.trim().split('\n').slice(1)).toEqual(lines);
  expect((await readFile(report, 'utf8')).split('\r\n')).toEqual([
    'row,outcome,subject,column,before,after',
    '2,UNCHANGED,PROVINCE 9A Tỉnh Thử,,,',
    '3,UPDATED,COMMUNE 9A001 Xã Thử,name,Xã Thử,Xã Thử Mới',
    '3,UPDATED,COMMUNE 9A001 Xã Thử,name_en,Try,',
    '4,CREATED,COMMUNE 9A002 Xã Hai,kind,,COMMUNE',
    '4,CREATED,COMMUNE 9A002 Xã Hai,code,,9A002',
    '4,CREATED,COMMUNE 9A002 Xã Hai,parent_code,,9A',
    '4,CREATED,COMMUNE 9A002 Xã Hai,valid_from,,2025-01-01',
    '4,CREATED,COMMUNE 9A002 Xã Hai,name,,Xã Hai',
    '',
  ]);
  const trail = await hub.em.fork().execute(
    `select subject_id as id, before, after from audit_event
     where action = 'import units' and subject_type = 'AdministrativeUnit' order by id`,
  );
  expect(trail).toEqual([
    {
      id: 3,
      before: { name: 'Xã Thử', name_en: 'Try' },
      after: { name: 'Xã Thử Mới', name_en: null, file: 'sửa.csv', row: 3 },
    },
    {
      id: 5,
      before: null,
      after: {
        ...{ kind: 'COMMUNE', code: '9A002', parent_code: '9A', valid_from: '2025-01-01' },
        ...{ name: 'Xã Hai', file: 'sửa.csv', row: 4 },
      },
    },
  ]);
});
