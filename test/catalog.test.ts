import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import library from 'jsonld';
import type { ServerOptions } from '../src/http/server-options.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople } from './support/people.js';
import { now } from './support/reporting.js';

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const FOAF = 'http://xmlns.com/foaf/0.1/';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Its types do not know the option to refuse what it would leave out. */
const jsonld = library as any;

let hub: TestHub;
const others: TestHub[] = [];
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
});
afterAll(() => Promise.all([hub, ...others].map((each) => each.close())));

async function otherHub(settings: Partial<ServerOptions>): Promise<TestHub> {
  const other = await startHub({ sharing: hub.databaseUrl, now, ...settings });
  others.push(other);
  return other;
}

const get = (at = hub, headers: Record<string, string> = {}) =>
  at.server.inject({ url: '/catalog', headers: { host: 'hub.example', ...headers } });

/** Whatever is not in the document itself would have to be fetched. */
const offline = {
  documentLoader: async (url: string) => {
    throw new Error(`the catalog needs ${url}`);
  },
};

/** The nodes of a catalog by what they are, each property in full. */
async function read(at = hub) {
  const { statusCode, headers, body } = await get(at);
  expect([statusCode, headers['content-type']]).toEqual([
    200,
    'application/ld+json; charset=utf-8',
  ]);
  const flat: any[] = await jsonld.flatten(JSON.parse(body), undefined, { ...offline, safe: true });
  const of = (type: string) => flat.filter((node) => node['@type']?.includes(type));
  const byId = new Map(flat.map((node) => [node['@id'], node]));
  const follow = (node: any, property: string): any[] =>
    (node[property] ?? []).map((each: any) => byId.get(each['@id']) ?? each);
  return { document: JSON.parse(body), flat, of, follow };
}

/** The text of a property in a language. */
const text = (node: any, property: string, language: string) =>
  node[property].find((each: any) => each['@language'] === language)?.['@value'];

describe('the catalog', () => {
  test('is DCAT in JSON-LD that says everything itself, and every term of which is known', async () => {
    const { document, flat, of } = await read();
    const triples: string = await jsonld.toRDF(document, {
      ...offline,
      format: 'application/n-quads',
      safe: true,
    });

    expect(of(`${DCAT}Catalog`)).toHaveLength(1);
    expect(of(`${DCAT}Dataset`).length).toBeGreaterThan(3);
    const namespaces = [DCAT, DCT, FOAF, RDFS, 'http://www.w3.org/2004/02/skos/core#'];
    const properties = new Set(flat.flatMap((node) => Object.keys(node)));
    for (const name of properties)
      if (!name.startsWith('@'))
        expect([name, namespaces.some((each) => name.startsWith(each))]).toEqual([name, true]);
    expect(triples.split('\n').length).toBeGreaterThan(200);
    expect(triples).toContain(`<http://hub.example/catalog> <${DCT}title>`);
    expect(triples).toContain(`"^^<${XSD}dateTime>`);
  });

  test('has a dataset for each download, with a file for each form, all of which are there', async () => {
    const { of, follow } = await read();
    const [catalog] = of(`${DCAT}Catalog`);
    const datasets = follow(catalog, `${DCAT}dataset`);
    const files: string[] = [];
    for (const dataset of datasets) {
      expect(dataset['@type']).toEqual([`${DCAT}Dataset`]);
      for (const file of follow(dataset, `${DCAT}distribution`)) {
        const address: string = file[`${DCAT}downloadURL`][0]['@id'];
        const { pathname, host } = new URL(address);
        const { statusCode, headers } = await hub.server.inject({ method: 'GET', url: pathname });
        const [type] = String(headers['content-type']).split(';');
        expect([address, host, statusCode]).toEqual([address, 'hub.example', 200]);
        expect(file[`${DCAT}mediaType`]).toEqual([
          { '@id': `https://www.iana.org/assignments/media-types/${type}` },
        ]);
        expect(file[`${DCAT}accessURL`]).toEqual([{ '@id': address }]);
        files.push(pathname);
      }
    }

    const forms = ['csv', 'jsonl', 'xlsx', 'parquet'];
    for (const name of ['institutions', 'register', 'campuses', 'levels', 'progress'])
      for (const form of forms) expect(files).toContain(`/exports/${name}.${form}`);
    expect(files).toContain('/exports/progress.json');
    const { frameworks } = await hub.data('{ frameworks { code version } }');
    for (const { code, version } of frameworks)
      for (const form of ['json', 'xlsx'])
        expect(files).toContain(`/exports/frameworks/${code}-${version}.${form}`);
    expect(files).toHaveLength(21 + frameworks.length * 2);
    expect(new Set(files).size).toBe(files.length);
  });

  test('says when, where and how up to date, from the data', async () => {
    const { of, follow } = await read();
    const { extensions } = await hub.ask('{ __typename }');
    const datasets = of(`${DCAT}Dataset`);
    const byName = (name: string) =>
      datasets.find((each) => each[`${DCT}identifier`][0]['@value'] === name);
    const { units } = await hub.data(
      `{ units: administrativeUnits(first: 100, filter: { kind: PROVINCE }) {
        nodes { code name institutions(first: 1) { totalCount } } } }`,
    );

    for (const name of ['institutions', 'register', 'campuses', 'levels', 'progress']) {
      const dataset = byName(name);
      expect(dataset[`${DCT}modified`]).toEqual([
        { '@type': `${XSD}dateTime`, '@value': extensions.data.publishedAt },
      ]);
      expect(dataset[`${DCT}issued`][0]['@value'] <= extensions.data.publishedAt).toBe(true);
      const places = follow(dataset, `${DCT}spatial`);
      expect(places.map((each) => each[`${DCT}identifier`][0]['@value']).sort()).toEqual(
        units.nodes
          .filter(({ institutions }: any) => institutions.totalCount > 0)
          .map(({ code }: any) => code)
          .sort(),
      );
    }
    const [period] = follow(byName('progress'), `${DCT}temporal`);
    const { rounds } = await hub.data(
      `{ rounds: reportingRounds(first: 100) { nodes { referenceDate } } }`,
    );
    const dates = rounds.nodes.map(({ referenceDate }: any) => referenceDate).sort();
    expect(period[`${DCAT}startDate`]).toEqual([{ '@type': `${XSD}date`, '@value': dates[0] }]);
    expect(period[`${DCAT}endDate`]).toBeUndefined();
    const framework = byName('four-pillar-1');
    const { frameworks } = await hub.data('{ frameworks { code version validFrom nameEn: name } }');
    expect(follow(framework, `${DCT}temporal`)[0][`${DCAT}startDate`][0]['@value']).toBe(
      frameworks.find(({ code }: any) => code === 'four-pillar').validFrom,
    );
  });

  test('says of the demo that its data is not real, in both languages', async () => {
    const { of } = await read();
    const spoken = [...of(`${DCAT}Catalog`), ...of(`${DCAT}Dataset`)].filter(
      (each) => !String(each['@id']).includes('#framework-'),
    );

    for (const node of spoken) {
      expect(text(node, `${DCT}description`, 'vi')).toContain('dữ liệu minh hoạ');
      expect(text(node, `${DCT}description`, 'en')).toContain('illustrative data');
    }
    await hub.em.execute('update publication set illustrative = false');
    const { body } = await get();
    await hub.em.execute('update publication set illustrative = true');
    const { dataset } = JSON.parse(body);
    expect(dataset[0].description.en).not.toContain('illustrative');
  });
});

