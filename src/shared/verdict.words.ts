/**
 * How a verdict is said, in Vietnamese and in English: the console says it on the screen, the hub in documents and in
 * previews of links, and both in the same words.
 */
export const VERDICT_WORDS = {
  verdict: [
    'Đến {{day}}, {{percent}} {{group}} ({{completed}}/{{institutions}}) đã hoàn thành {{what}}, nhiều nhất có thể là {{most}} nếu tính cả những cơ sở chưa có báo cáo được duyệt',
    'By {{day}}, {{percent}} of the {{group}} ({{completed}} of {{institutions}}) have completed {{what}}, at most {{most}} if all without an approved report had',
  ],
  'verdict-certain': [
    'Đến {{day}}, {{percent}} {{group}} ({{completed}}/{{institutions}}) đã hoàn thành {{what}}; mọi cơ sở đều có báo cáo được duyệt',
    'By {{day}}, {{percent}} of the {{group}} ({{completed}} of {{institutions}}) have completed {{what}}; all have an approved report',
  ],
  'verdict-unknown': [
    'Đến {{day}} chưa biết bao nhiêu trong {{institutions}} {{group}} đã hoàn thành {{what}} (0–100%), vì chưa có báo cáo nào được duyệt',
    'By {{day}} it is not known how many of the {{institutions}} {{group}} have completed {{what}} (0–100%), because no report is approved',
  ],
  GENERAL_EDUCATION: ['cơ sở giáo dục phổ thông', 'general education institutions'],
  COLLEGE_AND_VOCATIONAL: [
    'cơ sở cao đẳng và giáo dục nghề nghiệp',
    'colleges and vocational institutions',
  ],
  'all-four': ['cả bốn trụ cột', 'all four pillars'],
  'indicator-called': ['chỉ số “{{name}}”', 'the indicator “{{name}}”'],
  'verdict-nobody': [
    'Đến {{day}}, đơn vị này không có cơ sở nào thuộc diện tính chỉ tiêu.',
    'On {{day}} this unit has no institutions that the targets speak of.',
  ],
  'verdict-gap': [
    '; còn thiếu {{gap}} điểm phần trăm ({{count}} cơ sở) so với chỉ tiêu {{target}} năm {{year}}',
    ', {{gap}} percentage points ({{count}} institutions) short of the target of {{target}} for {{year}}',
  ],
  'verdict-target': [
    '; chỉ tiêu năm {{year}} là {{target}}',
    '; the target for {{year}} is {{target}}',
  ],
  'stands-ACHIEVED': ['Đã đạt chỉ tiêu', 'Target reached'],
  'stands-ON_TRACK': ['Đang đúng tiến độ', 'On the way, in time'],
  'stands-MODERATE': ['Chậm so với tiến độ', 'Somewhat behind'],
  'stands-LIMITED': ['Chậm nhiều so với tiến độ', 'Far behind'],
  'stands-REVERSING': ['Đang lùi so với mốc ban đầu', 'Going backwards'],
  'stands-MISSED': ['Không đạt chỉ tiêu', 'Target missed'],
  'stands-NO_TREND': [
    'Chưa đánh giá được tiến độ: mới có một mốc số liệu',
    'Too early to tell: there is only one date with figures',
  ],
  'stands-NO_DATA': ['Chưa biết: chưa có số liệu', 'Not known: nobody has counted'],
  'stands-NO_TARGET': ['Chưa có chỉ tiêu', 'No target is set'],
} as const;
