import { wordsOf } from '../shared/words';

export const useSearchWords = wordsOf('search', {
  search: ['Tìm kiếm', 'Search'],
  hint: ['Tìm đơn vị, cơ sở… (phím /)', 'Find a unit, an institution… (key /)'],
  'hint-keeper': [
    'Tìm đơn vị, cơ sở, đợt, kế hoạch… (phím /)',
    'Find units, institutions, rounds, plans… (key /)',
  ],
  open: ['Mở ô tìm kiếm', 'Open the search'],
  units: ['Đơn vị hành chính', 'Administrative units'],
  institutions: ['Cơ sở giáo dục', 'Institutions'],
  rounds: ['Đợt báo cáo', 'Reporting rounds'],
  plans: ['Kế hoạch', 'Plans'],
  found: [
    '{{count}} kết quả. Dùng phím mũi tên để chọn.',
    'Found: {{count}}. Choose with the arrow keys.',
  ],
  none: [
    'Không tìm thấy “{{text}}”. Hãy thử một phần của tên hoặc cả mã.',
    'Nothing is called “{{text}}”. Try a part of the name or the whole code.',
  ],
});
