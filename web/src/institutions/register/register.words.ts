import { wordsOf } from '../../shared/words';

/** The columns of the register, as people call them. */
export const COLUMNS = {
  name: ['Tên', 'Name'],
  kind: ['Loại', 'Kind'],
  levels: ['Cấp học', 'Levels taught'],
  ownership: ['Loại hình sở hữu', 'Ownership'],
  special_status: ['Loại trường đặc thù', 'Special status'],
  unit_code: ['Nơi trực thuộc', 'Where it stands'],
  opened_on: ['Ngày thành lập', 'Opened on'],
  closed_on: ['Ngày hoạt động cuối cùng', 'Last day'],
  source_status: ['Độ tin cậy', 'How sure it is'],
  code: ['Mã', 'Code'],
  code_from: ['Dùng mã từ ngày', 'First day of the code'],
  effective_on: ['Có hiệu lực từ ngày', 'In force from'],
  legal_document: ['Văn bản', 'Document'],
  valid_from: ['Ngày đầu tiên', 'First day'],
  valid_to: ['Ngày cuối cùng', 'Last day'],
  email: ['Thư điện tử của văn phòng', 'Mail of the office'],
  telephone: ['Điện thoại của văn phòng', 'Telephone of the office'],
} as const;

export const SPECIAL_STATUSES = ['ETHNIC_BOARDING', 'SPECIALISED'] as const;

