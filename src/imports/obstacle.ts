import type { Problem } from '../shared/csv.js';
import type { Text } from '../shared/text.js';

/** What prevents that a row of an import is undone. */
export function obstacle(
  { row, subject }: { row: number; subject: string },
  code: 'IMPORTED_AGAIN' | 'CHANGED_SINCE' | 'REFERRED_TO' | 'LEFT_UNFIT',
  text: Text,
): Problem {
  return { row, column: null, value: subject, code, text };
}

/** What refers to a unit or an institution, by the name of its table. */
const REFERRING: Record<string, Text> = {
  account_grant: { vi: 'vai trò của tài khoản', en: 'duties of accounts' },
  administrative_unit: { vi: 'đơn vị trực thuộc', en: 'units under it' },
  audit_event: { vi: 'mục của nhật ký', en: 'entries of the audit trail' },
  campus: { vi: 'phân hiệu, điểm trường', en: 'campuses' },
  institution_fact: { vi: 'nơi đặt cơ sở đã ghi', en: 'recorded places of institutions' },
  institution_period: { vi: 'giai đoạn của cơ sở', en: 'periods of institutions' },
  institution_succession: { vi: 'kế thừa giữa các cơ sở', en: 'successions of institutions' },
  participation_exception: { vi: 'ngoại lệ trong đợt', en: 'exceptions in rounds' },
  plan: { vi: 'kế hoạch', en: 'plans' },
  published_index: { vi: 'kết quả đã công bố', en: 'published results' },
  reporting_round: { vi: 'đợt báo cáo', en: 'rounds' },
  status_update: { vi: 'báo cáo', en: 'reports' },
  unit_boundary: { vi: 'hình trên bản đồ', en: 'shapes on the map' },
  unit_succession: { vi: 'kế thừa', en: 'successions' },
  workforce_record: { vi: 'số đếm nhân lực', en: 'workforce records' },
};

const MOST_NAMES = 3;

/**
 * @param table the table whose rows refer to what would be undone.
 * @param names what they are known by, as far as they are.
 */
export function referredText(table: string, count: number, names: readonly string[]): Text {
  const { vi, en } = REFERRING[table] ?? { vi: table, en: table };
  const more = names.length > MOST_NAMES ? ['…'] : [];
  const listed = [...names.slice(0, MOST_NAMES), ...more].join('; ');
  const which = listed && `: ${listed}`;
  return {
    vi: `${count} ${vi} dựa vào mục này${which}`,
    en: `${count} ${en} refer to it${which}`,
  };
}

export function importedAgainText(run: { id: number; file: string | null; at: string }): Text {
  const file = run.file === null ? '' : ` (${run.file})`;
  const at = new Date(run.at).toISOString();
  return {
    vi: `lần nhập ${run.id}${file}, ${at}, đã sửa lại; hãy hoàn tác lần đó trước`,
    en: `import ${run.id}${file}, ${at}, changed it again; undo that one first`,
  };
}

export function changedSinceText(
  changes: readonly { who: string; action: string; at: string }[],
): Text {
  const list = changes
    .map(({ who, action, at }) => `${who} (${action}, ${new Date(at).toISOString()})`)
    .join(', ');
  return {
    vi: list ? `đã được sửa sau đó: ${list}` : 'không còn như lần nhập đã ghi',
    en: list ? `was changed since: ${list}` : 'is no longer as the import left it',
  };
}
