import { InstitutionKind } from '../../vocabulary/institution.enums.js';
import { CODE, column, NAME, needed, pair, text, type SheetForm } from './columns.js';

export const QUESTIONS: SheetForm = {
  name: text('câu hỏi', 'questions'),
  note: text('Câu hỏi, mỗi câu hỏi một lần', 'Questions, each of which is asked once'),
  columns: [
    column('code', 'CODE', CODE, text('Mã của câu hỏi', 'The code of the question'), needed),
    column(
      'revision',
      'NUMBER',
      text('lần sửa', 'revision'),
      text('Số lần sửa lời, từ 1', 'The number of the wording, from 1'),
      needed,
    ),
    column(
      'continues',
      'FLAG',
      text('tiếp nối', 'continues'),
      text(
        'yes: câu trả lời cho lần trước vẫn dùng được',
        'yes: answers to the revision before stay answers',
      ),
    ),
    ...pair('text', text('câu hỏi', 'text'), text('Lời câu hỏi', 'The question'), needed),
    ...pair('guidance', text('hướng dẫn', 'guidance'), text('Hướng dẫn trả lời', 'How to answer')),
    column(
      'answer.kind',
      'NAME',
      text('kiểu trả lời', 'answer'),
      text(
        'YES_NO, LEVEL, CHOICE (các mức và lựa chọn ở trang “options”), SHARE, COUNT (cần đơn vị) hoặc TEXT',
        'YES_NO, LEVEL, CHOICE (their levels and options are in the sheet “options”), SHARE, COUNT (both need a unit) or TEXT',
      ),
      { ...needed, names: ['YES_NO', 'LEVEL', 'SHARE', 'COUNT', 'CHOICE', 'TEXT'] },
    ),
    ...pair('answer.unit', text('đơn vị', 'unit'), text('Đơn vị đếm', 'What is counted')),
    column(
      'mayNotApply',
      'FLAG',
      text('có thể không áp dụng', 'may not apply'),
      text('yes: được trả lời “không áp dụng”', 'yes: “does not apply” is an answer'),
    ),
  ],
};

export const OPTIONS: SheetForm = {
  name: text('lựa chọn', 'options'),
  note: text(
    'Các mức và lựa chọn của câu hỏi LEVEL và CHOICE',
    'The levels and options of LEVEL and CHOICE questions',
  ),
  columns: [
    column(
      'question',
      'CODE',
      text('câu hỏi', 'question'),
      text('Mã của câu hỏi', 'The code of the question'),
      needed,
    ),
    column(
      'option',
      'CODE',
      text('lựa chọn', 'option'),
      text(
        'Số của mức, hoặc mã của lựa chọn',
        'The number of the level, or the code of the option',
      ),
      needed,
    ),
    ...pair(
      'name',
      NAME,
      text('Tên của mức hoặc lựa chọn', 'The name of the level or option'),
      needed,
    ),
    column(
      'share',
      'NUMBER',
      text('phần điểm', 'share'),
      text(
        'Phần của điểm tối đa, từ 0 đến 1 (hoặc ô phần trăm)',
        'Its share of the maximum points, from 0 to 1 (or a cell in percent)',
      ),
      needed,
    ),
  ],
};

export const CRITERIA: SheetForm = {
  name: text('tiêu chí', 'criteria'),
  note: text(
    'Tiêu chí: câu hỏi nào được dùng trong nhóm nào, bao nhiêu điểm',
    'Criteria: which question is used in which section, and for how many points',
  ),
  columns: [
    column('code', 'CODE', CODE, text('Mã của tiêu chí', 'The code of the criterion'), needed),
    column(
      'section',
      'CODE',
      text('nhóm', 'section'),
      text('Mã của nhóm', 'The code of its section'),
      needed,
    ),
    column(
      'question',
      'CODE',
      text('câu hỏi', 'question'),
      text('Mã của câu hỏi', 'The code of its question'),
      needed,
    ),
    column(
      'points.rule',
      'NAME',
      text('cách tính điểm', 'points rule'),
      text(
        'ALL, PROPORTION hoặc BANDS; để trống nếu không tính điểm',
        'ALL, PROPORTION or BANDS; empty without points',
      ),
      { names: ['ALL', 'PROPORTION', 'BANDS'] },
    ),
    column(
      'points.maximum',
      'NUMBER',
      text('điểm', 'points'),
      text('Điểm tối đa', 'The maximum points'),
    ),
    column(
      'points.bands',
      'BANDS',
      text('bậc điểm', 'bands'),
      text(
        'Chỉ với BANDS, chẳng hạn “1: 10; 20: 25; 50: 40”: từ 1 được 10 điểm, từ 20 được 25',
        'For BANDS only, such as “1: 10; 20: 25; 50: 40”: 10 points from 1 on, 25 from 20',
      ),
    ),
    column(
      'condition',
      'FLAG',
      text('điều kiện', 'condition'),
      text(
        'yes: chưa đạt thì nhóm ở mức thấp nhất',
        'yes: until it is met, its section stays at the lowest level',
      ),
    ),
    column(
      'evidence',
      'NAME',
      text('minh chứng', 'evidence'),
      text('REQUIRED, OPTIONAL hoặc NONE', 'REQUIRED, OPTIONAL or NONE'),
      { names: ['REQUIRED', 'OPTIONAL', 'NONE'] },
    ),
    column(
      'required',
      'FLAG',
      text('bắt buộc trả lời', 'required'),
      text('yes: phải trả lời', 'yes: an answer is needed'),
    ),
    column(
      'kinds',
      'NAMES',
      text('loại hình cơ sở', 'kinds'),
      text(
        'Chỉ hỏi các loại hình này; để trống: mọi loại hình của bộ tiêu chí',
        'Only these kinds are asked; empty: all kinds of the framework',
      ),
      { names: Object.values(InstitutionKind) },
    ),
  ],
};
