import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { readViewer } from '../src/accounts/account.queries.js';
import { addAccount } from '../src/accounts/account.service.js';
import { Grant } from '../src/accounts/grant.entity.js';
import type { Role } from '../src/accounts/account.enums.js';
import { mayInspect, mayPlan, mayReport, mayReview, type Place } from '../src/auth/policy.js';
import type { Viewer } from '../src/auth/viewer.js';
import { databaseOf } from '../src/database/orm.js';
import { placeOf, placesOf } from '../src/institutions/institution-place.queries.js';
import { holdsAt, INSPECTING } from '../src/institutions/place-rights.queries.js';
import { startHub, type TestHub } from './support/hub.js';
import { TODAY } from './support/reporting.js';

let hub: TestHub;
let places: Map<number, Place>;
beforeAll(async () => {
  hub = await startHub({ from: 'demo' });
  const database = databaseOf(hub.em);
  const rows = await database.selectFrom('institution').select('id').execute();
  places = await placesOf(
    database,
    rows.map(({ id }) => id),
    TODAY,
  );
});
afterAll(() => hub.close());

/** A role and where it holds, with units and institutions by code and units by the day they existed. */
interface Duty {
  role: Role;
  unit?: [code: string, on: string];
  institution?: string;
  kinds?: string[];
  validFrom?: string;
  validTo?: string;
}

const NEW: [string, string] = ['68', TODAY];
const OLD: [string, string] = ['67', '2025-06-30'];
const OLD_LAM_DONG: [string, string] = ['68', '2025-06-30'];
const DISTRICT: [string, string] = ['660', '2025-06-30'];
/** A commune of now, and one of then that it took over whole. */
const NEW_COMMUNE: [string, string] = ['24611', TODAY];
const OLD_COMMUNE: [string, string] = ['24611', '2025-06-30'];

/** Row ids of everything the duties name. */
async function idOf(duty: Duty) {
  const found = await sql<{ unit: number | null; institution: number | null }>`
    select
      (select id from administrative_unit where code = ${duty.unit?.[0] ?? null}
        and (valid_from is null or valid_from <= ${duty.unit?.[1] ?? null}::date)
        and (valid_to is null or valid_to >= ${duty.unit?.[1] ?? null}::date)) as unit,
      (select id from institution where code = ${duty.institution ?? null}) as institution`.execute(
    databaseOf(hub.em),
  );
  return found.rows[0]!;
}

/** Somebody with these roles, as every request reads who is asking. */
async function viewerWith(...duties: Duty[]): Promise<Viewer> {
  const email = `${crypto.randomUUID()}@example.edu.vn`;
  const account = { name: 'Người thử', email, password: 'một mật khẩu đủ dài', grants: [] };
  const id = await addAccount(hub.em, account, new Date('2026-01-01T00:00:00Z'));
  for (const duty of duties)
    await hub.em.fork().insert(Grant, { ...duty, account: id, ...(await idOf(duty)) });
  const asked = { family: null, today: TODAY, secondFactorRequired: false };
  return (await readViewer(databaseOf(hub.em), { id }, asked))!;
}

/** The institutions at which a condition in SQL holds. */
async function whereHolds(viewer: Viewer | null, roles: Parameters<typeof holdsAt>[1]) {
  const found = await sql<{ id: number; holds: boolean }>`
    select institution.id, ${holdsAt(viewer, roles, 'place')} as holds from institution
    cross join lateral (${placeOf(sql.ref('institution.id'), TODAY)}) as place
    order by institution.id`.execute(databaseOf(hub.em));
  // Null would do in a condition, but not in a field that lists show.
  expect(found.rows.filter(({ holds }) => typeof holds !== 'boolean')).toEqual([]);
  return found.rows.filter(({ holds }) => holds).map(({ id }) => id);
}

