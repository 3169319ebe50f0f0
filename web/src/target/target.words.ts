import { wordsOf } from '../shared/words';

export const useTargetWords = wordsOf('target', {
  title: ['Từ đây đến chỉ tiêu: {{unit}}', 'From here to the target: {{unit}}'],
  year: ['Chỉ tiêu của năm', 'Target of the year'],
  'no-target': [
    'Chưa đặt chỉ tiêu cho số liệu này, nên chưa biết cần thêm bao nhiêu cơ sở. Vẫn có thể xem cơ sở nào gần hoàn thành nhất.',
    'No target is set for these figures, so nobody can say how many institutions more are needed. You can still see which are nearest to completion.',
  ],
  reached: [
    'Đã đạt chỉ tiêu {{target}} năm {{year}}, không cần thêm cơ sở nào.',
    'The target of {{target}} for {{year}} is reached; no further institutions are needed.',
  ],
  nearest: ['Các cơ sở gần hoàn thành nhất', 'The institutions nearest to completion'],
  'nearest-lead': [
    'Cơ sở còn thiếu ít điểm nhất đứng trước. Đánh dấu cơ sở để biết tỷ lệ sẽ là bao nhiêu nếu các cơ sở đó hoàn thành. Đó là số giả định, không được lưu lại.',
    'Those that lack the fewest points come first. Tick some to see what the percentage would be if they completed it. That is an assumption; nothing of it is stored.',
  ],
  'answers-hidden': [
    'Ở đây là số điểm còn thiếu. Câu trả lời của từng cơ sở chỉ người phụ trách đơn vị xem được.',
    'Here are the points that are missing. Only those responsible for the unit see the answers of an institution.',
  ],
  'not-enough': [
    'Dù cả {{known}} cơ sở dưới đây hoàn thành vẫn chưa đạt chỉ tiêu. Số còn lại phải là những cơ sở chưa có báo cáo được duyệt.',
    'If all {{known}} institutions below completed it, the target would still not be reached. The others have to come from those without an approved report.',
  ],
  cut: [
    'Danh sách có {{most}} cơ sở gần nhất; mỗi lần chỉ giả định được cho các cơ sở này. Để xem thêm, hãy chọn một đơn vị cấp dưới.',
    'The list has the {{most}} nearest institutions, and only these can be assumed at a time. To see more, choose a unit below.',
  ],
  'tick-needed': [
    'Đánh dấu đủ {{count}} cơ sở gần nhất',
    'Tick the {{count}} nearest that are needed',
  ],
  'tick-all': ['Đánh dấu cả {{count}} cơ sở', 'Tick all {{count}}'],
  untick: ['Bỏ đánh dấu', 'Remove the ticks'],
  'show-all': ['Xem cả {{count}} cơ sở', 'Show all {{count}} institutions'],
  'copy-list': ['Sao chép danh sách', 'Copy the list'],
  file: ['co-so-gan-chi-tieu', 'institutions-near-the-target'],
  nobody: [
    'Chưa có báo cáo nào được duyệt, nên chưa biết cơ sở nào gần hoàn thành.',
    'No report is approved, so nobody knows which institutions are near.',
  ],
  'all-completed': [
    'Mọi cơ sở có báo cáo được duyệt đều đã hoàn thành.',
    'All institutions with an approved report have completed it.',
  ],
  'lacks-points': [
    '{{what}}: còn thiếu {{missing}} điểm (hiện có {{points}}/{{maximum}})',
    '{{what}}: {{missing}} points missing (now {{points}} of {{maximum}})',
  ],
  'lacks-required': [
    '{{what}}: đã đủ điểm (hiện có {{points}}/{{maximum}}), chưa đạt tiêu chí bắt buộc',
    '{{what}}: enough points (now {{points}} of {{maximum}}), but required criteria are not met',
  ],
  'lacks-stage': [
    '{{what}}: {{stage}} (hiện có {{points}}/{{maximum}} điểm)',
    '{{what}}: {{stage}} (now {{points}} of {{maximum}} points)',
  ],
  'lacks-completion': ['{{what}}: {{stage}}', '{{what}}: {{stage}}'],
  'lacks-report': ['{{what}}: chưa có số liệu', '{{what}}: nothing is known'],
  'lacks-answer': [
    '{{code}}. {{question}} (hiện nay: {{answer}}; cần: {{needed}})',
    '{{code}}. {{question}} (now: {{answer}}; needed: {{needed}})',
  ],
  'lacks-criterion': ['{{code}}. {{question}} (chưa đạt)', '{{code}}. {{question}} (not met)'],
  'at-least': ['ít nhất {{percent}}', 'at least {{percent}}'],
  'from-level': ['từ mức {{level}} trở lên', 'level {{level}} or higher'],
  unknown: ['Chưa biết còn thiếu gì', 'Where it is not known what is missing'],
  'unknown-lead': [
    'Những cơ sở này chưa có báo cáo được duyệt nên không xếp vào danh sách trên được. Chưa biết không có nghĩa là bằng 0.',
    'These have no approved report, so the list above cannot rank them. Not known does not mean zero.',
  ],
  NOT_REPORTED: ['Chưa báo cáo: {{count}} cơ sở', 'Not reported: {{count}} institutions'],
  IN_REVIEW: ['Đang duyệt: {{count}} cơ sở', 'In review: {{count}} institutions'],
  result: ['Nếu các cơ sở đã đánh dấu hoàn thành', 'If those that are ticked completed it'],
  'none-ticked': ['Chưa đánh dấu cơ sở nào.', 'Nothing is ticked yet.'],
  assumed: [
    'Nếu {{count}} cơ sở đã đánh dấu hoàn thành: {{percent}} ({{completed}}/{{institutions}}), nhiều nhất có thể là {{most}}.',
    'If the {{count}} that are ticked completed it: {{percent}} ({{completed}} of {{institutions}}), at most {{most}}.',
  ],
  'assumed-gap': [
    'Vẫn thiếu {{gap}} điểm phần trăm ({{count}} cơ sở) so với chỉ tiêu {{target}} năm {{year}}.',
    'Still {{gap}} percentage points ({{count}} institutions) short of the target of {{target}} for {{year}}.',
  ],
  'assumed-reached': [
    'Như vậy là đạt chỉ tiêu {{target}} năm {{year}}.',
    'That reaches the target of {{target}} for {{year}}.',
  ],
  lost: [
    '{{count}} cơ sở đánh dấu trong địa chỉ không có trong danh sách này nên không được tính: có thể đã hoàn thành, hoặc không thuộc lựa chọn hiện tại.',
    '{{count}} that the address ticks are not in this list and are not counted: they may have completed it, or are not of what is chosen.',
  ],
  code: ['Mã', 'Code'],
  name: ['Tên cơ sở', 'Institution'],
  kind: ['Loại hình', 'Kind'],
  unit: ['Đơn vị', 'Unit'],
  'missing-points': ['Số điểm còn thiếu', 'Points missing'],
  lacks: ['Còn thiếu', 'Lacks'],
  tick: ['Đánh dấu {{name}}', 'Tick {{name}}'],
  ticked: ['Đánh dấu', 'Ticked'],
  rank: ['Thứ tự', 'Rank'],
});
