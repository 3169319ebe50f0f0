import { readFile } from 'node:fs/promises';
import { COMMAND_LINE, trailOf } from '../../src/changes/change.service.js';
import { eventOf } from '../../src/changes/import-run.service.js';
import { databaseOf, type EntityManager } from '../../src/database/orm.js';
import { recordEdition } from '../../src/workforce-index/edition.service.js';
import { importPublishedIndex } from '../../src/workforce-index/published-index.import.js';
import { importWorkforce } from '../../src/workforce-registry/record.import.js';
import { csv } from './csv.js';

/** When the report of 29/09/2022 became known here. */
const RECORDED = new Date('2022-10-01T02:00:00Z');

const REPORT = 'Báo cáo của tỉnh Đắk Nông ngày 29/09/2022';

/** What the report does not tell and the demo needs. */
const MADE_UP = 'Số liệu minh hoạ, không phải của tỉnh';

const AGENCY = 'Sở Thông tin và Truyền thông';

const EDITIONS = ['workforce-2022-illustrative', 'commune-2026'];

interface Counted {
  kind: string;
  from: string;
  to?: string;
  tier?: string;
  audience?: string;
  agency?: string;
  counts: Record<string, number> | 'NOT_COUNTED';
  source: string;
  status?: 'CONFIRMED' | 'ILLUSTRATIVE';
}

/** The counts of a year as they stood at its end. */
const at2021 = (record: Omit<Counted, 'from' | 'to'>): Counted => ({
  ...record,
  from: '2021-12-31',
  to: '2021-12-31',
});

/** The figures of the report; for 2021, what nobody counted stays missing. */
const RECORDS: readonly Counted[] = [
  at2021({
    kind: 'COMMUNITY_TEAMS',
    tier: 'COMMUNE',
    counts: { team_units: 71, units_with_team: 0, team_members: 0, team_members_trained: 0 },
    source: `${REPORT}: năm 2021 chưa có tổ công nghệ số cộng đồng`,
  }),
  at2021({
    kind: 'COMMUNITY_TEAMS',
    tier: 'HAMLET',
    counts: { team_units: 713, units_with_team: 0, team_members: 0, team_members_trained: 0 },
    source: `${REPORT}: năm 2021 chưa có tổ công nghệ số cộng đồng`,
  }),
  at2021({
    kind: 'MANDATES',
    agency: AGENCY,
    counts: { has_unit: 0, has_duty: 0 },
    source: `${REPORT}: ${AGENCY} chưa được giao nhiệm vụ và chưa có bộ phận về chuyển đổi số`,
  }),
  at2021({
    kind: 'TRAINED_PEOPLE',
    audience: 'STUDENTS',
    counts: 'NOT_COUNTED',
    source: `${REPORT}: tỉnh chưa thống kê được số người học được đào tạo`,
  }),
  at2021({
    kind: 'IT_OFFICERS',
    counts: { officers: 20, officers_university: 15, officers_college: 5, officers_other: 0 },
    source: MADE_UP,
    status: 'ILLUSTRATIVE',
  }),
  at2021({
    kind: 'TRAINED_PEOPLE',
    audience: 'OFFICIALS',
    counts: { trained: 300, to_be_trained: 2000 },
    source: MADE_UP,
    status: 'ILLUSTRATIVE',
  }),
  {
    kind: 'TRAINING_CLASSES',
    audience: 'LEADERS',
    from: '2021-10-01',
    to: '2021-10-31',
    counts: { classes: 1 },
    source: MADE_UP,
    status: 'ILLUSTRATIVE',
  },
  {
    kind: 'COMMUNITY_TEAMS',
    tier: 'COMMUNE',
    from: '2022-08-31',
    counts: { team_units: 71, units_with_team: 71, team_members: 750 },
    source: `${REPORT}: 71/71 xã, khoảng 750 thành viên, đến tháng 8/2022`,
  },
  {
    kind: 'COMMUNITY_TEAMS',
    tier: 'HAMLET',
    from: '2022-08-31',
    counts: { team_units: 713, units_with_team: 713, team_members: 3368 },
    source: `${REPORT}: 713/713 thôn, 3.368 thành viên, đến tháng 8/2022`,
  },
  {
    kind: 'IT_OFFICERS',
    from: '2022-09-29',
    counts: { officers: 28, officers_university: 25, officers_college: 2, officers_other: 1 },
    source: `${REPORT}: 28 cán bộ của các cơ quan cấp tỉnh và cấp huyện`,
  },
  {
    kind: 'TRAINING_CLASSES',
    audience: 'LEADERS',
    from: '2022-01-01',
    to: '2022-09-29',
    counts: { classes: 3, participants: 1500 },
    source: `${REPORT}: 3 lớp cho lãnh đạo, khoảng 1.500 lượt người`,
  },
];

/** Records the editions of the index, the figures of the report, and what was published of 2021. */
export async function recordWorkforce(em: EntityManager): Promise<void> {
  for (const edition of EDITIONS) {
    const file = new URL(`../reference/index-editions/${edition}.json`, import.meta.url);
    await recordEdition(em, await readFile(file, 'utf8'), RECORDED);
  }
  const { rows } = await importWorkforce(em, recordsFile(), RECORDED);
  const events = [...rows].map((row) => eventOf(row, {}));
  await trailOf(COMMAND_LINE, 'import workforce', events, RECORDED).execute(databaseOf(em));
  await importPublishedIndex(em, publishedFile());
}

function recordsFile(): Uint8Array {
  const fields = ['tier', 'audience', 'agency'] as const;
  const quantities = [
    ...new Set(
      RECORDS.flatMap(({ counts }) => (counts === 'NOT_COUNTED' ? [] : Object.keys(counts))),
    ),
  ];
  return csv(
    [
      ...['unit_kind', 'unit_code', 'kind', 'valid_from', 'valid_to', ...fields],
      ...['source', 'source_status', 'not_counted', ...quantities],
    ],
    RECORDS.map((record) => {
      const { kind, from, to = '', counts, source, status = 'CONFIRMED' } = record;
      const numbers = counts === 'NOT_COUNTED' ? {} : counts;
      return [
        ...['PROVINCE', '67', kind, from, to, ...fields.map((field) => record[field] ?? '')],
        ...[source, status, counts === 'NOT_COUNTED' ? 'yes' : ''],
        ...quantities.map((quantity) => String(numbers[quantity] ?? '')),
      ];
    }),
  );
}

/** The result of 2021 as the report tells it, with its reasons. */
function publishedFile(): Uint8Array {
  return csv(
    [
      ...['unit_kind', 'unit_code', 'year', 'index_code', 'value', 'rank', 'of_how_many'],
      ...['source', 'source_status', 'note_vi', 'note_en'],
    ],
    [
      [
        ...['PROVINCE', '67', '2021', 'DTI/nhan_luc', '0.0538', '58', '63'],
        REPORT,
        'CONFIRMED',
        `Trong 13 chỉ số thành phần, 1 chỉ số dưới trung bình và 10 chỉ số không có điểm: năm 2021 chưa có tổ công nghệ số cộng đồng; ${AGENCY} chưa được giao nhiệm vụ và chưa có bộ phận về chuyển đổi số; tỉnh chưa thống kê được số người học được đào tạo và số cơ sở giáo dục, dạy nghề đang chuyển đổi số.`,
        'Of 13 component indicators, 1 was below average and 10 had no score: no community digital teams existed in 2021; the Department of Information and Communications had no mandate and no unit for digital transformation; and the province could not count students trained, or education and vocational institutions that were transforming.',
      ],
    ],
  );
}
