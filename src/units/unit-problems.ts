import type { Reason } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import type { UnitKind } from '../vocabulary/unit.enums.js';

/* What is wrong with a row of a file of units or of their successions, and what to do. */

export const LAST_DAY_FIRST: Reason = {
  code: 'DATES_REVERSED',
  text: {
    vi: 'trước valid_from; hãy sửa một trong hai ngày',
    en: 'lies before valid_from; correct one of the two days',
  },
};

export const PROVINCE_IS_HIGHEST: Reason = {
  code: 'PARENT_UNEXPECTED',
  text: {
    vi: 'tỉnh không có đơn vị cấp trên; hãy để trống',
    en: 'a province has no unit above it; leave it empty',
  },
};

export const PARENT_MISSING: Reason = {
  code: 'TEXT_MISSING',
  text: {
    vi: 'còn trống; hãy ghi mã đơn vị cấp trên trực tiếp',
    en: 'is empty; name the unit directly above',
  },
};

export const SEVERAL_SPANS: Reason = {
  code: 'UNIT_AMBIGUOUS',
  text: {
    vi: 'là mã của nhiều đơn vị đã ghi nhận; hãy thêm valid_from, ngày đầu của đơn vị muốn nói',
    en: 'names several recorded units; add valid_from, the first day of the one',
  },
};

/** @param row where the other one stands; null when it is recorded. */
export function sameDays(name: string, row: number | null): Reason {
  const where =
    row === null
      ? { vi: 'đơn vị đã ghi nhận', en: 'a recorded unit' }
      : { vi: `dòng ${row}`, en: `row ${row}` };
  return {
    code: 'SPANS_OVERLAP',
    text: {
      vi: `là mã của “${name}” (${where.vi}) trong một số ngày này; hãy sửa mã, hoặc valid_from và valid_to`,
      en: `names “${name}” (${where.en}) on some of the same days; correct the code, or valid_from and valid_to`,
    },
  };
}

export function parentEndsBefore(name: string): Reason {
  return {
    code: 'PARENT_OUTSIDE_DAYS',
    text: {
      vi: `“${name}”, đơn vị cấp trên, không tồn tại trong mọi ngày từ valid_from đến valid_to; hãy sửa các ngày này, hoặc của đơn vị cấp trên trong cùng tệp`,
      en: `“${name}”, the unit above it, does not exist all the days from valid_from to valid_to; correct these days, or those of the unit above in the same file`,
    },
  };
}

export const PARENT_UNKNOWN: Reason = {
  code: 'PARENT_UNKNOWN',
  text: {
    vi: 'không phải là mã của đơn vị cấp cao hơn nào tồn tại trong mọi ngày từ valid_from đến valid_to; hãy sửa mã hoặc các ngày này, hoặc ghi đơn vị ấy trong cùng tệp',
    en: 'names no unit of a higher tier that exists all the days from valid_from to valid_to; correct the code or the days, or record that unit in the same file',
  },
};

export const SEVERAL_PARENTS: Reason = {
  code: 'UNIT_AMBIGUOUS',
  text: {
    vi: 'là mã của nhiều đơn vị cấp cao hơn; hãy ghi mã của một đơn vị cấp trên mà không đơn vị nào khác có',
    en: 'names several units of higher tiers; name one above it by a code that no other has',
  },
};

export const PARENT_STAYS: Reason = {
  code: 'PARENT_CHANGED',
  text: {
    vi: 'đơn vị đã ghi nhận không thể chuyển sang đơn vị cấp trên khác; hãy kết thúc nó bằng valid_to và ghi thời gian tiếp theo thành một dòng riêng',
    en: 'a recorded unit cannot move to another one; end it with valid_to and record its next span as a row of its own',
  },
};

export function outlivedBy({ name, code }: { name: string; code: string }): Reason {
  return {
    code: 'UNITS_BELOW_REMAIN',
    text: {
      vi: `“${name}” (${code}) là cấp dưới và sẽ còn tồn tại sau ngày này; hãy kết thúc các đơn vị cấp dưới trong cùng tệp`,
      en: `“${name}” (${code}) under it would outlive it; end the units under it in the same file`,
    },
  };
}

export function unitUnknown(kind: UnitKind, on: LocalDate): Reason {
  return {
    code: 'UNIT_UNKNOWN',
    text: {
      vi: `không phải là mã của ${kind} nào vào ngày ${on}; hãy nhập các đơn vị trước`,
      en: `names no ${kind} on ${on}; import the units first`,
    },
  };
}

/** @param lastDay the day before the succession. */
export function endsOnOtherDay(name: string, lastDay: LocalDate): Reason {
  return {
    code: 'PREDECESSOR_NOT_ENDED',
    text: {
      vi: `“${name}” không kết thúc vào ngày ${lastDay}; hãy ghi ngày cuối của đơn vị này trước`,
      en: `“${name}” does not end on ${lastDay}; record its last day first`,
    },
  };
}

export function successionTwice(row: number): Reason {
  return {
    code: 'SUCCESSION_TWICE',
    text: {
      vi: `dòng ${row} đã ghi kế thừa này; hãy giữ một dòng`,
      en: `this succession stands in row ${row} already; keep one of them`,
    },
  };
}

export const PART_EACH: Reason = {
  code: 'EXTENT_UNFIT',
  text: {
    vi: 'đơn vị cũ có nhiều đơn vị kế thừa, nên mỗi đơn vị chỉ nhận một phần; hãy ghi PART ở mọi dòng của nó',
    en: 'the predecessor has several successors, so each of them took a PART; write PART in each of its rows',
  },
};
