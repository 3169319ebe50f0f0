import { wordsOf } from '../shared/words';

export const useAuditWords = wordsOf('operations-audit', {
  at: ['Lúc', 'When'],
  who: ['Ai', 'Who'],
  action: ['Việc', 'Action'],
  subject: ['Về', 'Of what'],
  where: ['Ở đâu', 'Where'],
  change: ['Thay đổi', 'Change'],
  before: ['Trước', 'Before'],
  after: ['Sau', 'After'],
  'open-change': ['Xem thay đổi', 'Show the change'],
  'action-hint': ['Tên của việc, ví dụ reportingRoundCreate', 'Such as reportingRoundCreate'],
  from: ['Từ ngày', 'From'],
  to: ['Đến ngày', 'To'],
  show: ['Xem', 'Show'],
  nothing: ['Không có thay đổi nào như vậy.', 'There is no such change.'],
});
