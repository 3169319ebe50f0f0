import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { publish } from '../src/database/publish.js';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { castOf, now, TODAY, type Cast } from './support/reporting.js';

/** A small register of every kind, in a commune of the demo; all opened before its open round. */
const REGISTER = csv(
  'system,code,name,kind,levels,ownership,unit_code,opened_on',
  ...[
    'R-MN,Mầm non Hoa Sen,PRESCHOOL,PRESCHOOL,PUBLIC',
    'R-TH,Tiểu học Sổ,PRIMARY_SCHOOL,PRIMARY,PUBLIC',
    'R-CS,THCS Sổ,LOWER_SECONDARY_SCHOOL,LOWER_SECONDARY,PUBLIC',
    'R-PT,THPT Sổ,UPPER_SECONDARY_SCHOOL,UPPER_SECONDARY,PRIVATE',
    'R-NC,Phổ thông Sổ,MULTI_LEVEL_SCHOOL,PRESCHOOL|PRIMARY|LOWER_SECONDARY,PRIVATE',
    'R-KT,Trường khuyết tật Sổ,SPECIAL_SCHOOL,PRESCHOOL|PRIMARY,PUBLIC',
    'R-TX,GDTX Sổ,CONTINUING_EDUCATION_CENTRE,CONTINUING,PUBLIC',
    'R-NN,GDNN Sổ,VOCATIONAL_CENTRE,VOCATIONAL,PUBLIC',
    'R-TC,Trung cấp Sổ,VOCATIONAL_SECONDARY_SCHOOL,VOCATIONAL,PUBLIC',
    'R-CD,Cao đẳng Sổ,COLLEGE,COLLEGE|VOCATIONAL,PUBLIC',
    'R-DH,Đại học Sổ,UNIVERSITY,UNIVERSITY,PUBLIC',
  ].map((row) => `MOET-R,${row},24611,2025-09-05`),
);

let hub: TestHub;
let cast: Cast;
let before: Awaited<ReturnType<typeof figures>>;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
  before = await figures();
  await publish(hub.em, (em, knownAt) => importInstitutions(em, REGISTER, knownAt));
});
afterAll(() => hub.close());

/** What the province's figures, lists and open round count. */
async function figures() {
  const { unit, node } = await hub.data(
    `query ($round: ID!) {
      unit: administrativeUnit(code: "68") {
        progress {
          lines { group institutions notReported notApplicable }
          warnings { code institutions }
        }
        institutions(first: 1) { totalCount }
        general: institutions(first: 1, group: GENERAL_EDUCATION) { totalCount }
      }
      node(id: $round) { ... on ReportingRound { completeness { total { called } groups { group counts { called } } } } }
    }`,
    { round: cast.round },
    cast.planner,
  );
  const inGroup = (group: string) =>
    unit.progress.lines
      .filter((line: any) => line.group === group)
      .map((line: any) => line.institutions + line.notApplicable);
  return {
    listed: unit.institutions.totalCount,
    general: unit.general.totalCount,
    generalLines: inGroup('GENERAL_EDUCATION'),
    vocationalLines: inGroup('COLLEGE_AND_VOCATIONAL'),
    called: node.completeness.total.called,
    calledByGroup: node.completeness.groups.map(({ group, counts }: any) => [group, counts.called]),
    unsettled: unit.progress.warnings.find(({ code }: any) => code === 'UNSETTLED_LOCATION'),
  };
}

const plus = (counts: number[], more: number) => counts.map((count) => count + more);

describe('a whole register with preschools, special schools and a university', () => {
  test('is listed whole, while every line, round and group counts only its own kinds', async () => {
    const after = await figures();

    expect(after.listed).toBe(before.listed + 11);
    expect(after.general).toBe(before.general + 5);
    expect(after.generalLines).toEqual(plus(before.generalLines, 5));
    expect(after.vocationalLines).toEqual(plus(before.vocationalLines, 3));
    expect(after.called).toBe(before.called + 8);
    expect(after.calledByGroup).toEqual(
      before.calledByGroup.map(([group, called]: [string, number]) => [
        group,
        called + (group === 'GENERAL_EDUCATION' ? 5 : 3),
      ]),
    );
    expect(await verifyCounts(hub.em)).toEqual([]);
  });

  test.each([
    ['R-MN', 'PRESCHOOL', ['PRESCHOOL']],
    ['R-KT', 'SPECIAL_SCHOOL', ['PRESCHOOL', 'PRIMARY']],
    ['R-DH', 'UNIVERSITY', ['UNIVERSITY']],
  ])('%s is in no group, and no pillar applies to it', async (code, kind, levels) => {
    const { institution } = await hub.data(
      `query ($code: String!) { institution(code: $code) { kind levels group unit { name } pillars { observation } } }`,
      { code },
    );

    expect(institution).toEqual({
      kind,
      levels,
      group: null,
      unit: { name: 'Phường Bắc Gia Nghĩa' },
      pillars: Array.from({ length: 4 }, () => ({ observation: 'NOT_APPLICABLE' })),
    });
  });

  test('lists preschools by kind and by level', async () => {
    const { byKind, byLevel } = await hub.data(`{
      byKind: institutions(first: 9, orderBy: CODE, filter: { kinds: [PRESCHOOL, SPECIAL_SCHOOL] }) { nodes { code } totalCount }
      byLevel: institutions(first: 9, orderBy: CODE, filter: { levels: [PRESCHOOL] }) { nodes { code } }
    }`);

    expect(byKind).toEqual({ nodes: [{ code: 'R-KT' }, { code: 'R-MN' }], totalCount: 2 });
    expect(byLevel.nodes).toEqual([{ code: 'R-KT' }, { code: 'R-MN' }, { code: 'R-NC' }]);
  });

  test('exports all kinds, named in the reader’s language, and those of no group without a group', async () => {
    const exported = async (language: string) => {
      const { body } = await hub.server.inject({
        url: `/exports/institutions.csv?unit=68&asOf=${TODAY}`,
        headers: { 'accept-language': language },
      });
      const rows: Record<string, string>[] = parse(body, { columns: true, bom: true });
      return rows
        .filter(({ code }) => ['R-MN', 'R-KT', 'R-TH'].includes(code!))
        .sort((a, b) => (a.code! < b.code! ? -1 : 1))
        .map((row) => [row.kind_label, row.group, row.digital_governance_observation]);
    };

    expect(await exported('en')).toEqual([
      ['Special school', '', 'NOT_APPLICABLE'],
      ['Preschool', '', 'NOT_APPLICABLE'],
      ['Primary school', 'GENERAL_EDUCATION', 'NOT_YET_DUE'],
    ]);
    expect((await exported('vi')).map(([label]) => label)).toEqual([
      'Trường dành cho người khuyết tật',
      'Trường mầm non',
      'Trường tiểu học',
    ]);
  });

  test('a preschool whose commune is not known is in no warning about figures', async () => {
    await publish(hub.em, (em, knownAt) =>
      importInstitutions(
        em,
        csv(
          'system,code,name,kind,levels,ownership,unit_code,unit_kind,opened_on',
          'MOET-R,R-XA,Mầm non chưa rõ xã,PRESCHOOL,PRESCHOOL,PUBLIC,68,PROVINCE,2025-09-05',
        ),
        knownAt,
      ),
    );

    const after = await figures();

    expect(after.unsettled).toEqual(before.unsettled);
  });
});
