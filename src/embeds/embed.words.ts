/** What a page in the frame of another one says beside its verdict, in Vietnamese and in English. */
export const EMBED_WORDS = {
  'as-of': [
    'Chuyển đổi số trong giáo dục · số liệu đến ngày {{day}}',
    'Digital transformation of education · figures as of {{day}}',
  ],
  illustrative: [
    'Số liệu minh hoạ – không phải số liệu chính thức',
    'Demonstration data – not official figures',
  ],
  completed: ['Hoàn thành', 'Completed'],
  most: [
    'Có thể thêm: chưa có báo cáo được duyệt, chưa biết, không phải 0',
    'Could be more: no approved report, unknown, not zero',
  ],
  target: ['Chỉ tiêu {{year}}', 'Target {{year}}'],
  whole: ['Xem đầy đủ', 'See all of it'],
  unknown: [
    'Không có đơn vị nào mang mã này vào ngày đã chọn.',
    'No unit had this code on the chosen date.',
  ],
} as const;
