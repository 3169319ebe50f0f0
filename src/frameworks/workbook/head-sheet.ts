import { InstitutionKind } from '../../vocabulary/institution.enums.js';
import { SourceStatus } from '../../vocabulary/source-status.js';
import { CODE, column, NAME, needed, pair, text, type SheetForm } from './columns.js';

/** The head of a framework: a sheet with one field a row. */
export const HEAD: SheetForm = {
  name: text('bộ tiêu chí', 'framework'),
  note: text('Bộ tiêu chí: mỗi dòng một mục', 'The framework: one field a row'),
  columns: [
    column(
      'format',
      'TEXT',
      text('định dạng', 'format'),
      text('Dạng của sổ tính; không sửa', 'The form of the workbook; leave it as it is'),
      needed,
    ),
    column(
      'code',
      'CODE',
      CODE,
      text(
        'Mã của bộ tiêu chí; các phiên bản cùng một mã',
        'The code of the framework; its versions share it',
      ),
      needed,
    ),
    column(
      'version',
      'NUMBER',
      text('phiên bản', 'version'),
      text('Số thứ tự của phiên bản, từ 1', 'The number of the version, from 1'),
      needed,
    ),
    ...pair('name', NAME, text('Tên của bộ tiêu chí', 'The name of the framework'), needed),
    column(
      'issuer',
      'TEXT',
      text('cơ quan ban hành', 'issuer'),
      text('Cơ quan ban hành', 'Who issued it'),
      needed,
    ),
    column(
      'document',
      'TEXT',
      text('văn bản', 'document'),
      text('Số hiệu văn bản, hoặc “none” nếu không có', 'The number of the document, or “none”'),
      { mayBeNone: true },
    ),
    column(
      'url',
      'TEXT',
      text('địa chỉ', 'url'),
      text(
        'Địa chỉ của văn bản trên mạng, hoặc “none”',
        'The address of the document on the web, or “none”',
      ),
      { mayBeNone: true },
    ),
    column(
      'issuedOn',
      'DAY',
      text('ngày ban hành', 'issued on'),
      text('Ngày ban hành, hoặc “none”', 'The day of issue, or “none”'),
      { mayBeNone: true },
    ),
    column(
      'sourceStatus',
      'NAME',
      text('tình trạng nguồn', 'source status'),
      text(
        'CONFIRMED: đã đối chiếu với văn bản; UNCONFIRMED: chưa; ILLUSTRATIVE: ví dụ',
        'CONFIRMED: checked against the document; UNCONFIRMED: not yet; ILLUSTRATIVE: an example',
      ),
      { ...needed, names: Object.values(SourceStatus) },
    ),
    column(
      'kinds',
      'NAMES',
      text('loại hình cơ sở', 'kinds'),
      text(
        'Các loại hình được hỏi, cách nhau bằng dấu chấm phẩy',
        'The kinds of institution that are asked, with semicolons between them',
      ),
      { ...needed, names: Object.values(InstitutionKind) },
    ),
    column(
      'validFrom',
      'DAY',
      text('có hiệu lực từ', 'valid from'),
      text('Ngày đầu có hiệu lực', 'The first day in force'),
      needed,
    ),
    column(
      'validTo',
      'DAY',
      text('có hiệu lực đến', 'valid to'),
      text(
        'Ngày cuối có hiệu lực; để trống hoặc “none” nếu chưa có',
        'The last day in force; empty or “none” while there is no end',
      ),
      { mayBeNone: true },
    ),
    column(
      'level.sections',
      'CODES',
      text('mức theo nhóm thấp nhất của', 'lowest section of'),
      text(
        'Mức của cả bộ là mức thấp nhất của các nhóm này',
        'The level of the whole is the lowest of these sections',
      ),
    ),
    column(
      'level.otherwise',
      'NUMBER',
      text('mức nếu không', 'level otherwise'),
      text(
        'Mức khi không điều kiện nào dưới đây được đáp ứng',
        'The level where none of the requirements below is met',
      ),
    ),
  ],
};

/** The rows below the head that say when a level is reached, such as “level 3 when”. */
export const LEVEL_WHEN = {
  pattern: /^(?:level|mức) (\d{1,6}) (?:when|khi)$/,
  header: (level: number) => text(`mức ${level} khi`, `level ${level} when`),
  note: text(
    'Điều kiện của mức này; thêm một dòng cho mỗi mức, mức cao nhất trước',
    'The requirement of this level; add a row for each level, the highest first',
  ),
};
