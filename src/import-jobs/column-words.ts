import type { Text } from '../shared/text.js';

const text = (vi: string, en: string): Text => ({ vi, en });

const LEGAL_DOCUMENT = text(
  'văn bản; để trống khi không rõ',
  'the document; empty when none is known',
);

export const UNIT_WORDS: Record<string, Text> = {
  kind: text('cấp của đơn vị', 'the kind of the unit'),
  code: text('mã của đơn vị', 'the code of the unit'),
  name: text('tên tiếng Việt; đơn vị mới phải có', 'the Vietnamese name; a new unit needs it'),
  name_en: text('tên tiếng Anh', 'the English name'),
  parent_code: text(
    'mã của đơn vị cấp trên; đơn vị mới phải có, trừ cấp tỉnh',
    'the code of the unit above; a new unit needs it, except for provinces',
  ),
  valid_from: text(
    'ngày đầu tiên; để trống: từ trước khi có hồ sơ',
    'the first day; empty since before our records',
  ),
  valid_to: text('ngày cuối cùng; để trống khi còn', 'the last day; empty while it exists'),
  legal_document: LEGAL_DOCUMENT,
};

export const SUCCESSION_WORDS: Record<string, Text> = {
  kind: text('cấp của đơn vị', 'the kind of the units'),
  predecessor_code: text('mã của đơn vị cũ', 'the code of the predecessor'),
  successor_code: text('mã của đơn vị kế thừa', 'the code of the successor'),
  effective_on: text('ngày đầu tiên của đơn vị kế thừa', 'the first day of the succession'),
  extent: text(
    'WHOLE: toàn bộ đơn vị cũ; PART: một phần',
    'WHOLE: all of the predecessor; PART: a part of it',
  ),
  legal_document: LEGAL_DOCUMENT,
};

export const PUBLISHED_INDEX_WORDS: Record<string, Text> = {
  unit_kind: text('cấp của đơn vị', 'the kind of the unit'),
  unit_code: text(
    'mã của đơn vị vào ngày cuối năm',
    'the code of the unit on the last day of the year',
  ),
  year: text('năm của kết quả', 'the year of the result'),
  index_code: text('mã chỉ số, như DTI', 'the code of the index, such as DTI'),
  value: text('kết quả từ 0 đến 1, như 0.7123', 'the result from 0 to 1, such as 0.7123'),
  source: text('văn bản công bố', 'the document that published it'),
  source_status: text('độ chắc chắn', 'how certain it is'),
  rank: text('thứ hạng; để trống khi không công bố', 'the rank; empty when none was published'),
  of_how_many: text('trên bao nhiêu đơn vị được xếp hạng', 'of how many ranked units'),
  note_vi: text(
    'ghi chú tiếng Việt; có cả hai hoặc không',
    'a Vietnamese note; both notes or none',
  ),
  note_en: text('ghi chú tiếng Anh; có cả hai hoặc không', 'an English note; both notes or none'),
};

/** The English of the following stands where the command line finds it. */
export const INSTITUTION_WORDS: Record<string, string> = {
  system:
    'nơi cấp mã, như MOET; nếu mã chỉ là duy nhất trong một tỉnh thì ghi cả tỉnh: ADMISSIONS-67',
  code: 'mã trong hệ thống đó; nhờ mã mà nhận ra cơ sở đã có. Để trống khi cơ sở chưa có mã: sẽ được cấp mã của hệ thống HUB, và nhận ra lại theo tên, xã và ngày thành lập',
  name: 'tên tiếng Việt; cột này và bốn cột sau có thể bỏ khi mọi cơ sở đã có trong hồ sơ',
  kind: 'loại cơ sở',
  levels: 'một hoặc nhiều cấp học, cách nhau bằng dấu |',
  ownership: 'loại hình sở hữu',
  unit_code:
    'xã có mã này vào ngày changed_on; không có ngày thì vào ngày đầu cơ sở ở nơi hiện nay',
  unit_kind:
    'để trống là COMMUNE; ghi PROVINCE hoặc DISTRICT khi chưa biết xã: cơ sở sẽ nằm trong danh sách chờ xác định xã',
  changed_on:
    'ngày có mọi thay đổi của dòng: tên mới, chuyển nơi, loại khác. Để trống: hồ sơ đã sai và được sửa, trừ khi có “Ngày thay đổi” chung',
  opened_on: 'ngày thành lập; để trống thì không nói gì',
  closed_on:
    'ngày cuối; để trống khi còn hoạt động. Bỏ trống ở cơ sở đã đóng là mở lại, và sẽ được hỏi',
  special_status: 'để trống khi không có',
  code_from: 'ngày bắt đầu dùng mã; phải có khi ghi replaces_code',
  replaces_code: 'mã bị mã này thay; mã ấy hết hiệu lực vào hôm trước code_from',
  replaces_system: 'hệ thống của replaces_code; chỉ cần khi nhiều hệ thống có mã đó',
  other_code: 'mã mà cơ sở có trong hệ thống khác và vẫn dùng, song song với mã của dòng này',
  other_system: 'hệ thống của other_code; chỉ cần khi nhiều hệ thống có mã đó',
  source_status: 'độ chắc chắn; để trống thì không nói gì, với cơ sở mới là CONFIRMED',
};

export const INSTITUTION_SUCCESSION_WORDS: Record<string, string> = {
  predecessor_code: 'mã mà cơ sở cũ có vào hôm trước effective_on, hoặc mã cuối trước đó',
  successor_code: 'mã mà cơ sở tiếp nhận có vào ngày effective_on',
  effective_on: 'ngày đầu tiên sau khi tiếp nhận',
  kind: 'MERGED: cơ sở cũ chấm dứt và được sáp nhập; SPLIT: cơ sở mới được tách ra từ cơ sở cũ',
  predecessor_system: 'hệ thống của predecessor_code; chỉ cần khi nhiều hệ thống có mã đó',
  successor_system: 'hệ thống của successor_code; chỉ cần khi nhiều hệ thống có mã đó',
  legal_document: 'quyết định; để trống khi không rõ',
};

export const CAMPUS_WORDS: Record<string, string> = {
  institution_code: 'một mã của cơ sở giáo dục có điểm trường',
  code: 'mã của điểm trường',
  institution_system: 'hệ thống của institution_code; chỉ cần khi nhiều hệ thống có mã đó',
  system: 'hệ thống của code; để trống là hệ thống của mã cơ sở',
  name: 'tên tiếng Việt của điểm trường; điểm trường mới phải có',
  unit_code: 'xã có mã này vào ngày valid_from, hoặc hôm nay; điểm trường mới phải có',
  valid_from: 'ngày đầu tiên; để trống: từ trước khi có hồ sơ',
  valid_to: 'ngày cuối cùng; để trống khi còn',
};
