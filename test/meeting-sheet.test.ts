import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromBufferPromise } from 'yauzl';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

const ON = '2025-06-30';
const PLACE = `unit=67&kind=PROVINCE&asOf=${ON}`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, publisher: 'Sở GD&ĐT <Đắk Nông>' });
});
afterAll(() => hub.close());

const IN_VIETNAMESE = { 'accept-language': 'vi' };

const download = (parameters: string, language = 'vi', of: TestHub = hub) =>
  of.server.inject({
    url: `/exports/meeting-sheet.docx?${parameters}`,
    headers: { 'accept-language': language },
  });

/** The files in a document, as texts. */
async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    found.set(entry.fileName, Buffer.concat(parts).toString());
  }
  return found;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity))
    .join('');

const paragraphsOf = (xml: string): string[] =>
  [...xml.matchAll(/<w:p(?: [^>]*)?>.*?<\/w:p>/gs)].map(([each]) => textOf(each));

/** The rows of the tables of a document, cell by cell. */
const tablesOf = (xml: string): string[][][] =>
  [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
    ),
  );

async function documentOf(parameters: string, language = 'vi', of: TestHub = hub) {
  const answer = await download(parameters, language, of);
  expect([parameters, answer.statusCode, answer.headers['content-type']]).toEqual([
    parameters,
    200,
    WORD,
  ]);
  const parts = await partsOf(answer.rawPayload);
  const xml = parts.get('word/document.xml') ?? '';
  return { answer, parts, xml, said: paragraphsOf(xml), tables: tablesOf(xml) };
}

const share = (value: number) =>
  new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    value,
  );

const OF_LINE = `indicator { code name } institutions completed reported notReported percent upperPercent
  targets { gapPoints institutionsToGo standing target { year percent } }`;

/** A row of a table, from what the graph says of its line against the target of 2025. */
function rowOf(line: any): string[] {
  const against = line.targets.find(({ target }: any) => target.year === 2025);
  return [
    line.reported === 0 ? 'chưa biết' : share(line.percent),
    share(line.upperPercent),
    ...[line.completed, line.institutions, line.notReported].map(String),
    ...(against
      ? [
          String(against.target.percent),
          against.gapPoints === null ? 'chưa biết' : share(against.gapPoints),
          String(against.institutionsToGo),
        ]
      : ['–', '–', '–']),
  ];
}