export const useRegisterWords = wordsOf('institutions-register', {
  ...COLUMNS,
  other: ['Nội dung khác', 'Something else'],
  none: ['không có', 'none'],
  MERGED: ['Sáp nhập', 'Merged'],
  SPLIT: ['Chia tách', 'Split off'],
  ETHNIC_BOARDING: ['Phổ thông dân tộc nội trú', 'Boarding school for ethnic minorities'],
  SPECIALISED: ['Trường chuyên', 'Specialised school'],

  title: ['Hồ sơ trong sổ đăng ký', 'Its record in the register'],
  lead: [
    'Mỗi thay đổi có ngày, lý do và được xem trước khi lưu. Số liệu, đợt báo cáo và chỉ tiêu đi theo hồ sơ.',
    'Each change has a day and a reason, and is previewed before it is saved. Figures, rounds and targets follow the record.',
  ],
  preview: ['Xem trước', 'Preview'],
  saved: ['Đã lưu vào sổ đăng ký.', 'Saved in the register.'],
  reason: ['Lý do (quyết định, văn bản)', 'Reason (the decision)'],
  'not-in-your-units': [
    'Cơ sở hoặc nơi đã chọn không thuộc đơn vị bạn phụ trách. Hãy chọn nơi trong đơn vị của bạn, hoặc nhờ người vận hành.',
    'The institution, or the place that you chose, is not in a unit that you plan for. Choose a place in your unit, or ask an operator.',
  ],
  'changed-meanwhile': [
    'Trong khi bạn nhập, người khác đã thay đổi hồ sơ này. Trang đã đọc lại hồ sơ, những gì bạn nhập vẫn còn. Hãy xem lại rồi xem trước lần nữa.',
    'Somebody else has changed this record while you were typing. The page has read it again, and what you typed is still here. Look at it, and preview once more.',
  ],

  effect: ['Nếu lưu, điều gì sẽ thay đổi', 'What changes when you save'],
  'no-change': [
    'Không có gì thay đổi: sổ đăng ký đã ghi đúng như vậy.',
    'Nothing changes: the register says so already.',
  ],
  becomes: ['{{field}}: {{after}}', '{{field}}: {{after}}'],
  turns: ['{{field}}: {{before}} → {{after}}', '{{field}}: {{before}} → {{after}}'],
  'from-then': [', từ ngày {{since}}', ', from {{since}}'],
  'corrected-since': [
    ' (sửa lại cho cả thời gian từ ngày {{since}})',
    ' (corrected for all the time since {{since}})',
  ],
  corrected: [' (sửa lại cho cả thời gian từ trước đến nay)', ' (corrected for all the time)'],
  because: ['({{reason}})', '({{reason}})'],
  figures: ['Số liệu ngày {{day}}', 'Figures of {{day}}'],
  'no-figures': [
    'Không có số liệu nào của ngày {{day}} thay đổi.',
    'No figure of {{day}} changes.',
  ],
  'figure-turns': ['{{before}} → {{after}}', '{{before}} → {{after}}'],
  unit: ['Đơn vị', 'Unit'],
  group: ['Nhóm', 'Group'],
  institutions: ['Số cơ sở', 'Institutions'],
  completed: ['Hoàn thành cả bốn trụ cột', 'Completed all four pillars'],
  'rounds-joined': ['Phải báo cáo thêm trong', 'Is called, too, in'],
  'rounds-left': ['Không phải báo cáo nữa trong', 'Is not called any more in'],
  targets: ['Chỉ tiêu liên quan: {{count}}', 'Targets concerned: {{count}}'],

  change: ['Thay đổi thông tin, đổi tên, chuyển nơi', 'Change, rename or move'],
  'change-save': ['Lưu thay đổi', 'Save the change'],
  way: ['Vì sao thay đổi', 'Why it changes'],
  FROM: ['Có thay đổi từ một ngày', 'It changes from a day on'],
  CORRECTION: ['Ghi nhầm, sửa cho đúng', 'It was recorded wrongly'],
  from: ['Thay đổi từ ngày nào', 'From which day'],
  'from-lead': [
    'Thông tin mới có hiệu lực từ ngày bạn chọn; trước ngày ấy vẫn như cũ, và số liệu cũ không đổi.',
    'What is new holds from the day that you choose; before it everything stays as it was, and so do its figures.',
  ],
  'correction-lead': [
    'Thông tin hiện nay là sai và được sửa cho cả thời gian đã ghi; số liệu đã qua cũng được tính lại.',
    'What holds today was wrong and is corrected for all the time that it held; earlier figures are counted again.',
  ],
  'settle-lead': [
    'Chưa biết cơ sở thuộc xã nào: hãy chọn xã ở “Nơi trực thuộc”.',
    'Nobody has settled in which commune it is: choose the commune.',
  ],
  'no-special': ['Không', 'None'],

  close: ['Đóng cửa cơ sở', 'Close it'],
  'close-save': ['Ghi ngày đóng cửa', 'Record the closing'],
  'close-mend': ['Sửa ngày đóng cửa', 'Correct its last day'],
  'close-mend-save': ['Lưu ngày đóng cửa', 'Save its last day'],
  'close-lead': [
    'Cơ sở được tính đến hết ngày này. Báo cáo và hồ sơ cũ vẫn còn.',
    'It is counted until the end of this day. Its reports and its record stay.',
  ],
  'open-reports': ['Còn báo cáo chưa được duyệt', 'It has reports that nobody has decided on'],
  'close-anyway': [
    'Vẫn đóng cửa; các báo cáo giữ nguyên',
    'Close it anyway; they stay as they are',
  ],
  reopen: ['Bỏ việc đóng cửa', 'Take the closing back'],
  'reopen-save': ['Ghi là chưa từng đóng', 'Record that it never closed'],
  'reopen-lead': [
    'Dùng khi ghi nhầm: cơ sở được coi là chưa từng đóng, cho mọi ngày. Trường được lập lại là một cơ sở mới.',
    'For a closing that was recorded by mistake: it never closed, on any day. A school that is founded again is a new institution.',
  ],
  'add-code': ['Thêm hoặc đổi mã', 'Add or replace a code'],
  'add-code-save': ['Lưu mã', 'Save the code'],
  'beside-lead': [
    'Mã mới được dùng song song với các mã đang có. Để trống ngày nếu mã có từ khi thành lập.',
    'The new code stands beside those that it has. Leave the day empty when the code is as old as the institution.',
  ],
  'replaced-lead': [
    'Mã cũ hết hiệu lực vào ngày trước ngày bắt đầu dùng mã mới; tìm theo mã cũ vẫn thấy cơ sở.',
    'The old code ends on the day before the first day of the new one; it still leads to the institution.',
  ],
  replaces: ['Thay cho mã', 'In the place of'],
  'replaces-none': ['Không thay mã nào', 'None'],
  'code-of': ['{{code}} ({{system}})', '{{code}} ({{system}})'],
  succession: ['Sáp nhập, chia tách', 'Merge or split'],
  'succession-save': ['Lưu sáp nhập, chia tách', 'Save the merger or split'],
  'succession-lead': [
    'Việc ghi này không đóng cơ sở nào: cơ sở đã sáp nhập hết cần được đóng riêng, với ngày cuối là ngày trước ngày có hiệu lực.',
    'This closes none: what was merged away is closed by itself, with the day before as its last day.',
  ],
  'succession-way': ['Điều đã xảy ra', 'What happened'],
  'merged-into': ['Cơ sở này sáp nhập vào cơ sở khác', 'It was merged into another one'],
  'took-over': ['Cơ sở khác sáp nhập vào cơ sở này', 'Another one was merged into it'],
  'split-into': ['Cơ sở khác tách ra từ cơ sở này', 'Another one was split off from it'],
  'split-from': ['Cơ sở này tách ra từ cơ sở khác', 'It was split off from another one'],
  successor: ['Cơ sở tiếp nhận', 'What took over'],
  predecessor: ['Cơ sở trước đó', 'What there was before'],
  'optional-document': ['Số văn bản (có thể để trống)', 'Document (may be empty)'],

  'campus-add': ['Thêm phân hiệu, điểm trường', 'Add a campus'],
  'campus-add-save': ['Lưu điểm trường', 'Save the campus'],
  'campus-add-lead': [
    'Điểm trường không được tính riêng: nó báo cáo cùng cơ sở. Tìm theo mã của nó cũng thấy cơ sở này.',
    'A campus is not counted by itself: it reports with its institution. Its code leads to the institution, too.',
  ],
  'campus-system': [
    'Hệ thống cấp mã (để trống: như mã của cơ sở)',
    'Who gives the code (empty: as for the institution)',
  ],
  'campus-from': ['Ngày đầu tiên (có thể để trống)', 'First day (may be empty)'],
  'campus-last-day': [
    'Ngày hoạt động cuối cùng (để trống khi còn)',
    'Last day (empty while it exists)',
  ],
  'campus-change': ['Đổi tên, sửa, đóng điểm trường', 'Rename, correct or close a campus'],
  'campus-change-save': ['Lưu thay đổi của điểm trường', 'Save the change of the campus'],
  'campus-change-lead': [
    'Ghi ngày hoạt động cuối cùng để đóng điểm trường. Những gì đã ghi trước đây vẫn xem lại được.',
    'Give its last day to close it. What was recorded before can still be read.',
  ],
  campus: ['Phân hiệu, điểm trường', 'Campus'],
  'contact-change': ['Liên hệ của văn phòng', 'Contact of the office'],
  'contact-save': ['Lưu liên hệ', 'Save the contact'],
  'contact-lead': [
    'Không công khai: chỉ cơ sở, người xét duyệt, người lập kế hoạch ở đây và người vận hành thấy.',
    'Not public: it is seen by the institution, by those who review or plan here, and by operators.',
  ],

  choose: ['– chọn –', '– choose –'],
  create: ['Thêm cơ sở mới', 'New institution'],
  'create-lead': [
    'Để trống ngày thành lập nếu cơ sở có từ trước khi có hồ sơ. Để trống mã nếu chưa có: hệ thống sẽ cấp một mã tạm. Chưa biết xã thì chọn tỉnh, và xác định xã sau.',
    'Leave the opening day empty when it is older than our records. Leave the code empty when there is none: the hub gives one. Choose the province when the commune is not known, and settle it later.',
  ],
  'create-save': ['Thêm vào sổ đăng ký', 'Add it to the register'],
  system: ['Hệ thống cấp mã', 'Who gives the code'],
  'optional-code': ['Mã (có thể để trống)', 'Code (may be empty)'],
  'optional-opened': ['Ngày thành lập (có thể để trống)', 'Opened on (may be empty)'],
  'another-one': ['Giống một cơ sở đã có', 'It looks like a recorded one'],
  'is-another': ['Đây là một cơ sở khác', 'It is another one'],
});
