import { wordsOf } from '../shared/words';

export const useResultWords = wordsOf('framework-result', {
  'whole-level': ['Cả bộ tiêu chí: {{level}}', 'The framework as a whole: {{level}}'],
  level: ['Mức {{level}}', 'Level {{level}}'],
  'points-of': ['{{points}}/{{maxPoints}} điểm', '{{points}} of {{maxPoints}} points'],
  'to-next': [
    'Còn thiếu {{points}} điểm để lên mức tiếp theo.',
    '{{points}} points are missing to the next level.',
  ],
  'to-next-by-points': [
    'Tính riêng theo điểm, còn thiếu {{points}} điểm để lên mức tiếp theo.',
    'By points alone, {{points}} are missing to the next level.',
  ],
  unmet: [
    'Đang xếp ở mức thấp nhất vì chưa đạt các điều kiện bắt buộc:',
    'Kept at the lowest level because these conditions are not met:',
  ],
  declared: [
    'Điểm tối đa theo công bố: {{maximum}}. {{reason}}',
    'Declared maximum: {{maximum}} points. {{reason}}',
  ],
  'declared-only': [
    'Điểm tối đa của nhóm: {{maximum}}; ở đây chỉ tính những câu áp dụng cho cơ sở này.',
    'The section has at most {{maximum}} points; only what applies to this institution counts here.',
  ],
  UNCONFIRMED: [
    'Nguồn của bộ tiêu chí này chưa được xác nhận; điểm và mức chỉ để tham khảo.',
    'The source of this framework is not confirmed: take its points and levels as a guide only.',
  ],
  ILLUSTRATIVE: [
    'Bộ tiêu chí minh hoạ, không do cơ quan nào ban hành; điểm và mức chỉ để tham khảo.',
    'An illustrative framework that no authority has issued: take its points and levels as a guide only.',
  ],
});
