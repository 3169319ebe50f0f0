import type { Text } from '../shared/text.js';

const NAMES: Readonly<Record<string, Text>> = {
  code: { vi: 'Mã', en: 'The code' },
  name: { vi: 'Tên', en: 'The name' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'The Vietnamese name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'The English name' },
  titleVi: { vi: 'Tên tiếng Việt', en: 'The Vietnamese title' },
  titleEn: { vi: 'Tên tiếng Anh', en: 'The English title' },
  document: { vi: 'Số văn bản', en: 'The number of the document' },
  issuer: { vi: 'Cơ quan ban hành', en: 'The issuer' },
  issuedOn: { vi: 'Ngày ban hành', en: 'The day of issue' },
  referenceDate: { vi: 'Ngày chốt số liệu', en: 'The reference date' },
  opensOn: { vi: 'Ngày mở', en: 'The opening day' },
  dueOn: { vi: 'Hạn nộp', en: 'The due date' },
  closesOn: { vi: 'Ngày đóng', en: 'The closing day' },
  validFrom: { vi: 'Ngày bắt đầu', en: 'The first day' },
  validTo: { vi: 'Ngày kết thúc', en: 'The last day' },
  lastDay: { vi: 'Ngày cuối', en: 'The last day' },
  description: { vi: 'Mô tả', en: 'The description' },
  agency: { vi: 'Cơ quan', en: 'The agency' },
  topic: { vi: 'Chủ đề', en: 'The topic' },
  source: { vi: 'Nguồn', en: 'The source' },
  note: { vi: 'Ghi chú', en: 'The note' },
};

/**
 * What a field of an input is called where a sentence begins. People read the sentence; programs
 * read the name in the graph, which is the error's `field`.
 */
export const fieldName = (field: string): Text =>
  NAMES[field] ?? { vi: 'Mục này', en: 'This entry' };

/** The same inside of a sentence. */
export function fieldNameWithin(field: string): Text {
  const { vi, en } = fieldName(field);
  const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  return { vi: lower(vi), en: lower(en) };
}
