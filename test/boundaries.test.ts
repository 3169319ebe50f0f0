import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { topology } from 'topojson-server';
import { importBoundaries, type BoundariesImported } from '../src/boundaries/boundary.import.js';
import type { BoundaryChoices } from '../src/boundaries/boundary-draft.js';
import { publish } from '../src/database/publish.js';
import { ImportError } from '../src/shared/csv.js';
import { importUnits } from '../src/units/unit.import.js';
import { command } from './support/command.js';
import { dumpOf } from './support/dump.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { collection, ring, square } from './support/shapes.js';

const UNITS = csv(
  'kind,code,name,parent_code,valid_from,valid_to',
  'PROVINCE,90,Tỉnh Vuông,,2025-07-01,',
  'PROVINCE,91,Tỉnh Tròn,,2025-07-01,',
  'COMMUNE,90001,Xã Tây,90,2025-07-01,',
  'COMMUNE,90002,Xã Đông,90,2025-07-01,',
  'COMMUNE,90003,Xã Đảo,90,2025-07-01,',
  'COMMUNE,90004,Xã Cũ,90,2025-07-01,2025-12-31',
  'COMMUNE,90005,Xã Mới,90,2026-01-01,',
);

const THREE = [square('90001', 107), square('90002', 108), square('90003', 110, 9, 0.5)];

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub();
  await publish(hub.em, (em) => importUnits(em, UNITS));
});
afterEach(() => hub.close());

const CHOICES: BoundaryChoices = {
  ...{ source: 'Sở Tự làm', licence: 'CC0', from: '2025-07-01' },
  ...{ codeProperty: 'code', kind: null, layer: null },
};

const bytes = (file: unknown) =>
  new TextEncoder().encode(typeof file === 'string' ? file : JSON.stringify(file));

function bring(file: unknown, choices: Partial<BoundaryChoices> = {}): Promise<BoundariesImported> {
  const content = file instanceof Uint8Array ? file : bytes(file);
  const named = { name: 'hinh.geojson', content };
  return publish(hub.em, (em, _at, state) =>
    importBoundaries(em, named, { ...CHOICES, ...choices }, state),
  );
}

/** What a file is refused for. */
async function refusal(file: unknown, choices: Partial<BoundaryChoices> = {}): Promise<string[]> {
  const before = await dumpOf(hub);
  const error: unknown = await bring(file, choices).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ImportError);
  expect(await dumpOf(hub)).toBe(before);
  return (error as ImportError).problems.map(
    ({ row, value, code, text }) => `${row} ${value} ${code}: ${text.en}`,
  );
}

interface Shapes {
  on: string;
  unitCount: number;
  features: {
    features: {
      id: string;
      properties: { code: string };
      geometry: { coordinates: number[][][][] };
    }[];
  };
  sources: object[];
  withoutShape: { code: string }[];
}

async function shapes(
  code: string | null = '90',
  more = '',
  on = '2026-03-01',
): Promise<Shapes | null> {
  const unit = code && (await hub.ask(`{ administrativeUnit(code: "${code}") { id } }`));
  const id = unit && ` unit: "${unit.data.administrativeUnit.id}"`;
  const answer = await hub.ask(`{ unitBoundaries(asOf: "${on}"${id ?? ''}${more}) {
    on unitCount features sources { source licence validFrom } withoutShape { code } } }`);
  expect(answer.errors).toEqual([]);
  return answer.data.unitBoundaries;
}

const codesOf = (found: Shapes | null) =>
  found?.features.features.map(({ properties }) => properties.code);

