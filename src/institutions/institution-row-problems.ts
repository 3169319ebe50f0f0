import type { Reason, Row } from '../shared/csv.js';

export const NOT_YOURS: Reason = {
  code: 'FORBIDDEN',
  text: {
    vi: 'nằm ngoài các đơn vị mà bạn phụ trách; hãy bỏ dòng này, hoặc nhờ người vận hành nhập',
    en: 'lies outside of the units that you plan for; leave the row out, or ask an operator to import it',
  },
};
export const BEFORE_OPENING: Reason = {
  code: 'BEFORE_OPENING',
  text: { vi: 'trước ngày thành lập (opened_on)', en: 'lies before opened_on' },
};
export const AFTER_CLOSING: Reason = {
  code: 'AFTER_CLOSING',
  text: { vi: 'sau ngày đóng cửa (closed_on)', en: 'lies after closed_on' },
};
export const BEFORE_FIRST_PLACE: Reason = {
  code: 'BEFORE_FIRST_PLACE',
  text: {
    vi: 'trước ngày đầu tiên có nơi đóng; hãy sửa ngày này, hoặc ghi nơi đóng với ngày sớm hơn',
    en: 'lies before the first day at a known place; correct it, or give an earlier place',
  },
};

export function sameDay(row: Row): Reason {
  return {
    code: 'CODE_TWICE',
    text: {
      vi: `dòng ${row.number} đã có mã và ngày này; hãy ghi ngày thay đổi vào changed_on, hoặc giữ một dòng`,
      en: `row ${row.number} has this code and day already; give the day of the change in changed_on, or keep one of them`,
    },
  };
}

export function contradicts(row: Row): Reason {
  return {
    code: 'ROWS_CONTRADICT',
    text: {
      vi: `dòng ${row.number} có cùng mã mà nói khác về opened_on, closed_on, source_status, code_from hoặc replaces_code`,
      en: `row ${row.number} has this code too and says something else in opened_on, closed_on, source_status, code_from or replaces_code`,
    },
  };
}
