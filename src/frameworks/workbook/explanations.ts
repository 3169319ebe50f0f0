import type { WrittenCell, WrittenSheet } from '../../shared/workbook/write-workbook.js';
import { KIND_LABELS } from '../../vocabulary/labels.js';
import { text } from './columns.js';
import { EXAMPLE } from './parse-requirement.js';
import { SHEETS } from './sheets.js';

/** The sheet that explains the others to whoever fills them in; it is not read. */
export function explanations(): WrittenSheet {
  const general = RULES.map(({ vi, en }): WrittenCell[] => [null, null, null, en, vi]);
  const sheets = Object.values(SHEETS).flatMap(({ name, note, columns }): WrittenCell[][] => [
    [name.en, null, null, note.en, note.vi],
    ...columns.map(({ header, note: about, names }) => [
      name.en,
      header.en,
      header.vi,
      `${about.en}${listed(names)}`,
      `${about.vi}${listed(names)}`,
    ]),
  ]);
  return {
    name: 'explanations - giải thích',
    headers: 1,
    rows: [
      ['sheet / trang', 'column', 'cột', 'meaning', 'ý nghĩa'],
      ...general,
      ...sheets,
      ...Object.entries(KIND_LABELS).map(([kind, { vi, en }]): WrittenCell[] => [
        null,
        kind,
        null,
        en,
        vi,
      ]),
    ],
    columns: [{ width: 16 }, { width: 30 }, { width: 30 }, { width: 80 }, { width: 80 }],
  };
}

/** Long lists of names are explained below, once. */
function listed(names: readonly string[] = []): string {
  return names.length > 0 && names.length < 8 ? ` [${names.join(', ')}]` : '';
}

const RULES = [
  text(
    'Dòng thứ hai của mỗi trang nhắc lại tên cột bằng tiếng Việt và không được đọc. Tên trang và tên cột viết bằng tiếng Anh hay tiếng Việt đều được.',
    'The second row of each sheet repeats the names of its columns in Vietnamese and is not read. Sheets and columns may be named in English or in Vietnamese.',
  ),
  text(
    'Trang, cột và dòng có tên bắt đầu bằng “ghi chú” không được đọc.',
    'Sheets, columns and fields whose name begins with “note” are not read.',
  ),
  text(
    'Mã là chữ và số, có thể có dấu chấm, gạch nối hay gạch dưới ở giữa. Cột mã có định dạng Văn bản, để 1.10 không trở thành 1.1.',
    'Codes are letters and digits, with dots, hyphens or low lines between them. Columns of codes are formatted as text, so that 1.10 does not become 1.1.',
  ),
  text(
    'Không dùng công thức, ô gộp, dòng ẩn hay cột ẩn. Danh sách cách nhau bằng dấu chấm phẩy.',
    'No formulas, merged cells, hidden rows or hidden columns. Lists have semicolons between their items.',
  ),
  text(
    `Điều kiện: “${EXAMPLE.vi}”. Mã tiêu chí đứng một mình: đạt tiêu chí; “1.3 >= 20”: ít nhất mức, phần trăm hay số đếm đó; “nhóm 2 >= 60%” hoặc “nhóm 2 >= mức 2”; “bộ tiêu chí >= mức 2”; “chỉ số đo X”. “và” gắn chặt hơn “hoặc”; dùng dấu ngoặc khi cần.`,
    `Requirements: “${EXAMPLE.en}”. The code of a criterion alone: it is met; “1.3 >= 20”: at least that level, percentage or count; “section 2 >= 60%” or “section 2 >= level 2”; “framework >= level 2”; “indicator X”. “and” binds before “or”; use brackets where needed.`,
  ),
];