describe('shapes of units', () => {
  test('are answered for the parts of a unit, with source, licence and what has none', async () => {
    expect(await shapes()).toBeNull();

    await bring(collection(...THREE));

    const found = await shapes();
    expect(found).toMatchObject({
      on: '2026-03-01',
      unitCount: 4,
      sources: [{ source: 'Sở Tự làm', licence: 'CC0', validFrom: '2025-07-01' }],
      withoutShape: [{ code: '90005' }],
    });
    const { id } = (await hub.ask('{ administrativeUnit(code: "90001") { id } }')).data
      .administrativeUnit;
    const west = found?.features.features.find((feature) => feature.id === id);
    const [[corners = []] = []] = west?.geometry.coordinates ?? [];
    expect(west?.geometry).toEqual({ type: 'MultiPolygon', coordinates: [[corners]] });
    expect(corners).toHaveLength(5);
    expect(new Set(corners.map(String))).toEqual(new Set(ring(107, 10, 1).map(String)));
    expect(codesOf(found)?.sort()).toEqual(['90001', '90002', '90003']);
    expect(await shapes('91')).toBeNull();
    expect(await shapes(null)).toBeNull();
  });

  test('of provinces make the map of the country', async () => {
    await bring(collection(square('90', 107), square('91', 108)));

    expect(codesOf(await shapes(null))?.sort()).toEqual(['90', '91']);
  });

  test('are those of the date, or of today with the borders of today', async () => {
    await bring(collection(...THREE, square('90004', 111)), { from: '2025-08-01' });
    await bring(collection(square('90001', 107, 10, 0.9), square('90005', 111)), {
      ...{ from: '2026-02-01', source: 'Sở Khác' },
    });

    expect(await shapes('90', '', '2025-07-31')).toBeNull();
    const then = await shapes('90', '', '2025-12-31');
    expect(codesOf(then)?.sort()).toEqual(['90001', '90002', '90003', '90004']);
    expect(then?.sources).toHaveLength(1);
    const now = await shapes();
    expect(codesOf(now)?.sort()).toEqual(['90001', '90002', '90003', '90005']);
    expect(now?.features.features[0]?.geometry.coordinates).toBeDefined();
    expect(now?.sources).toEqual([
      { source: 'Sở Khác', licence: 'CC0', validFrom: '2026-02-01' },
      { source: 'Sở Tự làm', licence: 'CC0', validFrom: '2025-08-01' },
    ]);
    const restated = await shapes('90', ' basis: CURRENT_UNITS', '2025-12-31');
    expect(codesOf(restated)).toEqual(codesOf(now));
  });

  test('are asked for on a date of the unit only', async () => {
    await bring(collection(...THREE));
    const unit = (await hub.ask('{ administrativeUnit(code: "90") { id } }')).data;

    const { errors } = await hub.ask(
      `{ unitBoundaries(unit: "${unit.administrativeUnit.id}", asOf: "2025-06-30") { on } }`,
    );

    expect(errors).toMatchObject([{ extensions: { code: 'OUTSIDE_UNIT_SPAN' } }]);
  });

  test('show at once: what was answered before an import is no longer current', async () => {
    const url = `/graphql?${new URLSearchParams({ query: '{ unitBoundaries { unitCount } }' }).toString()}`;
    const headers = { 'apollo-require-preflight': 'yes' };
    const before = await hub.server.inject({ method: 'GET', url, headers });
    await bring(collection(square('90', 107)));

    const after = await hub.server.inject({
      ...{ method: 'GET', url },
      headers: { ...headers, 'if-none-match': String(before.headers.etag) },
    });

    expect(before.json().data).toEqual({ unitBoundaries: null });
    expect(after.statusCode).toBe(200);
    expect(after.json().data).toEqual({ unitBoundaries: { unitCount: 2 } });
  });
});

