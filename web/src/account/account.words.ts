import { wordsOf } from '../shared/words';

export const useOwnAccountWords = wordsOf('account', {
  title: ['Tài khoản của tôi', 'My account'],
  'signs-in': ['{{name}}, đăng nhập bằng {{email}}.', '{{name}}, signing in with {{email}}.'],
  'no-email': [
    '{{name}}. Tài khoản đăng nhập qua nhà cung cấp danh tính và không có địa chỉ thư ở đây, nên không nhận thư.',
    '{{name}}. The account signs in through the issuer and has no e-mail here, so it gets no mail.',
  ],
  mails: ['Thư muốn nhận', 'Mails to get'],
  lead: [
    'Hệ thống gửi thư cho người báo cáo của cơ sở, và mỗi tuần cho người lập kế hoạch và thẩm định. Bỏ chọn loại thư không muốn nhận. Thư về đăng nhập và mật khẩu luôn được gửi.',
    'The hub writes to those who report for institutions, and weekly to planners and reviewers. Untick what you do not want. Mails about signing in and passwords are always sent.',
  ],
  decisions: ['Về kết quả thẩm định', 'About decisions'],
  reminders: ['Nhắc nộp báo cáo', 'Reminders of reports'],
  digests: ['Cho người lập kế hoạch và thẩm định', 'For planners and reviewers'],
  language: ['Ngôn ngữ của thư', 'Language of the mails'],
  BOTH: ['Tiếng Việt và tiếng Anh', 'Vietnamese and English'],
  VI: ['Tiếng Việt', 'Vietnamese'],
  EN: ['Tiếng Anh', 'English'],
  save: ['Lưu', 'Save'],
  saved: ['Đã lưu.', 'Saved.'],
  RETURNED: ['Báo cáo được trả lại', 'My report was returned'],
  APPROVED: ['Báo cáo được duyệt', 'My report was approved'],
  CORRECTED: ['Báo cáo đã duyệt được chỉnh sửa', 'My approved report was corrected'],
  ROUND_OPENED: ['Đợt báo cáo đã mở', 'A round has opened'],
  DUE_IN_14_DAYS: ['Còn 14 ngày đến hạn', 'Due in 14 days'],
  DUE_IN_3_DAYS: ['Còn 3 ngày đến hạn', 'Due in 3 days'],
  DUE_IN_1_DAY: ['Còn 1 ngày đến hạn', 'Due in 1 day'],
  OVERDUE: ['Đã quá hạn', 'Overdue'],
  REMINDER: ['Thư nhắc của đơn vị quản lý', 'A reminder of the department'],
  WEEKLY_DIGEST: ['Tình hình báo cáo mỗi tuần', 'How reports stand, every week'],
});