const VIEWERS: [who: string, duties: Duty[] | null, inspects: 'none' | 'some' | 'all'][] = [
  ['anonymous', null, 'none'],
  ['without a role', [], 'none'],
  ['an operator', [{ role: 'OPERATOR' }], 'none'],
  ['a planner of the province', [{ role: 'PLANNER', unit: NEW }], 'all'],
  // Schools that closed before the reform keep their last place, in what has ended since.
  ['a planner of the province that is no more', [{ role: 'PLANNER', unit: OLD }], 'some'],
  [
    'a planner of the province of the same code before',
    [{ role: 'PLANNER', unit: OLD_LAM_DONG }],
    'none',
  ],
  ['a planner of a district that is no more', [{ role: 'PLANNER', unit: DISTRICT }], 'some'],
  ['a planner of a commune', [{ role: 'PLANNER', unit: NEW_COMMUNE }], 'some'],
  ['a reviewer of the province', [{ role: 'REVIEWER', unit: NEW }], 'all'],
  [
    'a reviewer of some kinds',
    [{ role: 'REVIEWER', unit: NEW, kinds: ['UPPER_SECONDARY_SCHOOL', 'COLLEGE'] }],
    'some',
  ],
  ['a reviewer of no kind', [{ role: 'REVIEWER', unit: NEW, kinds: [] }], 'none'],
  [
    'a reviewer of a kind in a commune',
    [{ role: 'REVIEWER', unit: NEW_COMMUNE, kinds: ['PRIMARY_SCHOOL'] }],
    'some',
  ],
  ['a reviewer of a commune that is no more', [{ role: 'REVIEWER', unit: OLD_COMMUNE }], 'none'],
  [
    'a reviewer whose duty has ended',
    [{ role: 'REVIEWER', unit: NEW, validTo: '2026-11-22' }],
    'none',
  ],
  ['a reviewer whose duty ends today', [{ role: 'REVIEWER', unit: NEW, validTo: TODAY }], 'all'],
  [
    'a reviewer whose duty begins tomorrow',
    [{ role: 'REVIEWER', unit: NEW, validFrom: '2026-11-24' }],
    'none',
  ],
  ['an administrator of a school', [{ role: 'SCHOOL_ADMIN', institution: 'DN-THPT-01' }], 'some'],
  [
    'an administrator of a school that has closed',
    [{ role: 'SCHOOL_ADMIN', institution: 'MH-CS-034' }],
    'some',
  ],
  [
    'somebody with all of it',
    [
      { role: 'OPERATOR' },
      { role: 'SCHOOL_ADMIN', institution: 'DN-THPT-01' },
      { role: 'REVIEWER', unit: NEW_COMMUNE, kinds: ['COLLEGE'] },
      { role: 'REVIEWER', unit: NEW, kinds: ['PRIMARY_SCHOOL'] },
      { role: 'PLANNER', unit: NEW_COMMUNE },
    ],
    'some',
  ],
];

test.each(VIEWERS)(
  'lists let %s see what the policy says of each institution',
  async (_who, duties, inspects) => {
    const viewer = duties && (await viewerWith(...duties));
    const byPolicy = (may: (place: Place) => boolean) =>
      [...places.values()]
        .filter(may)
        .map(({ institutionId }) => institutionId)
        .sort((a, b) => a - b);

    expect(places.size).toBeGreaterThan(300);
    const seen = byPolicy((place) => mayInspect(viewer, place));
    expect(await whereHolds(viewer, INSPECTING)).toEqual(seen);
    expect(await whereHolds(viewer, ['REVIEWER'])).toEqual(
      byPolicy((place) => mayReview(viewer, place)),
    );
    expect(await whereHolds(viewer, ['PLANNER'])).toEqual(
      byPolicy(({ unitPath }) => mayPlan(viewer, unitPath)),
    );
    expect(await whereHolds(viewer, ['SCHOOL_ADMIN'])).toEqual(
      byPolicy(({ institutionId }) => mayReport(viewer, institutionId)),
    );
    // The comparison would also hold if nobody were ever let in.
    expect(seen.length === 0 ? 'none' : seen.length === places.size ? 'all' : 'some').toBe(
      inspects,
    );
  },
);