describe('a file of shapes', () => {
  test('that comes again changes nothing', async () => {
    await bring(collection(...THREE));
    const before = await dumpOf(hub);

    expect(await bring(collection(...THREE))).toMatchObject({ changed: false, unchanged: 3 });
    expect(await dumpOf(hub)).toBe(before);
  });

  test('replaces the shapes of the same day, with an entry of the trail for each unit', async () => {
    await bring(collection(...THREE));
    await bring(collection(square('90001', 107, 10, 0.9), ...THREE.slice(1)));

    const rows = await hub.em
      .fork()
      .execute<object[]>(
        'select subject_type, before, after from audit_event order by id desc limit 2',
      );
    expect(rows).toMatchObject([
      { subject_type: 'Publication', after: { created: 0, updated: 1, unchanged: 2 } },
      {
        subject_type: 'UnitBoundary',
        before: { shape: expect.stringContaining('1 polygon(s), 5 positions') },
        after: { file: 'hinh.geojson', feature: 1 },
      },
    ]);
  });

  test('may be TopoJSON, with its layer named where there are several', async () => {
    const one = topology({ communes: collection(...THREE) as never });
    const two = topology({ a: collection(...THREE) as never, b: collection() as never });

    expect(await refusal(two)).toEqual([
      '1 null LAYER_UNCLEAR: the TopoJSON file has these layers: a, b; choose one of them with --layer',
    ]);
    expect(await bring(two, { layer: 'a' })).toMatchObject({ created: 3 });
    expect(await bring(one)).toMatchObject({ changed: false, unchanged: 3 });
  });

  test('may have the code in another property, and as a number', async () => {
    const features = [{ ...square('', 107), properties: { MA_XA: 90001 } }];

    expect(await refusal(collection(...features))).toEqual([
      '1 null CODE_PROPERTY: no feature has the property “code” with the code of its unit; the file has MA_XA; choose one of them with --code-property',
    ]);
    expect(await bring(collection(...features), { codeProperty: 'MA_XA' })).toMatchObject({
      created: 1,
    });
  });

  test.each([
    ['no JSON', 'code,name\n1,2', /NOT_GEOJSON: the file is neither a GeoJSON/],
    ['another encoding', Buffer.from('{"a":"é"}', 'latin1'), /NOT_GEOJSON: the file is not UTF-8/],
    ['JSON of something else', { a: 1 }, /NOT_GEOJSON/],
    ['a geometry alone', square('90001', 1).geometry, /NOT_GEOJSON/],
    ['features that are none', { type: 'FeatureCollection', features: [1] }, /NOT_GEOJSON/],
    ['no features', collection(), /FILE_EMPTY/],
    ['more than 64 MB', new Uint8Array(64 * 1024 * 1024 + 1), /FILE_TOO_LARGE/],
    [
      'lines that are missing',
      {
        type: 'Topology',
        arcs: [],
        objects: { a: { type: 'Polygon', arcs: [[0]], properties: { code: '90001' } } },
      },
      /NOT_GEOJSON: the TopoJSON file is broken/,
    ],
  ])('with %s is refused as a whole', async (_what, file, told) => {
    expect(await refusal(file)).toEqual([expect.stringMatching(told)]);
  });

  test('is refused with all of its problems at once', async () => {
    const broken = (code: string, coordinates: unknown, type = 'Polygon') => ({
      ...{ type: 'Feature', properties: { code }, geometry: { type, coordinates } },
    });
    const file = collection(
      square('90001', 107),
      square('90001', 108),
      square('99999', 107),
      square('90005', 107),
      square(null, 107),
      broken('90002', [105, 10], 'Point'),
      broken('90003', [[...ring(1, 1, 1).slice(0, 4)]]),
      broken('90004', [
        [
          [1, 1],
          [2, 2],
          [1, 1],
        ],
      ]),
      broken('90', [[['a', 1], ...ring(1, 1, 1)]]),
      broken('91', [ring(2_300_000, 580_000, 10)]),
    );

    expect(await refusal(file)).toEqual([
      '2 90001 UNIT_TWICE: “Xã Tây” is feature 1 already; join the shapes of one unit into one MultiPolygon',
      '3 99999 UNIT_UNKNOWN: names no COMMUNE on 2025-07-01; import the units first',
      '4 90005 UNIT_UNKNOWN: names no COMMUNE on 2025-07-01; since 2026-01-01 it names “Xã Mới”; write the code that the place had then, or a --from from 2026-01-01 on',
      '5 null CODE_MISSING: has no code of a unit',
      '6 90002 NOT_A_POLYGON: has no area (Point); it needs a Polygon or MultiPolygon with coordinates',
      '7 90003 RING_OPEN: ring 1 of polygon 1 is not closed: its last position must be its first',
      '8 90004 RING_TOO_SHORT: ring 1 of polygon 1 has fewer than 4 positions',
      '9 90 POSITION_UNREADABLE: ring 1 of polygon 1 has a position that is not two numbers',
      '10 91 OUTSIDE_THE_WORLD: ring 1 of polygon 1 has the position 2300000, 580000 outside of longitudes and latitudes; export the file in WGS 84 (EPSG:4326), not in VN-2000',
    ]);
  });
});

