import type { Reason } from '../shared/csv.js';

/* What is wrong with a row of a file of published results, and what to do. */

export const RANK_UNFIT: Reason = {
  code: 'RANK_UNFIT',
  text: {
    vi: 'đi cùng of_how_many, và từ 1 đến số đó; hãy ghi cả hai hoặc để trống cả hai',
    en: 'goes together with of_how_many, and is from 1 to it; write both or neither',
  },
};

export const NOTE_IN_ONE_LANGUAGE: Reason = {
  code: 'NOTE_IN_ONE_LANGUAGE',
  text: {
    vi: 'đi cùng note_en; hãy ghi cả hai hoặc để trống cả hai',
    en: 'goes together with note_en; write both or neither',
  },
};

export const YEAR_UNFIT: Reason = {
  code: 'YEAR_OUT_OF_RANGE',
  text: {
    vi: 'không phải là năm từ 1900 đến 2200; hãy ghi bốn chữ số, chẳng hạn 2024',
    en: 'is not a year from 1900 to 2200; write four digits, such as 2024',
  },
};

export const NUMBER_UNFIT: Reason = {
  code: 'NUMBER_UNREADABLE',
  text: {
    vi: 'không phải là số nguyên; hãy ghi nhiều nhất sáu chữ số, chẳng hạn 63',
    en: 'is not a whole number; write at most six digits, such as 63',
  },
};

export const VALUE_UNFIT: Reason = {
  code: 'VALUE_UNFIT',
  text: {
    vi: 'không phải là số từ 0 đến 1 với nhiều nhất bốn chữ số thập phân; hãy ghi chẳng hạn 0,7512',
    en: 'is not a number from 0 to 1 with at most four decimals; write 0.7512, say',
  },
};

export function resultTwice(row: number): Reason {
  return {
    code: 'RESULT_TWICE',
    text: {
      vi: `dòng ${row} đã ghi kết quả này; hãy giữ một dòng`,
      en: `this result stands in row ${row} already; keep one of them`,
    },
  };
}

/** @param made what the parts of a composite give. */
export function notOfItsParts(made: number): Reason {
  return {
    code: 'PARTS_DISAGREE',
    text: {
      vi: `khác với kết quả tính từ các thành phần, ${made}; hãy đối chiếu giá trị này và các thành phần với nguồn`,
      en: `is not what its parts give, ${made}; compare it and its parts with the source`,
    },
  };
}
