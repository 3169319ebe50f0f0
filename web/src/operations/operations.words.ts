import { wordsOf } from '../shared/words';

/** What all tabs of the operations say. */
export const useOperationsWords = wordsOf('operations', {
  title: ['Điều hành', 'Operations'],
  rounds: ['Đợt báo cáo', 'Reporting rounds'],
  plans: ['Kế hoạch và chỉ tiêu', 'Plans and targets'],
  audit: ['Nhật ký thay đổi', 'Audit trail'],
  'for-planners': [
    'Phần này dành cho người lập kế hoạch của đơn vị; ở đây bạn không có gì để xem.',
    'This is for the planners of the unit; there is nothing here for you to see.',
  ],
  'for-both': [
    'Phần này dành cho người lập kế hoạch và người vận hành.',
    'This is for planners and operators.',
  ],
  total: ['Tất cả: {{total}}', 'In all: {{total}}'],
  sure: ['Có, {{what}}', 'Yes: {{what}}'],
  none: ['Không chọn', 'None'],
  'copied-all': ['Đã sao chép cả danh sách.', 'The whole list was copied.'],
  'copy-yourself': [
    'Trình duyệt không cho sao chép tự động. Danh sách đã được chọn sẵn, hãy nhấn Ctrl+C.',
    'The browser does not let the page copy. The text is selected: press Ctrl+C.',
  ],
  'to-copy': ['Văn bản để sao chép', 'The text to copy'],
});
