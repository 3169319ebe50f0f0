import { execFile, execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

const run = promisify(execFile);

let hub: TestHub;
let address: string;
let readme: string;
let province: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  readme = await readFile('clients/README.md', 'utf8');
  province = (await hub.data('{ unit: administrativeUnit(code: "68") { id } }')).unit.id;
});
afterAll(() => hub.close());

/** The code blocks of clients/README.md in a language, with the address of the running hub in them. */
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map((match) =>
    match[1]!.replaceAll('http://127.0.0.1:4000', address),
  );

/** The rows of the CSV file that a block asks for. */
async function rowsFor(block: string): Promise<Record<string, string>[]> {
  const [url] = /http:\/\/[^"]+\.csv[^"]*/.exec(block)!;
  return parse(await (await fetch(url)).text(), { columns: true });
}

/** The texts of a list such as {"a", "b"} or ["a", "b"]. */
const textsIn = (list: string): string[] =>
  [...list.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);

/** A test with a program that not every machine has. */
function testWith(program: string, ...check: string[]): typeof test {
  try {
    execFileSync(program, check, { stdio: 'ignore' });
    return test;
  } catch {
    return test.skip as typeof test;
  }
}

describe('clients/README.md', () => {
  test('how to read the figures: its question is answered', async () => {
    const [question] = blocks('graphql');

    const { node, breakdown } = await hub.data(question!, { province });

    expect(node.progressSeries.length).toBeGreaterThan(3);
    expect(breakdown.nodes).toHaveLength(10);
    expect(breakdown.nodes[0].rank).toBe(1);
    for (const { line } of breakdown.nodes)
      expect(line.targets.map(({ target }: any) => target.year)).toContain(2030);
  });

  test('Python and R name columns that are in their files, and values that are in them', async () => {
    for (const block of [blocks('python')[0]!, blocks('r')[0]!]) {
      const rows = await rowsFor(block);
      const named = [
        ...[...block.matchAll(/lines[.$](\w+)/g)].map((match) => match[1]!),
        ...textsIn(/\[\[(.*)\]\]|, c\((.*)\)\]/.exec(block)![0]),
      ];
      expect(named.length).toBeGreaterThan(4);
      expect(Object.keys(rows[0]!)).toEqual(expect.arrayContaining(named));
      expect(rows.map(({ pillar }) => pillar)).toContain('ALL_FOUR');
    }
  });

  testWith(
    'python3',
    '-c',
    'import pandas',
  )('pandas runs the block (skipped without pandas)', async () => {
    const { stdout } = await run('python3', ['-c', blocks('python')[0]!]);

    expect(stdout).toContain('GENERAL_EDUCATION');
  });

  testWith('Rscript', '--version')('R runs the block (skipped without R)', async () => {
    const { stdout } = await run('Rscript', ['-e', blocks('r')[0]!]);
    const rows = (await rowsFor(blocks('r')[0]!)).filter(({ pillar }) => pillar === 'ALL_FOUR');

    for (const { unit_name, numerator, denominator } of rows)
      expect(stdout).toMatch(new RegExp(`${unit_name}.* ${numerator} +${denominator} `));
  });

  test('Power Query chooses columns that are in the file, with values of the types it says', async () => {
    const [query] = blocks('powerquery');
    const rows = await rowsFor(query!);

    const chosen = textsIn(/SelectColumns\(Headed, (\{.*\})\)/.exec(query!)![1]!);
    expect(Object.keys(rows[0]!)).toEqual(expect.arrayContaining(chosen));
    const types: Record<string, RegExp> = {
      'type date': /^\d{4}-\d\d-\d\d$/,
      'Int64.Type': /^\d+$/,
      'type number': /^\d+(\.\d+)?$/,
      'type logical': /^(true|false)$/,
    };
    const typed = [...query!.matchAll(/\{"(\w+)", ([\w. ]+)\}/g)];
    expect(typed.length).toBeGreaterThan(5);
    for (const [, column, type] of typed) {
      const values = rows.map((row) => row[column!]!).filter((value) => value !== '');
      expect({ column, matching: values.filter((value) => types[type!]!.test(value)) }).toEqual({
        column,
        matching: values,
      });
      expect(values.length).toBeGreaterThan(0);
    }
    // What stays a text has codes that a number would spoil.
    expect(chosen).toContain('unit_code');
    expect(typed.map(([, column]) => column)).not.toContain('unit_code');
  });
});

