import { Pillar } from '../../vocabulary/framework.enums.js';
import { InstitutionGroup, InstitutionKind } from '../../vocabulary/institution.enums.js';
import { CODE, column, NAME, needed, pair, text, type SheetForm } from './columns.js';

export const LEVELS: SheetForm = {
  name: text('mức độ', 'levels'),
  note: text(
    'Thang mức độ: mỗi dòng một mức, từ thấp đến cao',
    'Scales: one level a row, from the lowest up',
  ),
  columns: [
    column(
      'scale',
      'CODE',
      text('thang', 'scale'),
      text(
        'Mã của thang; các mức của một thang có cùng mã',
        'The code of the scale; the levels of one scale share it',
      ),
      needed,
    ),
    column(
      'by',
      'NAME',
      text('tính theo', 'by'),
      text('POINTS: theo điểm; PERCENT: theo phần trăm', 'POINTS or PERCENT'),
      { ...needed, names: ['POINTS', 'PERCENT'] },
    ),
    column(
      'level',
      'NUMBER',
      text('mức', 'level'),
      text('Số của mức', 'The number of the level'),
      needed,
    ),
    ...pair('name', NAME, text('Tên của mức', 'The name of the level'), needed),
    column(
      'from',
      'NUMBER',
      text('từ', 'from'),
      text('Bắt đầu từ; mức thấp nhất từ 0', 'Where it begins; the lowest level at 0'),
      needed,
    ),
    column(
      'fromIncluded',
      'FLAG',
      text('kể cả điểm đầu', 'from included'),
      text('yes hoặc no', 'yes or no'),
      needed,
    ),
    column(
      'to',
      'NUMBER',
      text('đến', 'to'),
      text(
        'Kết thúc ở; để trống ở mức cao nhất nếu không có giới hạn',
        'Where it ends; empty at the top level without an end',
      ),
      needed,
    ),
    column(
      'toIncluded',
      'FLAG',
      text('kể cả điểm cuối', 'to included'),
      text('yes hoặc no', 'yes or no'),
    ),
  ],
};

export const SECTIONS: SheetForm = {
  name: text('nhóm', 'sections'),
  note: text('Nhóm tiêu chí, lồng nhau nhiều nhất ba cấp', 'Sections, three deep at most'),
  columns: [
    column('code', 'CODE', CODE, text('Mã của nhóm', 'The code of the section'), needed),
    ...pair('name', NAME, text('Tên của nhóm', 'The name of the section'), needed),
    column(
      'parent',
      'CODE',
      text('thuộc nhóm', 'parent'),
      text('Mã của nhóm chứa nó', 'The code of the section around it'),
    ),
    column(
      'maximum',
      'NUMBER',
      text('điểm tối đa', 'maximum'),
      text('Điểm tối đa mà văn bản công bố', 'The points that the source declares'),
      needed,
    ),
    column(
      'scale',
      'CODE',
      text('thang mức', 'scale'),
      text('Mã của thang trong trang “levels”', 'The code of a scale of the sheet “levels”'),
    ),
    ...pair(
      'gapReason',
      text('lý do chênh lệch', 'gap reason'),
      text(
        'Vì sao các tiêu chí không cộng lại bằng điểm tối đa',
        'Why the criteria do not add up to the maximum',
      ),
    ),
  ],
};

export const INDICATORS: SheetForm = {
  name: text('chỉ số đo', 'indicators'),
  note: text(
    `Chỉ số đo mà các câu trả lời quyết định. Bốn trụ cột đã có: ${Object.values(Pillar).join(', ')}`,
    `Indicators that the answers decide. Every hub has the four pillars: ${Object.values(Pillar).join(', ')}`,
  ),
  columns: [
    column(
      'code',
      'CODE',
      text('chỉ số đo', 'indicator'),
      text('Mã của chỉ số đo', 'The code of the indicator'),
      needed,
    ),
    ...pair('name', NAME, text('Tên, nếu là chỉ số đo mới', 'The name of a new indicator')),
    column(
      'group',
      'NAME',
      text('nhóm cơ sở', 'group'),
      text(
        'Nhóm cơ sở của chỉ số đo mới; hoặc các loại hình ở cột sau',
        'The group of a new indicator; or kinds in the next column',
      ),
      { names: Object.values(InstitutionGroup) },
    ),
    column(
      'kinds',
      'NAMES',
      text('loại hình cơ sở', 'kinds'),
      text('Các loại hình của chỉ số đo mới', 'The kinds of a new indicator'),
      { names: Object.values(InstitutionKind) },
    ),
    column(
      'parts',
      'CODES',
      text('gồm các chỉ số đo', 'parts'),
      text(
        'Chỉ số đo mới gồm các chỉ số đo này, tất cả phải hoàn thành',
        'A new indicator is made of these, all of which have to be completed',
      ),
    ),
    column(
      'completedWhen',
      'REQUIREMENT',
      text('hoàn thành khi', 'completed when'),
      text(
        'Điều kiện, chẳng hạn “1.1 and (1.3 >= 20 or section 2 >= 60%)”',
        'The requirement, such as “1.1 and (1.3 >= 20 or section 2 >= 60%)”',
      ),
    ),
  ],
};
