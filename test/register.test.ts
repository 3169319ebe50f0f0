import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { startHub, type TestHub } from './support/hub.js';
import { csv } from './support/files.js';
import { bring, holding } from './support/imports.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';

let hub: TestHub;
let operator: Headers;
let planner: Headers;
const units: Record<string, string> = {};

beforeAll(async () => {
  hub = await startHub({ now: () => new Date('2026-11-23T00:00:00Z') });
  await bring(
    hub,
    'UNITS',
    csv(
      'kind,code,name,parent_code,valid_from,valid_to',
      'PROVINCE,01,Tỉnh Một,,2000-01-01,',
      'COMMUNE,00011,Xã Một,01,2000-01-01,',
      'COMMUNE,00012,Xã Hai,01,2025-07-01,',
      'PROVINCE,02,Tỉnh Hai,,2000-01-01,',
      'COMMUNE,00021,Xã Ba,02,2000-01-01,',
    ),
  );
  for (const code of ['01', '02', '00011', '00012', '00021'])
    units[code] = await idOfUnit(hub, code, '2026-11-23');
  operator = await signIn(hub, { role: 'OPERATOR' }, 'Người vận hành');
  planner = await signIn(hub, { role: 'PLANNER', unit: units['01']! }, 'Người lập kế hoạch');
});
afterAll(() => hub.close());

const EFFECT = `institution { id code version name openedOn closedOn kind }
  effect { preview asOf changes { column before after since corrected }
    figures { unit { code } group institutionsBefore institutionsAfter } }
  userErrors { code field message }`;

