import type { Text } from '../shared/text.js';

/** What a workbook says that it is; another form of it has another number. */
export const FORM_FORMAT = 'edu-dx-hub/report-form/1';

/** The sheet by which the hub knows what was sent; it is hidden, and its name is of no language. */
export const IDENTITY_SHEET = 'edu-dx-hub';

export const FORM_SHEET: Text = { vi: 'Phiếu báo cáo', en: 'Report' };
export const HELP_SHEET: Text = { vi: 'Hướng dẫn', en: 'How to fill it in' };
export const LISTS_SHEET = 'lists';

/** The columns of the form, in order. */
export type FormColumn =
  | 'criterion'
  | 'question'
  | 'text'
  | 'guidance'
  | 'kind'
  | 'approved'
  | 'answer'
  | 'total'
  | 'reason'
  | 'comment';

export const FORM_COLUMNS: Record<FormColumn, { header: Text; width: number; isText?: boolean }> = {
  criterion: { header: { vi: 'Số', en: 'No.' }, width: 8, isText: true },
  question: { header: { vi: 'Mã câu hỏi', en: 'Question code' }, width: 12, isText: true },
  text: { header: { vi: 'Câu hỏi', en: 'Question' }, width: 44 },
  guidance: { header: { vi: 'Giải thích', en: 'Guidance' }, width: 36 },
  kind: { header: { vi: 'Cách trả lời', en: 'Answered by' }, width: 24 },
  approved: {
    header: { vi: 'Câu trả lời được duyệt gần nhất', en: 'Last approved answer' },
    width: 22,
  },
  answer: { header: { vi: 'Câu trả lời', en: 'Answer' }, width: 26 },
  total: { header: { vi: 'Trên tổng số', en: 'Of a total of' }, width: 12 },
  reason: {
    header: { vi: 'Lý do không áp dụng', en: 'Why it does not apply' },
    width: 26,
    isText: true,
  },
  comment: { header: { vi: 'Ghi chú', en: 'Remark' }, width: 30, isText: true },
};

/** How the form is filled in, for whoever has only the file. */
export const HELP: readonly Text[] = [
  {
    vi: 'Chỉ điền vào các ô màu vàng của trang “Phiếu báo cáo”: câu trả lời, tổng số, lý do, ghi chú. Các ô khác được khoá; không thêm, xoá hay sửa mã câu hỏi.',
    en: 'Fill in the yellow cells of the sheet “Report” only: answer, total, reason, remark. The others are locked; add, remove or change no question codes.',
  },
  {
    vi: 'Ô trống là chưa trả lời; 0 là một câu trả lời; “Không áp dụng” là câu trả lời khác nữa và cần có lý do ở cột “Lý do không áp dụng”. Xoá một câu trả lời đã có nghĩa là bỏ câu trả lời đó.',
    en: 'An empty cell is no answer; 0 is an answer; “Does not apply” is another one and needs its reason in the column “Why it does not apply”. To empty a cell that had an answer takes that answer away.',
  },
  {
    vi: 'Số là số nguyên, chỉ gồm chữ số: viết 1234, không viết 1.234 hay 1,234. Với một phần của tổng số, viết số đếm được vào “Câu trả lời” và tổng số vào “Trên tổng số”; không viết phần trăm.',
    en: 'Numbers are whole and have digits only: write 1234 and not 1,234 or 1.234. For a part of a total, write the counted part under “Answer” and the total under “Of a total of”; write no percentages.',
  },
  {
    vi: 'Không dùng công thức: hãy gõ hoặc dán giá trị.',
    en: 'Use no formulas: type the value, or paste it as a value.',
  },
  {
    vi: 'Lưu dưới dạng “Excel Workbook (.xlsx)” rồi tải lên ở trang báo cáo của trường, hoặc gửi cho phòng, sở để tải lên. Trước khi lưu, hệ thống cho xem từng câu: cũ → mới. Tệp minh chứng được thêm ở trang báo cáo.',
    en: 'Save it as “Excel Workbook (.xlsx)” and upload it on the page of the report, or send it to the department to be uploaded. Before anything is saved, the hub shows each question: old → new. Evidence is added on the page of the report.',
  },
];
