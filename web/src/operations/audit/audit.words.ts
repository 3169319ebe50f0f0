import { wordsOf } from '../../shared/words';

export const useAuditWords = wordsOf('operations-audit', {
  download: ['Tải nhật ký của các ngày này (Excel)', 'Download the trail of these days (Excel)'],
  file: ['nhat-ky', 'trail'],
  at: ['Thời điểm', 'When'],
  what: ['Nội dung', 'What'],
  action: ['Việc', 'Action'],
  where: ['Đơn vị', 'Where'],
  change: ['Thay đổi', 'Change'],
  'open-change': ['Xem thay đổi', 'Show the change'],
  every: ['Tất cả', 'All'],
  account: ['Tài khoản', 'Account'],
  unit: ['Đơn vị', 'Unit'],
  institution: ['Cơ sở giáo dục', 'Institution'],
  from: ['Từ ngày', 'From'],
  to: ['Đến ngày', 'To'],
  show: ['Xem', 'Show'],
  nothing: ['Không có thay đổi nào như vậy.', 'There is no such change.'],
});
