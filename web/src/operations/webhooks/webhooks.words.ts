import { wordsOf } from '../../shared/words';

export const useWebhookWords = wordsOf('operations-webhooks', {
  lead: [
    'Mỗi thay đổi của số liệu công khai được gửi, kèm chữ ký, đến các địa chỉ dưới đây.',
    'Every change of public data is sent, signed, to the addresses below.',
  ],
  none: ['Chưa có webhook nào.', 'There is no webhook yet.'],
  url: ['Địa chỉ nhận', 'Address'],
  description: ['Của ai và dùng vào việc gì', 'Whose it is, and what for'],
  state: ['Tình trạng', 'State'],
  delivered: ['Lần gửi thành công cuối', 'Last delivery'],
  never: ['Chưa có', 'None yet'],
  change: ['Thay đổi', 'Change'],
  good: ['Đang gửi', 'Sending'],
  OPERATOR: ['Người vận hành đã tắt lúc {{at}}', 'Disabled by an operator on {{at}}'],
  FAILING: [
    'Tự tắt lúc {{at}} vì năm ngày không gửi được',
    'Disabled on {{at}} after five days of failures',
  ],
  failing: [
    'Không gửi được từ {{since}} ({{failure}}), số lần: {{failures}}; thử lại lúc {{next}}',
    'Failing since {{since}} ({{failure}}), attempts: {{failures}}; tried again on {{next}}',
  ],
  TIMEOUT: ['quá thời gian chờ', 'no answer in time'],
  UNREACHABLE: ['không kết nối được', 'cannot be reached'],
  ADDRESS_NOT_PUBLIC: [
    'địa chỉ không thuộc mạng công cộng',
    'the address is not of the open internet',
  ],
  SECRET_UNREADABLE: [
    'không đọc được khoá bí mật, hãy đổi khoá',
    'its secret cannot be read: renew it',
  ],
  add: ['Thêm webhook', 'Add a webhook'],
  stop: ['Tắt', 'Disable'],
  'stop-sure': [
    'Địa chỉ này không nhận gì nữa cho đến khi được bật lại; những gì bỏ lỡ sẽ được gửi khi bật lại.',
    'It is told nothing more until it is taken up again; what it missed is sent then.',
  ],
  'take-up': ['Bật lại', 'Take up again'],
  renew: ['Đổi khoá bí mật', 'Renew the secret'],
  'renew-sure': [
    'Khoá bí mật cũ không ký gì nữa: bên nhận phải dùng khoá mới ngay.',
    'The old secret signs nothing any more: the receiver has to use the new one at once.',
  ],
  done: ['Đã xong.', 'Done.'],
});
