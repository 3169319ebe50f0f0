import { wordsOf } from '../shared/words';

export const useCompareWords = wordsOf('compare', {
  title: ['So sánh', 'Compare'],
  'lead-units': [
    '{{group}} · {{what}} · địa giới: {{basis}} · ngày: {{day}}',
    '{{group}} · {{what}} · borders of: {{basis}} · date: {{day}}',
  ],
  'lead-days': [
    '{{unit}} · {{group}} · {{what}} · địa giới: {{basis}}',
    '{{unit}} · {{group}} · {{what}} · borders of: {{basis}}',
  ],
  latest: ['mới nhất của mỗi đơn vị', 'the latest of each unit'],
  by: ['So sánh gì', 'What is compared'],
  'by-units': ['Nhiều đơn vị, một ngày', 'Several units, one date'],
  'by-days': ['Một đơn vị, nhiều ngày', 'One unit, several dates'],
  'add-unit': ['Thêm một đơn vị', 'Add a unit'],
  'new-day': ['Ngày khác để so sánh', 'A further date to compare'],
  'add-day': ['Thêm ngày này', 'Add this date'],
  'day-hint': [
    'Khi chưa chọn ngày nào: mốc số liệu của các đợt báo cáo mới nhất',
    'As long as none is chosen: the reference dates of the newest rounds',
  ],
  'chosen-units': ['Các đơn vị đang so sánh', 'The units that are compared'],
  'chosen-days': ['Các ngày đang so sánh', 'The dates that are compared'],
  remove: ['Bỏ {{name}}', 'Leave out {{name}}'],
  'full-units': [
    'Chưa thêm {{name}}: mỗi lần so sánh nhiều nhất {{most}} đơn vị. Hãy bỏ bớt một đơn vị rồi thêm lại.',
    '{{name}} has not been added: at most {{most}} units are compared at once. Leave one out, then add it again.',
  ],
  'full-days': [
    'Chưa thêm ngày {{name}}: mỗi lần so sánh nhiều nhất {{most}} ngày. Hãy bỏ bớt một ngày rồi thêm lại.',
    '{{name}} has not been added: at most {{most}} dates are compared at once. Leave one out, then add it again.',
  ],
  'many-units': [
    'Địa chỉ này nêu {{count}} đơn vị. Mỗi lần so sánh nhiều nhất {{most}}: chỉ hiện {{most}} đơn vị đầu tiên.',
    'This address names {{count}} units. At most {{most}} are compared at once: the first {{most}} are shown.',
  ],
  'many-days': [
    'Địa chỉ này nêu {{count}} ngày. Mỗi lần so sánh nhiều nhất {{most}}: chỉ hiện {{most}} ngày đầu tiên.',
    'This address names {{count}} dates. At most {{most}} are compared at once: the first {{most}} are shown.',
  ],
  gone: [
    'Địa chỉ này nêu đơn vị không có trong trung tâm dữ liệu ({{count}}); đơn vị đó không được hiện.',
    'This address names units that the hub does not have ({{count}}); they are not shown.',
  ],
  alone: [
    'Hãy thêm ít nhất một đơn vị hoặc một ngày nữa để so sánh.',
    'Add at least one more unit or date to compare.',
  ],
  'no-days': [
    'Đơn vị này chưa có đợt báo cáo nào. Hãy thêm ngày để so sánh.',
    'This unit has no round yet. Add dates to compare.',
  ],
  panels: ['So sánh bằng hình', 'Side by side'],
  scale: [
    'Mọi thanh dùng cùng một thang từ 0 đến 100%. Chưa có báo cáo là chưa biết, không phải bằng 0.',
    'All bars have the same scale, from 0 to 100%. Without a report nothing is known, which is not zero.',
  ],
  figure: [
    '{{percent}} ({{completed}}/{{institutions}} cơ sở)',
    '{{percent}} ({{completed}} of {{institutions}} institutions)',
  ],
  most: ['Cao nhất có thể: {{percent}}', 'At most: {{percent}}'],
  'is-unknown': [
    'Chưa có báo cáo nào được duyệt trong {{institutions}} cơ sở.',
    'Of {{institutions}} institutions none has an approved report.',
  ],
  nobody: ['Không có cơ sở nào được tính.', 'No institutions are counted.'],
  'no-target': ['Chưa có chỉ tiêu', 'No target is set'],
  outside: [
    'Không có số liệu: đơn vị này chỉ có từ {{from}} đến {{to}}. Chọn địa giới hiện nay để tính lại cho những ngày trước đó.',
    'No figures: this unit was there from {{from}} to {{to}} only. Choose the borders of now to restate earlier dates.',
  ],
  begun: ['khi có hồ sơ', 'the first records'],
  now: ['nay', 'now'],
  table: ['Bảng số liệu', 'The figures in a table'],
  unit: ['Đơn vị', 'Unit'],
  'no-figures': ['không có số liệu', 'no figures'],
  'of-figures': ['{{completed}}/{{institutions}}', '{{completed}} of {{institutions}}'],
  'unknown-of': ['chưa biết, trong {{institutions}}', 'unknown, of {{institutions}}'],
  'target-told': ['{{percent}}: {{standing}}', '{{percent}}: {{standing}}'],
  'target-gap': ['{{percent}}: {{standing}} ({{gap}})', '{{percent}}: {{standing}} ({{gap}})'],
  'copy-table': ['Sao chép bảng', 'Copy the table'],
  'warned-by': ['{{name}}: {{message}}', '{{name}}: {{message}}'],
  file: ['so-sanh', 'comparison'],
});
