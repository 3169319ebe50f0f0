import type { FrameworkFile } from '../../src/frameworks/framework-file.js';
import { readFramework } from '../../src/frameworks/read-framework.js';

/** A small set of criteria with every form of answer, in two sections with three levels. */
export function everyAnswer(): FrameworkFile {
  const { file, problems } = readFramework(JSON.stringify(SET));
  if (!file) throw new Error(JSON.stringify(problems));
  return file;
}

const named = (vi: string, en: string) => ({ vi, en });
const level = (number: number, from: number, to: number | null) => ({
  level: number,
  name: named(`Mức ${number}`, `Level ${number}`),
  from,
  fromIncluded: true,
  to,
  toIncluded: false,
});
const question = (code: string, vi: string, answer: object, more: object = {}) => ({
  code,
  revision: 1,
  text: named(vi, vi),
  answer,
  ...more,
});

const SET = {
  format: 'edu-dx-hub/framework/1',
  code: 'every-answer',
  version: 1,
  name: named(
    'Bộ tiêu chí thử nghiệm của phòng, với đủ các dạng câu trả lời và một cái tên rất dài',
    'A framework to try, with every form of answer and a very long name',
  ),
  issuer: 'edu-dx-hub',
  sourceStatus: 'ILLUSTRATIVE',
  kinds: ['UPPER_SECONDARY_SCHOOL'],
  validFrom: '2026-01-01',
  scales: [
    {
      code: 'three',
      by: 'PERCENT',
      levels: [level(1, 0, 50), level(2, 50, 80), level(3, 80, null)],
    },
  ],
  level: { rule: 'LOWEST_SECTION', sections: ['1', '2'] },
  sections: [
    { code: '1', name: named('Nền tảng số', 'Platform'), maximum: 30, scale: 'three' },
    { code: '2', name: named('Quản trị', 'Governance'), maximum: 30, scale: 'three' },
  ],
  questions: [
    question('every-platform', 'Nền tảng dạy học', {
      kind: 'CHOICE',
      options: [
        { code: 'none', name: named('Chưa có', 'None'), share: 0 },
        { code: 'rented', name: named('Thuê ngoài', 'Rented'), share: 0.5 },
        { code: 'own', name: named('Của trường', 'Own'), share: 1 },
      ],
    }),
    question('every-courses', 'Số bài giảng trực tuyến', {
      kind: 'COUNT',
      unit: named('bài giảng', 'lessons'),
    }),
    question('every-name', 'Tên nền tảng', { kind: 'TEXT' }),
    question(
      'every-team',
      'Có bộ phận phụ trách',
      { kind: 'YES_NO' },
      { guidance: named('Có quyết định giao việc.', 'By a written order.') },
    ),
    question('every-records', 'Hồ sơ của trường', {
      kind: 'LEVEL',
      levels: [
        { level: 0, name: named('Trên giấy', 'On paper'), share: 0 },
        { level: 1, name: named('Trên máy', 'Digital'), share: 1 },
      ],
    }),
    question(
      'every-fees',
      'Có ký túc xá thu phí trực tuyến',
      { kind: 'YES_NO' },
      { mayNotApply: true },
    ),
    question('every-staff', 'Nhân viên đã bồi dưỡng', {
      kind: 'SHARE',
      unit: named('nhân viên', 'staff'),
    }),
  ],
  criteria: [
    { code: '1.1', section: '1', question: 'every-platform', points: { rule: 'ALL', maximum: 20 } },
    {
      code: '1.2',
      section: '1',
      question: 'every-courses',
      points: { rule: 'BANDS', maximum: 10, bands: [{ from: 10, points: 10 }] },
    },
    { code: '1.3', section: '1', question: 'every-name' },
    { code: '2.1', section: '2', question: 'every-team', condition: true },
    { code: '2.2', section: '2', question: 'every-records', points: { rule: 'ALL', maximum: 10 } },
    { code: '2.3', section: '2', question: 'every-fees', points: { rule: 'ALL', maximum: 10 } },
    {
      code: '2.4',
      section: '2',
      question: 'every-staff',
      points: { rule: 'PROPORTION', maximum: 10 },
    },
  ],
};
