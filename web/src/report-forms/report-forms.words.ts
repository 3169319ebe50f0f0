import { wordsOf } from '../shared/words';

export const useReportFormsWords = wordsOf('report-forms', {
  title: ['Làm báo cáo bằng Excel', 'Report by Excel'],
  'own-lead': [
    'Khi không có mạng: tải phiếu về, điền vào các ô màu vàng rồi tải lên ở đây, hoặc gửi cho phòng, sở.',
    'Without a network: download the form, fill in the yellow cells, and upload it here or send it to the department.',
  ],
  download: ['Tải phiếu báo cáo (Excel)', 'Download the form (Excel)'],
  'form-file': ['phieu-bao-cao', 'report-form'],
  'units-title': ['Phiếu Excel của các trường', 'The schools’ forms in Excel'],
  'units-lead': [
    'Một tệp ZIP có phiếu của từng cơ sở còn phải nộp, để gửi cho trường không có mạng.',
    'A ZIP file with the form of each institution that has something to hand in still, to be sent to schools without a network.',
  ],
  'download-all': ['Tải phiếu của các trường (ZIP)', 'Download the schools’ forms (ZIP)'],
  'upload-title': ['Tải phiếu đã điền lên', 'Upload forms that were filled in'],
  'upload-lead': [
    'Có thể chọn nhiều tệp một lúc. Mỗi phiếu được xem trước từng câu; chưa có gì được lưu cho đến khi bạn bấm lưu hay nộp. Người nộp thay trường không được duyệt báo cáo đó.',
    'Several files may be chosen at once. Each form is shown answer by answer first; nothing is saved until you press save or hand in. Whoever hands in for a school does not approve that report.',
  ],
  drop: [
    'Kéo phiếu đã điền (.xlsx) vào đây, hoặc chọn tệp.',
    'Drop filled-in forms (.xlsx) here, or choose them.',
  ],
  choose: ['Chọn phiếu đã điền', 'Choose filled-in forms'],
  reading: ['Đang đọc phiếu…', 'Reading the form…'],
  unreadable: [
    'Không đọc được tệp “{{name}}”. Hãy kiểm tra tệp có ở đó không, rồi chọn lại.',
    'The file “{{name}}” cannot be read. See whether it is there, and choose it again.',
  ],
  'too-big': [
    'Tệp “{{name}}” quá lớn cho một phiếu. Hãy xoá hình ảnh đã dán và các trang đã thêm.',
    'The file “{{name}}” is too large for a form. Remove pictures and sheets that were added.',
  ],
  changes: ['{{count}} câu trả lời sẽ đổi', 'Answers that will change: {{count}}'],
  'no-change': [
    'Phiếu không có câu trả lời nào khác với hệ thống.',
    'The form has no answer that differs from the hub.',
  ],
  question: ['Câu hỏi', 'Question'],
  before: ['Đang có', 'Now'],
  after: ['Sẽ thành', 'Will be'],
  meanwhile: [
    'Đã đổi trên hệ thống sau khi tải phiếu về',
    'Changed in the hub after the form was downloaded',
  ],
  'clash-lead': [
    'Có câu đã được đổi trên hệ thống sau khi phiếu này được tải về. Lưu phiếu sẽ thay các câu đó.',
    'Some answers were changed in the hub after this form was downloaded. Saving the form replaces them.',
  ],
  problems: ['Các ô cần sửa', 'Cells to be mended'],
  where: ['Ở đâu', 'Where'],
  cell: ['{{sheet}}, ô {{cell}}', '{{sheet}}, cell {{cell}}'],
  problem: ['Vấn đề', 'Problem'],
  missing: ['Lưu nháp được; để nộp còn thiếu:', 'It can be saved; to be handed in it lacks:'],
  save: ['Lưu bản nháp', 'Save as a draft'],
  submit: ['Nộp báo cáo từ phiếu', 'Hand in the form'],
  saved: ['Đã lưu bản nháp.', 'Saved as a draft.'],
  submitted: ['Đã nộp báo cáo.', 'The report was handed in.'],
  leave: ['Bỏ phiếu này', 'Leave this form'],
  close: ['Đóng', 'Close'],
  'look-again': ['Xem lại với dữ liệu mới', 'Look again at what is there now'],
  'save-all': ['Lưu nháp {{count}} phiếu', 'Save {{count}} forms as drafts'],
  'submit-all': ['Nộp {{count}} phiếu', 'Hand in {{count}} forms'],
  'all-lead': [
    'Phiếu có lỗi, hoặc thay câu trả lời vừa đổi trên hệ thống, phải xem từng phiếu.',
    'Forms with faults, or that replace answers changed in the hub meanwhile, are decided on one by one.',
  ],
});
