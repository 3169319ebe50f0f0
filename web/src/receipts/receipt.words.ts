import { wordsOf } from '../shared/words';

export const useReceiptWords = wordsOf('receipt', {
  title: ['Biên nhận báo cáo', 'Receipt of a report'],
  link: ['Biên nhận để in', 'Receipt to print'],
  print: ['In biên nhận', 'Print the receipt'],
  lead: [
    'In ra giấy A4, hoặc chọn “Lưu dưới dạng PDF” trong hộp thoại in.',
    'Print it on A4, or choose “Save as PDF” when the browser asks how to print.',
  ],
  none: [
    'Chưa có biên nhận: báo cáo chưa được nộp, hoặc đã rút lại.',
    'There is no receipt: the report was not handed in, or was withdrawn.',
  ],
  unknown: [
    'Không có báo cáo này, hoặc tài khoản này không được xem. Hãy mở biên nhận từ trang báo cáo của trường.',
    'There is no such report, or this account may not see it. Open the receipt from the report of the school.',
  ],
  institution: ['Cơ sở', 'Institution'],
  code: ['Mã', 'Code'],
  place: ['Địa bàn', 'Place'],
  round: ['Đợt báo cáo', 'Round'],
  'reference-date': ['Số liệu tính đến ngày', 'Figures as of'],
  due: ['Hạn nộp', 'Due'],
  revision: ['Lần nộp thứ', 'Time handed in'],
  'handed-in': ['Nộp lúc', 'Handed in at'],
  'handed-in-by': ['{{at}}, người nộp: {{by}}', '{{at}}, by {{by}}'],
  decision: ['Kết quả duyệt', 'Decision'],
  'not-decided': ['Chưa duyệt', 'Not decided yet'],
  decided: ['{{decision}} lúc {{at}}, người duyệt: {{by}}', '{{decision}} at {{at}}, by {{by}}'],
  note: ['Ghi chú', 'Note'],
  question: ['Câu hỏi', 'Question'],
  answer: ['Trả lời', 'Answer'],
  evidence: ['Minh chứng', 'Evidence'],
  'changed-to': [
    'Người duyệt đổi thành: {{answer}} ({{reason}})',
    'The reviewer changed it to: {{answer}} ({{reason}})',
  ],
  made: ['Lập lúc {{at}} từ {{address}}', 'Made at {{at}} from {{address}}'],
});