describe('the sheet of a unit for a meeting', () => {
  test('has the figures of the graph: of the units below, worst first, and of every line', async () => {
    const { tables } = await documentOf(PLACE);
    const { unit } = await hub.data(
      `{ unit: administrativeUnit(code: "67", kind: PROVINCE, on: "${ON}") {
           id progress(asOf: "${ON}", own: true) { lines { group ${OF_LINE} } } } }`,
      {},
      IN_VIETNAMESE,
    );
    const { breakdown } = await hub.data(
      `query ($unit: ID!) { breakdown(unit: $unit, by: [UNIT], asOf: "${ON}", groups: [GENERAL_EDUCATION],
         indicators: ["ALL_FOUR"], targetYear: 2025, orderBy: { figure: GAP_POINTS, direction: DESC }, first: 100) {
         nodes { rank unit { name } line { ${OF_LINE} } } } }`,
      { unit: unit.id },
    );

    const [below = [], ...groups] = tables;
    expect(below[0]?.slice(0, 3)).toEqual(['TT', 'Đơn vị', 'Hoàn thành (%)']);
    expect(below.slice(1)).toEqual(
      breakdown.nodes.map(({ rank, unit: { name }, line }: any) => [
        String(rank),
        name,
        ...rowOf(line),
      ]),
    );
    expect(below).toHaveLength(9);
    const told = ['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'].map((group) => {
      const lines = unit.progress.lines.filter(
        (line: any) => line.group === group && line.institutions > 0,
      );
      const isWhole = ({ indicator }: any) => indicator.code === 'ALL_FOUR';
      return [...lines.filter(isWhole), ...lines.filter((line: any) => !isWhole(line))].map(
        (line: any) => [line.indicator.name, ...rowOf(line)],
      );
    });
    expect(groups.map((rows) => rows.slice(1))).toEqual(told);
  });

  test('says the verdict, the day, the warnings and the source, and that data is made up', async () => {
    const { said, parts } = await documentOf(PLACE);
    const { unit } = await hub.data(
      `{ unit: administrativeUnit(code: "67", kind: PROVINCE, on: "${ON}") {
           progress(asOf: "${ON}", own: true) { warnings { message } } } }`,
      {},
      IN_VIETNAMESE,
    );
    const source = 'Nguồn: Sở GD&ĐT <Đắk Nông>. Dữ liệu lần 1, công bố ';

    expect(said.slice(0, 7)).toEqual([
      'Tiến độ chuyển đổi số trong giáo dục',
      'Tỉnh Đắk Nông',
      'Số liệu đến ngày 30/06/2025',
      'SỐ LIỆU MINH HOẠ – KHÔNG PHẢI SỐ LIỆU CHÍNH THỨC',
      'Kết luận',
      'Chậm nhiều so với tiến độ',
      'Đến 30/06/2025, 14,1% cơ sở giáo dục phổ thông (44/313) đã hoàn thành cả bốn trụ cột, nhiều nhất có thể là 36,1% nếu tính cả những cơ sở chưa có báo cáo được duyệt; còn thiếu 25,9 điểm phần trăm (82 cơ sở) so với chỉ tiêu 40% năm 2025.',
    ]);
    const messages = unit.progress.warnings.map(({ message }: any) => message);
    expect(messages.length).toBeGreaterThan(3);
    expect(said).toEqual(expect.arrayContaining(messages));
    expect(said.at(-1)).toMatch(new RegExp(`^${source}\\d\\d:\\d\\d \\d\\d/\\d\\d/2026\\.$`));
    // On every page.
    expect(textOf(parts.get('word/header1.xml') ?? '')).toContain('SỐ LIỆU MINH HOẠ');
    expect(textOf(parts.get('word/footer1.xml') ?? '')).toContain(source);
    expect(parts.get('word/styles.xml')).toContain('w:lang w:val="vi-VN"');
  });

  test('is A4 upright, with headings of tables on each page, whole rows and numbers at the right', async () => {
    const { xml } = await documentOf(PLACE);
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    const rows = xml.match(/<w:tr(?: [^>]*)?>.*?<\/w:tr>/gs) ?? [];
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toHaveLength(3);
    const cells = (rows[1] ?? '').match(/<w:tc>.*?<\/w:tc>/gs) ?? [];
    const isRight = (cell: string) => cell.includes('<w:jc w:val="right"/>');
    expect(cells.map(isRight)).toEqual([true, false, ...Array<boolean>(8).fill(true)]);
  });

  test('draws what the graph says: a chart with the unit, its target and the units below', async () => {
    const { parts, tables } = await documentOf(PLACE);
    const chart = parts.get('word/charts/chart1.xml') ?? '';
    const series = (chart.match(/<c:ser>.*?<\/c:ser>/gs) ?? []).map((each) => ({
      values: [
        ...(/<c:val>.*?<\/c:val>/s.exec(each)?.[0] ?? '').matchAll(
          /<c:pt idx="(\d+)"[^>]*>\s*<c:v>([^<]*)/g,
        ),
      ].map(([, at, value]) => [Number(at), share(Number(value))]),
      names: [...(/<c:cat>.*?<\/c:cat>/s.exec(each)?.[0] ?? '').matchAll(/<c:v>([^<]*)/g)].map(
        ([, name = '']) => name.replace('&apos;', "'"),
      ),
    }));
    const below = (tables[0] ?? []).slice(1);
    expect(series[0]?.names).toEqual([
      'Tỉnh Đắk Nông',
      'Chỉ tiêu năm 2025',
      ...below.map(([, name]) => name),
    ]);
    const drawn = (of: string, cells: (string | undefined)[]) => [
      [0, of],
      ...cells.map((cell, index) => [index + 2, cell]),
    ];
    expect(series[0]?.values).toEqual(
      drawn(
        '36,1',
        below.map((row) => row[3]),
      ),
    );
    expect(series[1]?.values).toEqual(
      drawn(
        '14,1',
        below.map((row) => row[2]),
      ),
    );
    expect(series[2]?.values).toEqual([[1, '40,0']]);
  });

  test('speaks English, about the group and the indicator that are asked for', async () => {
    const { said, answer } = await documentOf(
      `${PLACE}&group=COLLEGE_AND_VOCATIONAL&indicator=OPEN_LEARNING_RESOURCES`,
      'en-GB',
    );
    expect(answer.headers['content-language']).toBe('en');
    expect(said[2]).toBe('Figures as of 30 Jun 2025');
    expect(said[6]).toBe(
      'By 30 Jun 2025, 66.7% of the colleges and vocational institutions (6 of 9) have completed the indicator “Open learning resources”, at most 88.9% if all without an approved report had, 3.3 percentage points (1 institutions) short of the target of 70% for 2025.',
    );
  });

  test('names the units above, and is whole for a unit without units below', async () => {
    const { said, tables } = await documentOf('unit=24664&kind=COMMUNE&asOf=2026-01-01');
    expect(said[1]).toBe('Xã Đức Lập, Tỉnh Lâm Đồng');
    expect(tables[0]?.[0]?.[0]).toBe('Chỉ số đo');
  });

  test('says unknown, and draws no bar, where nobody has reported', async () => {
    const { said, tables, parts } = await documentOf('unit=67&kind=PROVINCE&asOf=2022-01-01');
    expect(said[5]).toBe('Chưa biết: chưa có số liệu');
    expect(said[6]).toMatch(/^Đến 01\/01\/2022 chưa biết bao nhiêu trong \d+ /);
    expect(tables[0]?.slice(1).every((row) => row[2] === 'chưa biết')).toBe(true);
    const [, completed = ''] = (parts.get('word/charts/chart1.xml') ?? '')
      .split('<c:ser>')
      .slice(1);
    expect(/<c:val>.*?<\/c:val>/s.exec(completed)?.[0]).not.toContain('<c:v>');
  });

  test('is the same until something is published, and is sent once', async () => {
    const { answer } = await documentOf(PLACE);
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename="meeting-sheet-67-2025-06-30.docx"',
    );
    expect(answer.headers['cache-control']).toBe('public, no-cache');
    const again = await hub.server.inject({
      url: `/exports/meeting-sheet.docx?${PLACE}`,
      headers: { 'accept-language': 'vi', 'if-none-match': String(answer.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
  });

  test.each([
    ['asOf=2025-06-30', 400, 'unit còn thiếu: hãy nêu mã của đơn vị.'],
    [`${PLACE}&indicator=NONE`, 400, 'indicator phải là một trong'],
    [`${PLACE}&group=NONE`, 400, 'group phải là một trong'],
    [`${PLACE},2025-01-01`, 400, 'asOf phải có đúng một giá trị.'],
    [`${PLACE}&bom=true`, 400, 'bom không có ở đây'],
    ['unit=67&asOf=2026-01-01', 404, 'không có đơn vị nào mang mã 67'],
  ])('refuses %s', async (parameters, status, reason) => {
    const answer = await download(parameters);
    expect([answer.statusCode, answer.json().detail]).toEqual([
      status,
      expect.stringContaining(reason),
    ]);
  });

  test('keeps what a unit is called as it is, whatever stands in it', async () => {
    const own = await startHub({ from: 'demo', now });
    try {
      const hostile = 'Tỉnh <b>&"\'{{day}}]]> </w:t>';
      await own.em
        .fork()
        .getConnection()
        .execute(
          `update administrative_unit set name = ? where code = '67' and kind = 'PROVINCE'`,
          [hostile],
        );
      const { said, xml } = await documentOf(PLACE, 'vi', own);
      expect(said[1]).toBe(hostile);
      expect(xml).not.toContain('<b>');
    } finally {
      await own.close();
    }
  });

  test('of an empty hub is no unit’s', async () => {
    const empty = await startHub();
    try {
      const answer = await download(PLACE, 'vi', empty);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'NOT_FOUND']);
    } finally {
      await empty.close();
    }
  });
});