async function send(name: string, input: object, headers = operator): Promise<any> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const data = await hub.data(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { ${EFFECT} } }`,
    { input: { reason: 'Quyết định 12/QĐ-UBND', ...input } },
    headers,
  );
  return data[name];
}

const SCHOOL = {
  kind: 'PRIMARY_SCHOOL',
  levels: ['PRIMARY'],
  ownership: 'PUBLIC',
  openedOn: '2010-09-05',
  system: 'T',
};

let last = 0;
/** A new school of a code of its own. */
async function school(input: object = {}): Promise<{ id: string; code: string; version: number }> {
  const code = `S-${++last}`;
  const created = await send('institutionCreate', {
    ...{ ...SCHOOL, code, name: `Trường Tiểu học Số ${code}`, unit: units['00011'] },
    ...input,
  });
  expect(created.userErrors).toEqual([]);
  return created.institution;
}

const isThere = ({ validFrom, validTo }: any, on: string) =>
  (validFrom ?? '') <= on && (validTo ?? '9999-12-31') >= on;

/** How many schools of a province there are on a day: counted one by one, from where each stands and stood. */
async function recounted(province: string, on: string): Promise<number> {
  const { institutions } = await hub.data(
    `{ institutions(first: 100, filter: { includeClosed: true }) { nodes {
      closedOn locations { validFrom validTo unit { parent { code } } } } } }`,
  );
  return institutions.nodes.filter(({ closedOn, locations }: any) =>
    locations.some(
      (each: any) =>
        isThere(each, on) &&
        each.unit.parent.code === province &&
        (closedOn === null || closedOn >= on),
    ),
  ).length;
}

async function counted(province: string, asOf: string, knownAt?: string): Promise<number> {
  const { administrativeUnit } = await hub.data(
    `query ($code: String!, $asOf: LocalDate, $knownAt: DateTime) {
      administrativeUnit(code: $code, kind: PROVINCE) {
        progress(asOf: $asOf, knownAt: $knownAt) { lines { group pillar institutions } } } }`,
    { code: province, asOf, knownAt },
  );
  return administrativeUnit.progress.lines.find(
    ({ group, pillar }: any) => group === 'GENERAL_EDUCATION' && pillar === null,
  ).institutions;
}

const known = async () => (await hub.ask('{ __typename }')).extensions.data.publishedAt;

describe('a school in the register', () => {
  test('is created, renamed, moved between provinces, closed and reopened; figures, names and what was known before follow', async () => {
    const [one, two] = [await counted('01', '2026-11-23'), await counted('02', '2026-11-23')];
    const before = await known();
    const created = await school({ name: 'Trường Tiểu học Lê Lợi' });
    const { id, code } = created;
    const change = async (name: string, input: object) => {
      const { institution } = await hub.data(
        'query ($code: String!) { institution(code: $code) { version } }',
        { code },
      );
      const { version } = institution;
      const answer = await send(name, { id, version, ...input });
      expect(answer.userErrors).toEqual([]);
      return answer;
    };

    const renamed = await change('institutionChange', {
      from: '2024-09-01',
      name: 'Trường Tiểu học Trần Phú',
    });
    const moved = await change('institutionChange', { from: '2025-09-01', unit: units['00021'] });
    const whileOpen = await known();
    const closed = await change('institutionClose', { lastDay: '2026-08-31' });
    const whileClosed = await known();
    const state = async () =>
      Promise.all(
        ['2023-01-01', '2025-01-01', '2026-01-01', '2026-11-23'].map(async (on) => [
          await counted('01', on),
          await counted('02', on),
        ]),
      );
    const closedFigures = await state();
    const recount = await Promise.all(
      ['2023-01-01', '2025-01-01', '2026-01-01', '2026-11-23'].map(async (on) => [
        await recounted('01', on),
        await recounted('02', on),
      ]),
    );
    const reopened = await change('institutionReopen', {});

    expect(renamed.effect.changes).toEqual([
      {
        column: 'name',
        before: 'Trường Tiểu học Lê Lợi',
        after: 'Trường Tiểu học Trần Phú',
        since: '2024-09-01',
        corrected: false,
      },
    ]);
    expect(moved.effect).toMatchObject({
      asOf: '2026-11-23',
      changes: [{ column: 'unit_code', before: '00011', after: '00021', since: '2025-09-01' }],
    });
    const moves = moved.effect.figures.map((each: any) => [
      each.unit.code,
      each.institutionsAfter - each.institutionsBefore,
    ]);
    expect(moves.sort()).toEqual([
      ['00011', -1],
      ['00021', 1],
      ['01', -1],
      ['02', 1],
    ]);
    expect(closed.institution.closedOn).toBe('2026-08-31');
    expect(closedFigures).toEqual(recount);
    expect(closedFigures).toEqual([
      [one + 1, two],
      [one + 1, two],
      [one, two + 1],
      [one, two],
    ]);
    expect(reopened.institution.closedOn).toBeNull();
    expect(await counted('02', '2026-11-23')).toBe(two + 1);
    expect(await counted('01', '2023-01-01', before)).toBe(one);
    expect(await counted('02', '2026-11-23', whileOpen)).toBe(two + 1);
    expect(await counted('02', '2026-11-23', whileClosed)).toBe(two);
    const { then, now } = await hub.data(
      `query ($code: String!) {
        then: institution(code: $code, on: "2024-08-31") { name }
        now: institution(code: $code) { name } }`,
      { code },
    );
    expect([then.name, now.name]).toEqual(['Trường Tiểu học Lê Lợi', 'Trường Tiểu học Trần Phú']);
    await expect(verifyCounts(hub.em)).resolves.toEqual([]);
  });

  test('is on record with who, why and the version, and a change is undone as an import', async () => {
    const { id, version } = await school();
    const before = await holding(hub);
    await send('institutionChange', { id, version, name: 'Tên khác', reason: 'Sai tên' });

    // Planners read the trail of their units, operators the list of imports.
    const { auditEvents } = await hub.data(
      `query ($id: ID!) { auditEvents(first: 1, filter: { subject: $id }) {
        nodes { action accountName after subjectVersion } } }`,
      { id },
      planner,
    );
    const { imports } = await hub.data(
      '{ imports(first: 1) { nodes { id kind file accountName } } }',
      {},
      operator,
    );
    expect(auditEvents.nodes).toEqual([
      {
        action: 'institutionChange',
        accountName: 'Người vận hành',
        after: { name: 'Tên khác', reason: 'Sai tên' },
        subjectVersion: version + 2,
      },
    ]);
    expect(imports.nodes).toMatchObject([
      { kind: 'INSTITUTIONS', file: null, accountName: 'Người vận hành' },
    ]);
    await hub.data(
      'mutation ($id: ID!) { importUndo(input: { id: $id }) { userErrors { code } } }',
      { id: imports.nodes[0].id },
      operator,
    );
    expect(await holding(hub)).toEqual(before);
  });

  test('changes as an imported row of the same content would change it', async () => {
    const [one, other] = [await school(), await school()];
    await send('institutionChange', {
      ...{ id: one.id, version: one.version, from: '2025-09-01' },
      ...{ name: 'Trường Mới', ownership: 'PRIVATE', unit: units['00012'] },
    });
    await bring(
      hub,
      'INSTITUTIONS',
      csv(
        'system,code,changed_on,name,ownership,unit_code',
        `T,${other.code},2025-09-01,Trường Mới,PRIVATE,00012`,
      ),
    );
    const facts = async (code: string) =>
      hub.em.fork().execute(
        `select attribute, value, unit_id, institution_fact.valid_from from institution_fact
          join institution_code using (institution_id)
          where code = '${code}' and institution_fact.superseded_at is null
            and (attribute <> 'NAME' or institution_fact.valid_from is not null)
          order by attribute, institution_fact.valid_from nulls first`,
      );
    expect(await facts(one.code)).toEqual(await facts(other.code));
  });
});

describe('a preview', () => {
  test('says what would change, and records nothing', async () => {
    const { id, version } = await school();
    const before = await holding(hub);
    const revision = (await hub.ask('{ __typename }')).extensions.data.revision;

    const closed = await send('institutionClose', {
      ...{ id, version, lastDay: '2026-10-31', preview: true },
    });
    const created = await send('institutionCreate', {
      ...{ ...SCHOOL, code: 'NEW', name: 'Trường Mới Toanh', unit: units['00021'], preview: true },
    });

    expect(closed).toMatchObject({
      institution: { closedOn: null, version },
      effect: {
        preview: true,
        changes: [{ column: 'closed_on', before: null, after: '2026-10-31' }],
      },
      userErrors: [],
    });
    expect(created).toMatchObject({ institution: null, effect: { preview: true } });
    expect(created.effect.figures).toHaveLength(2);
    expect(await holding(hub)).toEqual(before);
    expect((await hub.ask('{ __typename }')).extensions.data.revision).toBe(revision);
  });

  test('is refused for the same reasons as the change', async () => {
    const { id, version } = await school();
    const input = { id, version, lastDay: '2009-01-01' };

    const previewed = await send('institutionClose', { ...input, preview: true });
    const made = await send('institutionClose', input);

    expect(previewed).toEqual(made);
    expect(made).toEqual({
      ...{ institution: null, effect: null },
      userErrors: [
        {
          code: 'BEFORE_OPENING',
          field: ['lastDay'],
          message: expect.stringContaining('lies before the opening day, 2010-09-05'),
        },
      ],
    });
  });
});

describe('what cannot be so is refused in sentences, all of it at once', () => {
  const codes = ({ userErrors }: any) => userErrors.map(({ code, field }: any) => [code, ...field]);

  test('a day before the opening, after the closing, and a unit that was not there then', async () => {
    const { id, version } = await school();
    const early = await send('institutionChange', { id, version, from: '2009-01-01', name: 'Tên' });
    const unit = await send('institutionChange', {
      ...{ id, version, from: '2024-01-01', unit: units['00012'], reason: ' ' },
    });

    expect(codes(early)).toEqual([['BEFORE_OPENING', 'from']]);
    expect(codes(unit)).toEqual([
      ['REASON_MISSING', 'reason'],
      ['UNIT_UNKNOWN', 'from'],
    ]);
    expect(unit.userErrors[1].message).toContain('“Xã Hai” (00012)');
  });

  test('a code that another institution has names its holder', async () => {
    const [one, other] = [await school(), await school()];
    const taken = await send('institutionCodeAdd', {
      ...{ id: one.id, version: one.version, system: 'T', code: other.code },
    });
    const again = await send('institutionCreate', {
      ...{ ...SCHOOL, code: other.code, name: 'Trường Khác', unit: units['00021'] },
    });

    expect(codes(taken)).toEqual([['CODE_TAKEN', 'code']]);
    expect(taken.userErrors[0].message).toContain(`“Trường Tiểu học Số ${other.code}”`);
    expect(codes(again)).toEqual([['INSTITUTION_KNOWN', 'code']]);
  });

  test('a school that looks like a recorded one, unless that is confirmed', async () => {
    await school({ name: 'Trường Tiểu học Nguyễn Du' });
    const twin = { ...SCHOOL, name: 'Trường Tiểu học Nguyễn Du', unit: units['00011'] };
    const asked = await send('institutionCreate', { ...twin, code: 'TWIN' });
    const taken = await send('institutionCreate', {
      ...{ ...twin, code: 'TWIN', acceptLikelyDuplicate: true },
    });

    expect(codes(asked)).toEqual([['LIKELY_DUPLICATE', 'name']]);
    expect(asked.userErrors[0].message).not.toMatch(/_|--/);
    expect(taken.institution).toMatchObject({ code: 'TWIN' });
  });

  test('an older version, with who changed it since', async () => {
    const { id, version } = await school();
    await send('institutionChange', { id, version, name: 'Tên mới' });
    const late = await send('institutionChange', { id, version, name: 'Tên khác' });

    expect(codes(late)).toEqual([['CONFLICT', 'version']]);
    expect(late.userErrors[0].message).toContain('Người vận hành');
  });
});

test('a planner changes what is inside the unit, and moves nothing out of it', async () => {
  const { id, version } = await school();
  const input = { id, version, from: '2025-09-01', reason: 'Chuyển' };
  const move = (unit: string) =>
    hub.ask(
      `mutation ($input: InstitutionChangeInput!) { institutionChange(input: $input) { userErrors { code } } }`,
      { input: { ...input, unit } },
      planner,
    );

  const out = await move(units['00021']!);
  const within = await move(units['00012']!);

  expect(out.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  expect(within.data.institutionChange.userErrors).toEqual([]);
});

test('a code is added beside another, and replaces one from a day on', async () => {
  const { id, version, code } = await school();
  const beside = await send('institutionCodeAdd', {
    ...{ id, version, system: 'TS', code: '0671' },
  });
  const { institution } = await send('institutionCodeAdd', {
    ...{ id, version: beside.institution.version, system: 'T', code: `${code}-B` },
    ...{ from: '2025-09-01', replaces: code },
  });
  const found = await hub.data(
    'query ($id: ID!) { node(id: $id) { ... on Institution { code codes { system code validFrom validTo } } } }',
    { id },
  );

  expect(institution.code).toBe(`${code}-B`);
  expect(found.node.codes).toEqual(
    expect.arrayContaining([
      { system: 'T', code, validFrom: '2010-09-05', validTo: '2025-08-31' },
      { system: 'T', code: `${code}-B`, validFrom: '2025-09-01', validTo: null },
      { system: 'TS', code: '0671', validFrom: '2010-09-05', validTo: null },
    ]),
  );
});

test('a school of which only the province is known is settled in its commune', async () => {
  const { id, version } = await school({ unit: units['01'] });
  const unsettled = async () => {
    const { institutions } = await hub.data(
      '{ institutions(first: 100, filter: { settled: false }) { nodes { id } } }',
    );
    return institutions.nodes.map((each: { id: string }) => each.id);
  };
  expect(await unsettled()).toContain(id);

  const settled = await send('institutionChange', { id, version, unit: units['00011'] });

  expect(settled.effect.changes).toMatchObject([{ column: 'unit_code', after: '00011' }]);
  expect(await unsettled()).not.toContain(id);
});

test('a merger is recorded with its decision, and stands on the page of both', async () => {
  const [one, other] = [await school(), await school()];
  const input = {
    ...{ predecessor: one.id, successor: other.id, kind: 'MERGED' },
    ...{ effectiveOn: '2025-09-01', legalDocument: '7/QĐ-UBND' },
  };
  const previewed = await send('institutionSuccessionRecord', { ...input, preview: true });
  const recorded = await send('institutionSuccessionRecord', input);
  const itself = await send('institutionSuccessionRecord', { ...input, successor: one.id });
  const { node } = await hub.data(
    'query ($id: ID!) { node(id: $id) { ... on Institution { successors { kind effectiveOn successor { id } } } } }',
    { id: one.id },
  );

  expect(previewed.effect.changes).toEqual(recorded.effect.changes);
  expect(node.successors).toEqual([
    { kind: 'MERGED', effectiveOn: '2025-09-01', successor: { id: other.id } },
  ]);
  expect(itself.userErrors).toMatchObject([{ code: 'SUCCESSION_OF_ITSELF', field: ['successor'] }]);
});
