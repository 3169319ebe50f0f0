import { wordsOf } from '../../shared/words';

/** What all tabs of the operations say. */
export const useOperationsWords = wordsOf('operations', {
  title: ['Điều hành', 'Operations'],
  rounds: ['Đợt báo cáo', 'Reporting rounds'],
  criteria: ['Bộ tiêu chí', 'Criteria'],
  plans: ['Kế hoạch và chỉ tiêu', 'Plans and targets'],
  imports: ['Nhập tệp', 'Imports'],
  accounts: ['Tài khoản', 'Accounts'],
  keys: ['Khoá truy cập', 'API keys'],
  webhooks: ['Webhook', 'Webhooks'],
  mail: ['Thư điện tử', 'Mail'],
  audit: ['Nhật ký thay đổi', 'Audit trail'],
  health: ['Tình trạng hệ thống', 'Health'],
  'for-planners': [
    'Phần này dành cho người lập kế hoạch của đơn vị; ở đây bạn không có gì để xem.',
    'This is for the planners of the unit; there is nothing here for you to see.',
  ],
  'for-both': [
    'Phần này dành cho người lập kế hoạch và người vận hành.',
    'This is for planners and operators.',
  ],
  'not-yours': [
    'Trang này dành cho người lập kế hoạch và người vận hành. Tài khoản của bạn hôm nay không có vai trò nào như vậy; nếu cần, hãy nhờ người vận hành giao vai trò.',
    'This page is for planners and operators, and your account has no such duty today. If you need one, ask an operator to give it to you.',
  ],
  'for-operators': [
    'Phần này dành cho người vận hành. Nếu cần, hãy nhờ một người vận hành giao vai trò đó cho tài khoản của bạn.',
    'This part is for operators. If you need it, ask an operator to give your account that duty.',
  ],
  total: ['Tất cả: {{total}}', 'In all: {{total}}'],
  'secret-of': ['Khoá bí mật của {{name}}', 'The secret of {{name}}'],
  'secret-once': [
    'Hãy sao chép và cất giữ ngay: khoá bí mật chỉ hiện một lần này, sau đó không ai xem lại được.',
    'Copy it and keep it safe now: it is shown this once, and nobody can see it again.',
  ],
  'secret-gone': [
    'Yêu cầu này đã được gửi trước đó, và khoá bí mật chỉ có trong câu trả lời đầu tiên. Nếu đã mất, hãy đổi khoá bí mật.',
    'This was asked before, and only the first answer told the secret. If it is lost, renew the secret.',
  ],
  'secret-copy': ['Sao chép khoá bí mật', 'Copy the secret'],
  'secret-kept': ['Đã cất giữ', 'I have kept it'],
  sure: ['Xác nhận: {{what}}', 'Confirm: {{what}}'],
});
