import { wordsOf } from '../shared/words';

/** What a reader should know of a file before opening it. */
export const useEvidenceWords = wordsOf('evidence-link', {
  SCRIPT: [
    'PDF có mã lệnh. Hãy xem bằng trình duyệt.',
    'A PDF with a script. Look at it in the browser.',
  ],
  LAUNCH: [
    'PDF có thể mở chương trình hoặc tệp khác. Nếu được hỏi, đừng đồng ý.',
    'A PDF that can start a program or open another file. Do not agree when it asks.',
  ],
  EMBEDDED_FILE: [
    'Bên trong có tệp khác mà hệ thống chưa xem. Đừng mở tệp đó nếu không cần.',
    'Another file is inside, which the hub did not look into. Do not open it without need.',
  ],
  NOT_READABLE: [
    'Có phần được mã hoá hoặc nén theo cách lạ nên hệ thống không xem được.',
    'A part is encrypted or packed in an unusual way, so the hub could not look into it.',
  ],
  REFUSED_TODAY: [
    'Tệp gửi từ trước; nay hệ thống không nhận tệp như vậy (macro, tệp nén bên trong hoặc quá lớn).',
    'An earlier file; such files are refused today (macros, an archive inside, or too large).',
  ],
  NOT_LOOKED_INTO: [
    'Hệ thống chưa xem nội dung tệp này.',
    'The hub has not looked into this file yet.',
  ],
  NOT_EXAMINED: ['Chưa quét virus.', 'Not examined for viruses yet.'],
  WITHHELD: [
    'Đã bị cách ly vì có mã độc: không ai mở được, không tính là minh chứng.',
    'Withheld, because something harmful was found: nobody can open it, and it is no evidence.',
  ],
});
