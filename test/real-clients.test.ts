import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { filter, firstValueFrom } from 'rxjs';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

const require = createRequire(import.meta.url);

const PAGE = /* GraphQL */ `
  query PageOfInstitutions($after: String) {
    institutions(first: 100, after: $after) {
      totalCount
      edges {
        node {
          id
          code
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

interface Page {
  institutions: {
    totalCount: number;
    edges: { node: { id: string; code: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

let hub: TestHub;
let url: string;
let all: string[];
let folder: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  url = `${await hub.server.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  folder = await mkdtemp(join(tmpdir(), 'hub-relay-'));
  const found = await hub.em.getConnection().execute<{ code: string }[]>(
    `select code from institution
     join institution_period as period on institution_id = institution.id and superseded_at is null
       and (valid_to is null or valid_to >= '2026-11-23')
       and (valid_from is null or valid_from <= '2026-11-23')
     order by period.search_name collate "C", institution.id`,
  );
  all = found.map(({ code }) => code);
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const codesOf = ({ institutions }: Page) => institutions.edges.map(({ node }) => node.code);

test('Apollo Client fetches page after page into one list of its cache', async () => {
  const client = new ApolloClient({
    link: new HttpLink({ uri: url }),
    cache: new InMemoryCache({
      typePolicies: { Query: { fields: { institutions: relayStylePagination() } } },
    }),
  });
  const query = client.watchQuery<Page>({ query: gql(PAGE) });
  const first = await firstValueFrom(query.pipe(filter(({ loading }) => !loading)));
  const subscription = query.subscribe(() => undefined);
  let data = first.data as Page;
  while (data.institutions.pageInfo.hasNextPage) {
    await query.fetchMore({ variables: { after: data.institutions.pageInfo.endCursor } });
    data = client.cache.readQuery<Page>({ query: gql(PAGE) })!;
  }
  subscription.unsubscribe();
  client.stop();

  expect(codesOf(data)).toEqual(all);
  expect(data.institutions.totalCount).toBe(all.length);
});

test('urql fetches page after page', async () => {
  const client = new Client({ url, exchanges: [cacheExchange, fetchExchange] });
  const codes: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data, error } = await client.query<Page>(PAGE, { after }).toPromise();
    expect(error).toBeUndefined();
    codes.push(...codesOf(data!));
    ({ hasNextPage: more, endCursor: after } = data!.institutions.pageInfo);
  }

  expect(codes).toEqual(all);
});

test('Apollo Client’s HttpLink is told at once where a subscription goes', async () => {
  const client = new ApolloClient({
    link: new HttpLink({ uri: url, headers: { 'accept-language': 'en' } }),
    cache: new InMemoryCache(),
  });
  const { data } = await hub.ask('{ unit: administrativeUnit(code: "68") { id } }');
  const query = gql`
    subscription Changed($unit: ID!) {
      unitProgressChanged(unit: $unit) {
        name
      }
    }
  `;
  const told = await firstValueFrom(
    client.subscribe({ query, variables: { unit: data.unit.id } }),
  ).catch((error: unknown) => ({ error }));
  client.stop();

  expect(String(told.error)).toContain('/graphql/stream');
  expect(JSON.stringify(told.error)).toContain('SUBSCRIPTION_ELSEWHERE');
});

/** What sends the queries of a store of Relay. */
function relayOf() {
  // Its packages are CommonJS.
  const relay: any = require('relay-runtime');
  const store = new relay.Store(new relay.RecordSource());
  const environment = new relay.Environment({
    store,
    network: relay.Network.create(async ({ text }: any, variables: object) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text, variables }),
      });
      return (await response.json()) as never;
    }),
  });
  return { relay, store, environment };
}

test('Relay compiles against the committed graph, and its store joins page after page', async () => {
  const document = PAGE.replace(
    'after: $after)',
    'after: $after) @connection(key: "Page_institutions")',
  ).replace('PageOfInstitutions', 'pageQuery');
  const query = await compileForRelay('page', document);
  const { relay, store, environment } = relayOf();

  for (let after: string | null = null, more = true; more;) {
    const page: any = await relay.fetchQuery(environment, query, { after }).toPromise();
    ({ hasNextPage: more, endCursor: after } = page.institutions.pageInfo);
  }
  const operation = relay.createOperationDescriptor(query, { after: null });
  const { data } = store.lookup(operation.fragment);

  expect(codesOf(data as unknown as Page)).toEqual(all);
});

test('Relay’s @connection of the units below with their targets is within the limits', async () => {
  const query = await compileForRelay(
    'below',
    `query belowQuery($after: String) {
      administrativeUnit(code: "68", kind: PROVINCE) { id
        children(first: 20, after: $after) @connection(key: "Below_children") {
          edges { node { id name
            progress { lines { group pillar percent
              targets { gapPoints standing target { id year percent } } } } } }
          pageInfo { hasNextPage endCursor } } } }`,
  );
  const { relay, store, environment } = relayOf();
  for (let after: string | null = null, more = true; more;) {
    const page: any = await relay.fetchQuery(environment, query, { after }).toPromise();
    ({ hasNextPage: more, endCursor: after } = page.administrativeUnit.children.pageInfo);
  }
  const operation = relay.createOperationDescriptor(query, { after: null });
  const { administrativeUnit } = store.lookup(operation.fragment).data;
  const joined = administrativeUnit.children.edges;
  const { unit } = await hub.data(
    `{ unit: administrativeUnit(code: "68", kind: PROVINCE) {
      children(first: 100) { totalCount nodes { id } } } }`,
  );

  expect(joined.map(({ node }: any) => node.id).slice(0, 100)).toEqual(
    unit.children.nodes.map(({ id }: any) => id),
  );
  expect(joined).toHaveLength(unit.children.totalCount);
  expect(joined.length).toBeGreaterThan(20);
  expect(joined[0].node.progress.lines[0].targets.length).toBeGreaterThan(0);
});

/** The artifact that Relay's compiler makes of a query, of which the name begins with that of the file. */
async function compileForRelay(name: string, document: string) {
  const place = join(folder, name);
  await mkdir(join(place, 'generated'), { recursive: true });
  await copyFile('schema/schema.graphql', join(place, 'schema.graphql'));
  await writeFile(join(place, `${name}.js`), `graphql\`${document}\`;`);
  const settings = {
    src: '.',
    schema: './schema.graphql',
    language: 'javascript',
    artifactDirectory: './generated',
    eagerEsModules: true,
  };
  await writeFile(join(place, 'relay.config.json'), JSON.stringify(settings));
  await writeFile(join(place, 'package.json'), '{ "type": "module" }');
  const compiler = require('relay-compiler') as string;
  await promisify(execFile)(compiler, ['relay.config.json'], { cwd: place });
  const artifact = join(place, `generated/${name}Query.graphql.js`);
  expect(await readFile(artifact, 'utf8')).toContain('connection');
  const { default: query } = await import(artifact);
  return query;
}
