import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { csv } from './support/files.js';
import { bring, holding } from './support/imports.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';

const TODAY = '2026-11-23';

let hub: TestHub;
let operator: Headers;
let planner: Headers;
const units: Record<string, string> = {};
beforeAll(async () => {
  hub = await startHub({ now: () => new Date(`${TODAY}T00:00:00Z`) });
  await bring(
    hub,
    'UNITS',
    csv(
      'kind,code,name,parent_code,valid_from',
      'PROVINCE,01,Tỉnh Một,,2000-01-01',
      'COMMUNE,00011,Xã Một,01,2000-01-01',
      'COMMUNE,00012,Xã Hai,01,2025-07-01',
      'PROVINCE,02,Tỉnh Hai,,2000-01-01',
      'COMMUNE,00021,Xã Ba,02,2000-01-01',
    ),
  );
  for (const code of ['01', '00011', '00012', '00021'])
    units[code] = await idOfUnit(hub, code, TODAY);
  operator = await signIn(hub, { role: 'OPERATOR' }, 'Người vận hành');
  planner = await signIn(hub, { role: 'PLANNER', unit: units['01']! }, 'Người lập kế hoạch');
});
afterAll(() => hub.close());

let last = 0;
async function school(): Promise<{ id: string; version: number; code: string }> {
  const { institutionCreate } = await hub.data(
    `mutation ($input: InstitutionCreateInput!) { institutionCreate(input: $input) {
      institution { id version code } userErrors { message } } }`,
    {
      input: {
        ...{ name: `Trường Số ${++last}`, kind: 'PRIMARY_SCHOOL', levels: ['PRIMARY'] },
        ...{ ownership: 'PUBLIC', unit: units['00011'], openedOn: '2010-09-05' },
        ...{ system: 'T', code: `S-${last}`, reason: 'Quyết định' },
      },
    },
    operator,
  );
  return institutionCreate.institution;
}

const CHANGE = `institution { id version } effect { preview changes { column before after } }
  userErrors { code field message }`;

