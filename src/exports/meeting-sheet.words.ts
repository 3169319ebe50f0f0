/** What a meeting sheet says beside its verdict, in Vietnamese and in English. */
export const SHEET_WORDS = {
  title: [
    'Tiến độ chuyển đổi số trong giáo dục',
    'Progress in the digital transformation of education',
  ],
  'as-of': ['Số liệu đến ngày {{day}}', 'Figures as of {{day}}'],
  illustrative: [
    'SỐ LIỆU MINH HOẠ – KHÔNG PHẢI SỐ LIỆU CHÍNH THỨC',
    'DEMONSTRATION DATA – NOT OFFICIAL FIGURES',
  ],
  verdict: ['Kết luận', 'Verdict'],
  chart: ['Biểu đồ', 'Chart'],
  'chart-of': ['{{group}} · {{what}} (%), đến {{day}}', '{{group}} · {{what}} (%), as of {{day}}'],
  'chart-first': [
    'Biểu đồ vẽ {{count}} đơn vị còn xa chỉ tiêu nhất trong {{total}} đơn vị; bảng có đủ các đơn vị.',
    'The chart has the {{count}} of {{total}} units that are furthest behind; the table has them all.',
  ],
  parts: [
    'Các đơn vị bên dưới: {{group}} · {{what}}, đơn vị còn xa chỉ tiêu nhất đứng trước',
    'The units below: {{group}} · {{what}}, those furthest behind first',
  ],
  notes: ['Điều cần biết khi đọc số liệu', 'What to know when reading these figures'],
  rank: ['TT', 'No.'],
  unit: ['Đơn vị', 'Unit'],
  indicator: ['Chỉ số đo', 'Indicator'],
  percent: ['Hoàn thành (%)', 'Completed (%)'],
  'at-most': ['Cao nhất có thể (%)', 'At most (%)'],
  completed: ['Số cơ sở hoàn thành', 'Completed'],
  institutions: ['Số cơ sở', 'Institutions'],
  missing: ['Chưa báo cáo', 'Not reported'],
  target: ['Chỉ tiêu {{year}} (%)', 'Target {{year}} (%)'],
  gap: ['Còn thiếu (điểm)', 'Short by (points)'],
  'to-go': ['Còn thiếu (cơ sở)', 'Institutions to go'],
  unknown: ['chưa biết', 'unknown'],
  'series-completed': ['Hoàn thành', 'Completed'],
  'series-most': [
    'Cao nhất có thể (chưa có báo cáo được duyệt: chưa biết, không phải 0)',
    'At most (no approved report: unknown, not zero)',
  ],
  'series-target': ['Chỉ tiêu', 'Target'],
  'target-of': ['Chỉ tiêu năm {{year}}', 'Target for {{year}}'],
  'not-zero': [
    'Chưa báo cáo không có nghĩa là bằng 0: cơ sở chưa có báo cáo được duyệt nằm trong mẫu số, nên tỷ lệ thật nằm giữa “hoàn thành” và “cao nhất có thể”.',
    'Not reported does not mean zero: institutions without an approved report are in the denominator, so the true percentage lies between “completed” and “at most”.',
  ],
  method: [
    'Cách đánh giá tiến độ: {{id}}, phiên bản {{version}}.',
    'Method of the standing: {{id}}, version {{version}}.',
  ],
  AS_REPORTED: [
    'Tính theo địa giới tại ngày của số liệu.',
    'Counted on the borders of the day of the figures.',
  ],
  CURRENT_UNITS: ['Tính theo địa giới hiện nay.', 'Counted on the borders of today.'],
  page: ['Trang {{of}}/', 'Page {{of}} of '],
} as const;