describe('who publishes, and on which terms', () => {
  test('is said to be unknown where nobody has said', async () => {
    const { of, follow } = await read();

    for (const node of [...of(`${DCAT}Catalog`), ...of(`${DCAT}Dataset`)]) {
      const [publisher] = follow(node, `${DCT}publisher`);
      expect(text(publisher, `${FOAF}name`, 'en')).toMatch(/^Unknown/);
      expect(text(publisher, `${FOAF}name`, 'vi')).toMatch(/^Chưa rõ/);
      expect(node[`${DCT}license`]).toBeUndefined();
      expect(text(follow(node, `${DCT}rights`)[0], `${RDFS}label`, 'en')).toMatch(/^No licence/);
    }
  });

  test.each([
    ['CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/'],
    ['https://data.example/licence', 'https://data.example/licence'],
  ])('is what the settings say: %s', async (licence, address) => {
    const publisher = 'Sở Giáo dục và Đào tạo Lâm Đồng';
    const { of, follow } = await read(await otherHub({ publisher, licence }));

    for (const node of [...of(`${DCAT}Catalog`), ...of(`${DCAT}Dataset`)]) {
      expect(follow(node, `${DCT}publisher`)[0][`${FOAF}name`]).toEqual([{ '@value': publisher }]);
      expect(node[`${DCT}license`]).toEqual([{ '@id': address }]);
      expect(node[`${DCT}rights`]).toBeUndefined();
    }
    for (const file of of(`${DCAT}Distribution`))
      expect(file[`${DCT}license`]).toEqual([{ '@id': address }]);
  });

  test('is given in the operator’s words where they are no address', async () => {
    const { of, follow } = await read(await otherHub({ licence: 'Theo Nghị định 47/2020' }));
    const [catalog] = of(`${DCAT}Catalog`);

    expect(follow(catalog, `${DCT}license`)[0][`${RDFS}label`]).toEqual([
      { '@value': 'Theo Nghị định 47/2020' },
    ]);
  });
});

describe('over HTTP', () => {
  test('who has it is not sent it again until something is published', async () => {
    const first = await get();
    const etag = String(first.headers['etag']);
    const again = await get(hub, { 'if-none-match': etag });
    await hub.em.execute(`update publication set revision = revision + 1, published_at = now()`);
    const changed = await get(hub, { 'if-none-match': etag });

    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(changed.statusCode).toBe(200);
    expect(first.headers).toMatchObject({
      'cache-control': 'public, no-cache',
      vary: 'Authorization, X-Api-Key, Accept-Encoding',
    });
    const head = await hub.server.inject({ method: 'HEAD', url: '/catalog' });
    expect([head.statusCode, head.headers['content-type']]).toEqual([
      200,
      'application/ld+json; charset=utf-8',
    ]);
  });

  test('a hub that answers no anonymous questions shows it to those who may read its files', async () => {
    const closed = await otherHub({ publicRead: false });
    const { operator } = await demoPeople(hub);
    const create = async (scope: string) => {
      const { apiKeyCreate } = await hub.data(
        `mutation ($scopes: [ApiKeyScope!]!) {
          apiKeyCreate(input: { name: "Danh mục", scopes: $scopes }) { secret } }`,
        { scopes: [scope] },
        operator!.headers,
      );
      return { 'x-api-key': apiKeyCreate.secret as string };
    };
    const [reader, downloader] = [await create('READ_PUBLIC'), await create('READ_EXPORTS')];

    const refused = await get(closed);
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'PUBLIC_READ_OFF']);
    expect((await get(closed, reader)).json().code).toBe('KEY_SCOPE_MISSING');
    expect((await get(closed, downloader)).statusCode).toBe(200);
    // Where everybody may read it, every key may.
    expect((await get(hub, reader)).body).toBe((await get()).body);
  });
});
