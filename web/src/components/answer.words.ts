import { wordsOf } from '../shared/words';

/** What answers are called, wherever they are given or read. */
export const useAnswerWords = wordsOf('answer', {
  yes: ['Có', 'Yes'],
  no: ['Không', 'No'],
  unanswered: ['Chưa trả lời', 'Not answered'],
  'level-n': ['Mức {{level}}', 'Level {{level}}'],
  'level-named': ['Mức {{level}}: {{name}}', 'Level {{level}}: {{name}}'],
  'does-not-apply': ['Không áp dụng: {{reason}}', 'Does not apply: {{reason}}'],
  'why-not': ['Hãy nêu lý do không áp dụng.', 'Say why it does not apply.'],
  'count-of': ['{{count}} {{unit}}', '{{count}} {{unit}}'],
  'not-whole': [
    '“{{typed}}” không phải là số nguyên. Hãy chỉ ghi chữ số, ví dụ 1234.',
    '“{{typed}}” is no whole number. Write digits only, such as 1234.',
  ],
  'too-large': [
    '“{{typed}}” quá lớn; nhiều nhất là 1.000.000.',
    '“{{typed}}” is too large; at most 1,000,000.',
  ],
  'too-long': [
    'Có {{length}} ký tự; nhiều nhất là {{most}}. Hãy rút ngắn.',
    'It has {{length}} characters; at most {{most}} are taken. Shorten it.',
  ],
  'length-of': ['{{length}}/{{most}} ký tự', '{{length}} of {{most}} characters'],
  'part-of': ['{{part}}/{{total}}', '{{part}} of {{total}}'],
});
