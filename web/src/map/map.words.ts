import { wordsOf } from '../shared/words';

export const useMapWords = wordsOf('map', {
  title: ['Bản đồ: {{unit}}', 'Map: {{unit}}'],
  map: ['Bản đồ tỷ lệ hoàn thành', 'Map of the percentages completed'],
  'map-label': [
    'Bản đồ {{unit}}: {{group}}, {{what}}; mọi con số đều có trong bảng bên dưới',
    'Map of {{unit}}: {{group}}, {{what}}; every number is in the table below',
  ],
  dots: ['Biểu đồ xếp hạng', 'Ranked chart'],
  'no-shapes': [
    'Chưa có bản đồ ranh giới của các đơn vị bên dưới vào ngày này, nên số liệu được xếp theo thứ tự. Người vận hành nhập ranh giới bằng lệnh hub import boundaries.',
    'There are no borders of the units below on this date to draw a map, so the figures are ranked. An operator imports borders with hub import boundaries.',
  ],
  'no-parts': [
    'Không có đơn vị nào bên dưới đơn vị này vào ngày đã chọn.',
    'There are no units below this one on the chosen date.',
  ],
  figure: ['{{group}} · {{what}}, ngày {{day}}', '{{group}} · {{what}}, {{day}}'],
  hint: [
    'Chỉ vào một đơn vị trên bản đồ, hoặc chọn tên trong bảng, để xem số liệu.',
    'Point at a unit on the map, or at its name in the table, to see its figures.',
  ],
  known: [
    '{{name}}: {{percent}} ({{counts}}); cao nhất có thể {{most}}',
    '{{name}}: {{percent}} ({{counts}}); at most {{most}}',
  ],
  unknown: ['{{name}}: {{percent}}', '{{name}}: {{percent}}'],
  'unknown-figure': ['chưa biết (0–100%)', 'unknown (0–100%)'],
  nobody: ['không có cơ sở nào được tính', 'no institutions are counted'],
  'of-institutions': ['{{completed}}/{{institutions}} cơ sở', '{{completed}} of {{institutions}}'],
  class: ['{{from}}% – dưới {{to}}%', '{{from}}% to below {{to}}%'],
  'class-last': ['{{from}}% – {{to}}%', '{{from}}% to {{to}}%'],
  'class-unknown': [
    'Chưa có số liệu, không phải bằng 0: {{count}} đơn vị',
    'No figures, which does not mean zero: {{count}} units',
  ],
  range: [
    'Vạch: từ tỷ lệ đã biết đến cao nhất có thể nếu mọi cơ sở chưa báo cáo đều hoàn thành',
    'Line: from what is known to the most that it can be if all that have not reported had completed',
  ],
  'without-shape': [
    'Không có trên bản đồ vì chưa có ranh giới: {{names}}',
    'Not on the map, because their borders are missing: {{names}}',
  ],
  source: [
    'Ranh giới: {{source}} ({{licence}}), từ ngày {{day}}; đã đơn giản hoá, không dùng để đo đạc.',
    'Borders: {{source}} ({{licence}}), since {{day}}; simplified, not to be measured on.',
  ],
  table: ['Bảng số liệu', 'Table of the figures'],
  name: ['Đơn vị', 'Unit'],
  percent: ['Tỷ lệ', 'Percentage'],
  most: ['Cao nhất có thể', 'At most'],
  completed: ['Hoàn thành', 'Completed'],
  institutions: ['Số cơ sở', 'Institutions'],
  copy: ['Sao chép bảng', 'Copy the table'],
  file: ['ban-do', 'map'],
});