async function send(name: string, input: object, headers = planner): Promise<any> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const asked = name === 'institutionContactSet' ? CHANGE.replace(/effect {.*} }\n/, '\n') : CHANGE;
  const data = await hub.data(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${asked} } }`,
    { input: { ...(name !== 'institutionContactSet' && { reason: 'Quyết định' }), ...input } },
    headers,
  );
  return data[name];
}

const codesOf = ({ userErrors }: any) => userErrors.map(({ code, field }: any) => [code, ...field]);

describe('campuses', () => {
  const CAMPUSES = `query ($id: ID!, $knownAt: DateTime) { node(id: $id) { ... on Institution {
    campuses(knownAt: $knownAt) { system code name validFrom validTo unit { code } } } } }`;
  const campusesOf = async (id: string, knownAt?: string) =>
    (await hub.data(CAMPUSES, { id, knownAt })).node.campuses;

  test('a campus is previewed, added, renamed and closed; what was known before stays, and all can be undone', async () => {
    const { id, version } = await school();
    const before = await holding(hub);
    const campus = {
      ...{ code: 'S-A', name: 'Điểm trường thôn 1', unit: units['00012'], from: '2025-09-05' },
    };
    const previewed = await send('campusAdd', { id, version, ...campus, preview: true });
    expect(previewed.effect).toMatchObject({
      preview: true,
      changes: expect.arrayContaining([
        { column: 'name', before: null, after: 'Điểm trường thôn 1' },
        { column: 'unit_code', before: null, after: '00012' },
      ]),
    });
    expect(await holding(hub)).toEqual(before);

    const added = await send('campusAdd', { id, version, ...campus });
    expect(added).toMatchObject({ userErrors: [], institution: { version: version + 1 } });
    const known = new Date().toISOString();
    const renamed = await send('campusChange', {
      ...{ id, version: added.institution.version, system: 'T', code: 'S-A' },
      name: 'Điểm trường thôn 2',
    });
    expect(renamed.effect.changes).toEqual([
      { column: 'name', before: 'Điểm trường thôn 1', after: 'Điểm trường thôn 2' },
    ]);
    const closed = await send('campusChange', {
      ...{ id, version: renamed.institution.version, system: 'T', code: 'S-A' },
      lastDay: '2026-05-31',
    });
    expect(closed.userErrors).toEqual([]);
    expect(await campusesOf(id)).toEqual([
      {
        ...{ system: 'T', code: 'S-A', name: 'Điểm trường thôn 2', unit: { code: '00012' } },
        ...{ validFrom: '2025-09-05', validTo: '2026-05-31' },
      },
    ]);
    expect(await campusesOf(id, known)).toMatchObject([
      { name: 'Điểm trường thôn 1', validTo: null },
    ]);
    const { imports } = await hub.data('{ imports(first: 3) { nodes { id } } }', {}, operator);
    for (const { id: run } of imports.nodes)
      await hub.data(
        'mutation ($input: ImportUndoInput!) { importUndo(input: $input) { userErrors { message } } }',
        { input: { id: run } },
        operator,
      );
    expect(await holding(hub)).toEqual(before);
  });

  test('what does not fit is refused at its field, and an older version as a conflict', async () => {
    const { id, version } = await school();
    const other = await school();
    const campus = { code: `C-${id}`, name: 'Điểm A', unit: units['00011'] };
    const { institution } = await send('campusAdd', { id, version, ...campus });
    const now = { id, version: institution.version };

    expect(codesOf(await send('campusAdd', { id, version, ...campus }))).toEqual([
      ['CONFLICT', 'version'],
    ]);
    expect(codesOf(await send('campusAdd', { ...now, ...campus }))).toEqual([
      ['CODE_TAKEN', 'code'],
    ]);
    expect(
      codesOf(await send('campusAdd', { id: other.id, version: other.version, ...campus })),
    ).toEqual([['CODE_TAKEN', 'code']]);
    expect(
      codesOf(
        await send('campusAdd', {
          ...{ ...now, ...campus, code: 'C-2', name: ' ', unit: units['00012'] },
          ...{ from: '2024-01-01', reason: ' ' },
        }),
      ),
    ).toEqual([
      ['REASON_MISSING', 'reason'],
      ['UNIT_UNKNOWN', 'from'],
    ]);
    expect(
      codesOf(await send('campusChange', { ...now, system: 'T', code: 'C-9', name: 'Tên' })),
    ).not.toEqual([]);
    const unknown = await send('campusChange', {
      ...{ ...now, system: 'T', code: 'C-9', name: 'Tên', unit: units['00011'] },
    });
    expect(codesOf(unknown)).toEqual([['NOT_FOUND', 'code']]);
    const late = await send('campusChange', {
      ...{ ...now, system: 'T', code: campus.code, from: '2026-02-01', lastDay: '2026-01-01' },
    });
    expect(late.userErrors).toMatchObject([{ field: ['lastDay'] }]);
    expect(late.userErrors[0].message).not.toMatch(/_/);
  });

  test('a campus cannot be put into a unit that somebody else keeps', async () => {
    const { id, version } = await school();
    const input = { id, version, code: 'X', name: 'Điểm', unit: units['00021'], reason: 'Q' };
    const { errors } = await hub.ask(
      'mutation ($input: CampusAddInput!) { campusAdd(input: $input) { userErrors { code } } }',
      { input },
      planner,
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

describe('the contact of the office', () => {
  const contactOf = async (id: string, headers?: Headers) =>
    (
      await hub.data(
        `query ($id: ID!) { node(id: $id) { ... on Institution {
          contact { email telephone version } } } }`,
        { id },
        headers,
      )
    ).node.contact;

  test('is changed part by part, and is on the trail', async () => {
    const { id } = await school();
    expect(await contactOf(id, planner)).toEqual({ email: null, telephone: null, version: 0 });
    const set = await send('institutionContactSet', {
      ...{ id, version: 0, email: ' VanPhong@Truong.edu.vn ', telephone: ' 0263 3822 123 ' },
    });
    expect(set).toMatchObject({ institution: { id }, userErrors: [] });
    await send('institutionContactSet', { id, version: 1, telephone: null });
    expect(await contactOf(id, planner)).toEqual({
      ...{ email: 'vanphong@truong.edu.vn', telephone: null, version: 2 },
    });
    const { auditEvents } = await hub.data(
      'query ($id: ID!) { auditEvents(first: 2, filter: { institution: $id }) { nodes { action before after } } }',
      { id },
      planner,
    );
    expect(auditEvents.nodes[0]).toEqual({
      action: 'institutionContactSet',
      before: { email: 'vanphong@truong.edu.vn', telephone: '0263 3822 123' },
      after: { email: 'vanphong@truong.edu.vn', telephone: null },
    });
  });

  test('is told to those who work with the institution, and to nobody else', async () => {
    const { id } = await school();
    await send('institutionContactSet', { id, version: 0, telephone: '0263 3822 123' });
    const seeing = [
      planner,
      operator,
      await signIn(hub, { role: 'SCHOOL_ADMIN', institution: id }),
      await signIn(hub, { role: 'REVIEWER', unit: units['00011'] }),
    ];
    const not = [
      undefined,
      await signIn(hub, { role: 'SCHOOL_ADMIN', institution: (await school()).id }),
      await signIn(hub, { role: 'REVIEWER', unit: units['00021'] }),
      await signIn(hub, { role: 'PLANNER', unit: units['00021'] }),
    ];
    for (const headers of seeing)
      expect(await contactOf(id, headers)).toMatchObject({ telephone: '0263 3822 123' });
    for (const headers of not) expect(await contactOf(id, headers)).toBeNull();
  });

  test('that is none is refused, everything at once; of two at once, one is told of the other', async () => {
    const { id } = await school();
    const wrong = await send('institutionContactSet', {
      ...{ id, version: 0, email: 'van phong', telephone: '12' },
    });
    expect(codesOf(wrong)).toEqual([
      ['EMAIL_INVALID', 'email'],
      ['TELEPHONE_UNFIT', 'telephone'],
    ]);
    const both = await Promise.all(
      ['0263 3822 001', '0263 3822 002'].map((telephone) =>
        send('institutionContactSet', { id, version: 0, telephone }),
      ),
    );
    expect(both.map(codesOf).sort()).toEqual([[], [['CONFLICT', 'version']]]);
  });
});