describe('what is kept for the screen', () => {
  /** From a corner upwards: a border that is drawn with a thousand hardly visible bends. */
  const border = Array.from({ length: 1001 }, (_, at) => [
    108 + (at % 2) * 0.0001 * (at < 1000 ? 1 : 0),
    10 + at / 1000,
  ]);

  test('leaves out what nobody sees, and no gap between neighbours', async () => {
    const west = { ...square('90001', 107) };
    west.geometry = {
      type: 'Polygon',
      coordinates: [[[107, 10], ...border, [107, 11], [107, 10]]],
    };
    const east = { ...square('90002', 108) };
    east.geometry = {
      type: 'Polygon',
      coordinates: [[[109, 10], [109, 11], ...border.toReversed(), [109, 10]]],
    };

    const { size } = await bring(collection(west, east));

    const found = await shapes();
    const onBorder = found?.features.features.map(({ geometry }) =>
      geometry.coordinates
        .flat(2)
        .filter(([x = 0]) => Math.abs(x - 108) < 0.01)
        .map(String)
        .sort(),
    );
    expect(size.read).toBe(2 * 1004);
    expect(size.kept).toBeLessThan(200);
    expect(onBorder?.[0]?.length).toBeGreaterThanOrEqual(2);
    expect(new Set(onBorder?.[0])).toEqual(new Set(onBorder?.[1]));
  });

  test('has every island, however small', async () => {
    const far = square('90001', 107);
    const tiny = Array.from({ length: 41 }, (_, at) => [
      112 + Math.cos((at * Math.PI) / 20) * 0.0003,
      16 + Math.sin((at * Math.PI) / 20) * 0.0003,
    ]).map((position, at, all) => (at === 40 ? all[0] : position));
    far.geometry = {
      type: 'MultiPolygon',
      coordinates: [[ring(107, 10, 1)], [tiny], [ring(113, 9, 0.000001)]],
    };

    await bring(collection(far));

    const [, island, dot] = (await shapes())?.features.features[0]?.geometry.coordinates ?? [];
    expect(island?.[0]).toHaveLength(4);
    expect(new Set(island?.[0]?.map(String)).size).toBeGreaterThan(1);
    expect(dot?.[0]).toEqual([
      [113, 9],
      [113, 9],
      [113, 9],
      [113, 9],
    ]);
  });
});

describe('hub import boundaries', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hub-boundaries-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function run(file: unknown, ...options: string[]) {
    const path = join(folder, 'hinh.geojson');
    await writeFile(path, JSON.stringify(file));
    const named = ['--source', 'Sở Tự làm', '--licence', 'CC0'];
    return command(['import', 'boundaries', path, ...named, ...options], {
      DATABASE_URL: hub.databaseUrl,
    });
  }

  test('tells what it would do, does it, and tells that nothing is left to do', async () => {
    const file = collection(...THREE);
    const counted =
      /^3 (would be )?created, 0 (would be )?updated, 0 unchanged\n15 of 15 positions are kept for the screen, 1 kB\nrow 1, COMMUNE 90001 Xã Tây: new\n/;

    const tried = await run(file, '--from', '2025-07-01', '--dry-run');
    expect(tried).toMatchObject({ status: 0, out: expect.stringMatching(counted) });
    expect(await shapes()).toBeNull();
    const done = await run(file, '--from', '2025-07-01');
    expect(done).toMatchObject({ status: 0, out: expect.stringMatching(counted), err: '' });
    expect(codesOf(await shapes())).toHaveLength(3);
    const again = await run(file, '--from', '2025-07-01');
    expect(again.out).toMatch(/^0 created, 0 updated, 3 unchanged\n.*\nno change\n$/);
  });

  test('names each feature with a problem, and wants a day and a source', async () => {
    const wrong = await run(collection(square('99999', 107)), '--from', '2025-07-01');
    expect(wrong).toMatchObject({ status: 1, out: '' });
    expect(wrong.err).toContain('feature 1, code, “99999”: names no COMMUNE on 2025-07-01');
    expect((await run(collection(), '--from', '1/7/2025')).err).toContain('is no day');
    expect((await run(collection(), '--from', '2025-07-01', '--source', ' ')).err).toContain(
      'Say with --source and --licence where they come from.',
    );
  });
});