describe('the dashboard for Grafana', () => {
  interface Query {
    url: string;
    url_options: {
      method: string;
      headers: { key: string; value: string }[];
      body_graphql_query: string;
    };
    root_selector: string;
    columns: { selector: string; text: string; type: string }[];
  }

  let dashboard: any;
  beforeAll(async () => {
    dashboard = JSON.parse(await readFile('clients/grafana/province.json', 'utf8'));
  });

  /** What stands at a path with dots, as gjson and JSONata read it. */
  const at = (value: any, path: string): any =>
    path.split('.').reduce((found, step) => found?.[step], value);

  /** Sends a query as the data source does, and has its rows by the names of the columns. */
  async function rowsOf(query: Query, values: Record<string, string> = {}) {
    const chosen: Record<string, string> = { ...defaults(), hub: address, ...values };
    const filled = (text: string) =>
      text.replace(/\$\{(\w+)\}/g, (_, name: string) => chosen[name]!);
    const answer = await fetch(filled(query.url), {
      method: query.url_options.method,
      headers: {
        'content-type': 'application/json',
        ...Object.fromEntries(query.url_options.headers.map(({ key, value }) => [key, value])),
      },
      body: JSON.stringify({ query: filled(query.url_options.body_graphql_query), variables: {} }),
    });
    const body: any = await answer.json();
    expect(body.errors).toBeUndefined();
    const rows = at(body, query.root_selector);
    expect(Array.isArray(rows)).toBe(true);
    return rows.map((row: any) =>
      Object.fromEntries(query.columns.map(({ selector, text }) => [text, at(row, selector)])),
    );
  }

  const variable = (name: string) =>
    dashboard.templating.list.find((each: any) => each.name === name);
  const defaults = (): Record<string, string> =>
    Object.fromEntries(
      dashboard.templating.list.map(({ name, current }: any) => [name, current.value]),
    );
  const queryOf = (title: RegExp): Query =>
    dashboard.panels.find((panel: any) => title.test(panel.title)).targets[0];

  test('is one for the Infinity data source, and asks the hub that is written into its field', () => {
    const queries = dashboard.panels.flatMap(({ targets }: any) => targets);
    expect(queries).toHaveLength(dashboard.panels.length);
    for (const { datasource, url, type } of [...queries, variable('unit').query.infinityQuery])
      expect([datasource.type, url, type]).toEqual([
        'yesoreyeram-infinity-datasource',
        '${hub}/graphql',
        'graphql',
      ]);
    expect(variable('hub').current.value).toBe('http://127.0.0.1:4000');
  });

  test('offers the provinces of today', async () => {
    const provinces = await rowsOf(variable('unit').query.infinityQuery);

    expect(provinces).toContainEqual({ __text: 'Tỉnh Lâm Đồng', __value: province });
  });

  test('every choice of group and indicator gives rows in every panel, with values of the types', async () => {
    for (const group of variable('group').options)
      for (const indicator of variable('indicator').options)
        for (const { title, targets } of dashboard.panels) {
          const values = { unit: province, group: group.value, indicator: indicator.value };
          const rows = await rowsOf(targets[0], values);
          expect([title, rows.length]).not.toEqual([title, 0]);
          for (const { text, type } of targets[0].columns) {
            const kinds = new Set(
              rows
                .map((row: any) => row[text])
                .filter((value: unknown) => value !== null && value !== undefined)
                .map((value: unknown) => typeof value),
            );
            // A year is shown as a text, so that it gets no thousands separator.
            if (type === 'string') continue;
            expect([title, text, [...kinds]]).toEqual([
              title,
              text,
              [type === 'number' ? 'number' : 'string'],
            ]);
          }
        }
  });

  test('shows the figures of the graph', async () => {
    const { node } = await hub.data(
      `query ($id: ID!) { node(id: $id) { ... on AdministrativeUnit {
        progress(groups: [GENERAL_EDUCATION]) { asOf lines { pillar institutions completed reported coveragePercent percent upperPercent }
          warnings { code message } } } } }`,
      { id: province },
    );
    const line = node.progress.lines.find(({ pillar }: any) => pillar === null);

    const [figures] = await rowsOf(queryOf(/^Completed/), { unit: province });
    expect(figures).toEqual({
      'At least': line.percent,
      'At most': line.upperPercent,
      Reported: line.coveragePercent,
      Completed: line.completed,
      'With a report': line.reported,
      Institutions: line.institutions,
    });

    const series = await rowsOf(queryOf(/^Over/), { unit: province });
    expect(series.length).toBeGreaterThan(3);
    for (const row of series)
      expect(Object.values(row)).toEqual(Object.values(row).filter((value) => value !== undefined));

    expect(await rowsOf(queryOf(/^To keep/), { unit: province })).toEqual(
      node.progress.warnings.map(({ code, message }: any) => ({ Warning: code, Meaning: message })),
    );
  });

  test('shows each unit below with its standings, also against a second target', async () => {
    const { today, former } = await hub.data(`{
      today: administrativeUnit(code: "68") { ...below }
      former: administrativeUnit(code: "67", on: "2025-06-30") { ...below } }
      fragment below on AdministrativeUnit { id children(first: 100, orderBy: NAME) { nodes { id code name
        progress(groups: [GENERAL_EDUCATION], indicators: ["ALL_FOUR"]) { lines {
          completed institutions reported percent upperPercent targets { target { id year } standing } } } } } }`);
    for (const unit of [today, former]) {
      const expected = unit.children.nodes.map(({ code, name, progress }: any) => {
        const [line] = progress.lines;
        const [next, later] = line.targets;
        return {
          Code: code,
          Unit: name,
          Completed: line.completed,
          Institutions: line.institutions,
          'With a report': line.reported,
          'At least, %': line.percent,
          'At most, %': line.upperPercent,
          Target: next.target.year,
          Standing: next.standing,
          'Later target': later?.target.year,
          'Later standing': later?.standing,
        };
      });

      expect(await rowsOf(queryOf(/^Units below/), { unit: unit.id })).toEqual(expected);
    }
    // Both cases are there: one target, and two.
    expect(today.children.nodes[0].progress.lines[0].targets).toHaveLength(1);
    expect(former.children.nodes[0].progress.lines[0].targets).toHaveLength(2);
  });
});
