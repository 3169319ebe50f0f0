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
});
