import { insertAccount, type NewAccount } from '../../src/accounts/account.service.js';
import { Account } from '../../src/accounts/account.entity.js';
import { COMMAND_LINE, trailOf } from '../../src/changes/change.service.js';
import { databaseOf, type EntityManager } from '../../src/database/orm.js';
import type { InstitutionKind } from '../../src/vocabulary/institution.enums.js';
import { table } from '../../src/shared/table.js';
import { UnitIndex } from '../../src/units/unit-index.queries.js';
import { NEW_PROVINCE } from './units.js';

/** Since when communes and the province share the duties of the districts. */
const SINCE = '2025-07-01';

const OF_PROVINCE: InstitutionKind[] = [
  'UPPER_SECONDARY_SCHOOL',
  'MULTI_LEVEL_SCHOOL',
  'CONTINUING_EDUCATION_CENTRE',
  'VOCATIONAL_CENTRE',
  'VOCATIONAL_SECONDARY_SCHOOL',
  'COLLEGE',
];

const OF_COMMUNE: InstitutionKind[] = ['PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL'];

const SCHOOL = 'DN-THPT-01';

/** Phường Bắc Gia Nghĩa, and a primary school that it took over. */
const COMMUNE = '24611';
const COMMUNE_SCHOOL = 'MH-TH-001';

interface DemoAccount {
  email: string;
  name: string;
  /** What it is for, as the start tells it. */
  purpose: string;
  grant: (place: Places) => NewAccount['grants'][number];
}

interface Places {
  unit: (code: string, kind: 'PROVINCE' | 'COMMUNE') => number;
  institution: (code: string) => number;
}

/** One account per role, and for reviewers and schools two. */
const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    email: 'operator@demo.example',
    name: 'Người vận hành (minh hoạ)',
    purpose: 'operator: accounts and imports',
    grant: () => ({ role: 'OPERATOR' }),
  },
  {
    email: 'planner@demo.example',
    name: 'Chuyên viên kế hoạch Lâm Đồng (minh hoạ)',
    purpose: 'planner of Lâm Đồng',
    grant: ({ unit }) => ({ role: 'PLANNER', unitId: unit(NEW_PROVINCE[0], 'PROVINCE') }),
  },
  {
    email: 'reviewer@demo.example',
    name: 'Chuyên viên thẩm định Lâm Đồng (minh hoạ)',
    purpose: 'reviewer of Lâm Đồng: upper secondary, continuing, vocational',
    grant: ({ unit }) => ({
      role: 'REVIEWER',
      unitId: unit(NEW_PROVINCE[0], 'PROVINCE'),
      kinds: OF_PROVINCE,
      validFrom: SINCE,
    }),
  },
  {
    email: 'commune-reviewer@demo.example',
    name: 'Chuyên viên thẩm định Bắc Gia Nghĩa (minh hoạ)',
    purpose: 'reviewer of Bắc Gia Nghĩa: primary, lower secondary',
    grant: ({ unit }) => ({
      role: 'REVIEWER',
      unitId: unit(COMMUNE, 'COMMUNE'),
      kinds: OF_COMMUNE,
      validFrom: SINCE,
    }),
  },
  {
    email: 'school@demo.example',
    name: `Quản trị ${SCHOOL} (minh hoạ)`,
    purpose: `school administrator of ${SCHOOL}`,
    grant: ({ institution }) => ({
      role: 'SCHOOL_ADMIN',
      institutionId: institution(SCHOOL),
    }),
  },
  {
    email: 'primary-school@demo.example',
    name: `Quản trị ${COMMUNE_SCHOOL} (minh hoạ)`,
    purpose: `school administrator of ${COMMUNE_SCHOOL}`,
    grant: ({ institution }) => ({
      role: 'SCHOOL_ADMIN',
      institutionId: institution(COMMUNE_SCHOOL),
    }),
  },
];

/**
 * Adds the accounts that are not there yet, all with one password.
 * @returns false where the demo's institutions are not, so that no account is either.
 */
export async function seedDemoAccounts(
  em: EntityManager,
  password: string,
  now: Date,
): Promise<boolean> {
  return em.fork().transactional(async (within) => {
    const place = await placesOf(within);
    if (!place) return false;
    const present = await within.find(Account, { email: DEMO_ACCOUNTS.map(({ email }) => email) });
    for (const { email, name, grant } of DEMO_ACCOUNTS) {
      if (present.some((account) => account.email === email)) continue;
      const account = { email, name, password, grants: [grant(place)] };
      const event = await insertAccount(within, account, now);
      await trailOf(COMMAND_LINE, 'seed demo', [event!], now).execute(databaseOf(within));
    }
    return true;
  });
}

async function placesOf(em: EntityManager): Promise<Places | null> {
  const units = await UnitIndex.load(databaseOf(em));
  const rows = await databaseOf(em)
    .selectFrom('institution')
    .select(['id', 'code'])
    .where('code', 'in', [SCHOOL, COMMUNE_SCHOOL])
    .execute();
  const institutions = new Map(rows.map(({ id, code }) => [code, id]));
  if (institutions.size < 2) return null;
  return {
    unit: (code, kind) => units.named(code, SINCE, kind)[0]!.id,
    institution: (code) => institutions.get(code)!,
  };
}

/** What a start tells of the accounts. */
export function demoAccountsText(password: string): string {
  return [
    'For trying out only, these accounts can sign in (mutation sessionStart):',
    ...table(DEMO_ACCOUNTS.map(({ email, purpose }) => [email, purpose])),
    `  Each with the password  ${password}`,
  ].join('\n');
}
