import { wordsOf } from '../shared/words';

/** What is said to those who have no password yet, or have forgotten it. */
export const useSignInWords = wordsOf('sign-in', {
  'sign-in-name': ['Thư điện tử hoặc tên đăng nhập', 'E-mail or sign-in name'],
  factor: ['Mã xác thực', 'Code of your app'],
  'factor-hint': [
    'Mật khẩu đúng. Hãy nhập mã 6 chữ số trong ứng dụng xác thực; mất điện thoại thì nhập một mã dự phòng.',
    'The password is right. Enter the six digits of your authenticator app, or a recovery code if the telephone is gone.',
  ],
  through: ['Đăng nhập bằng {{name}}', 'Sign in with {{name}}'],
  'or-password': ['hoặc bằng mật khẩu', 'or with a password'],
  forgotten: ['Quên mật khẩu', 'Forgotten password'],
  'have-code': ['Tôi có mã mời', 'I have an invitation code'],
  invitation: ['Nhận lời mời', 'Accept the invitation'],
  'invitation-lead': [
    'Hãy đặt mật khẩu của riêng mình để bắt đầu. Lần sau đăng nhập bằng tên ghi trong thư mời và mật khẩu này.',
    'Set a password of your own to begin. From then on you sign in with the name in the invitation and this password.',
  ],
  'invitation-done': ['Đặt mật khẩu và đăng nhập', 'Set the password and sign in'],
  renew: ['Đặt mật khẩu mới', 'Set a new password'],
  'renew-lead': [
    'Sau khi đặt, mọi phiên đăng nhập khác của tài khoản này sẽ kết thúc.',
    'All other sign-ins of this account will end.',
  ],
  'renew-done': ['Đặt mật khẩu và đăng nhập', 'Set the password and sign in'],
  code: ['Mã trong thư', 'Code in the mail or letter'],
  'code-hint': [
    '20 chữ cái và chữ số; không phân biệt chữ hoa, chữ thường.',
    '20 letters and digits; small or capital.',
  ],
  password: ['Mật khẩu (từ 12 ký tự)', 'Password (12+ characters)'],
  again: ['Nhập lại mật khẩu', 'Password again'],
  differ: ['Hai lần nhập mật khẩu không giống nhau.', 'The two passwords differ.'],
  'request-lead': [
    'Hãy nhập thư điện tử mà bạn dùng để đăng nhập. Nếu có tài khoản với thư điện tử ấy, một thư với đường dẫn dùng một lần sẽ được gửi đến đó.',
    'Enter the e-mail with which you sign in. If there is an account with it, a mail with a link that works once is sent there.',
  ],
  'request-without': [
    'Tài khoản không có thư điện tử: hãy nhờ người vận hành ở cơ quan đã cấp tài khoản đặt lại mật khẩu.',
    'An account without an e-mail: ask an operator at the office that gave it to you to reset the password.',
  ],
  request: ['Gửi thư', 'Send the mail'],
  requested: [
    'Nếu có tài khoản với thư điện tử này, thư đã được gửi. Đường dẫn trong thư dùng được trong một giờ. Nếu vài phút nữa chưa thấy, hãy xem mục thư rác, rồi hỏi người vận hành.',
    'If there is an account with this e-mail, the mail is on its way. Its link works for an hour. If nothing comes within minutes, look among the unwanted mail, then ask an operator.',
  ],
  'to-sign-in': ['Về trang đăng nhập', 'Back to the sign-in'],
});
