import type { Refusal } from '../graphql/user-error.js';
import { IMPORT_ADDRESS_LIFE, LARGEST_IMPORT } from './upload-address.js';

/** One account has at most so many jobs that are not done. */
export const MOST_OPEN = 20;

const MEGABYTES = LARGEST_IMPORT / 1e6;

export const TOO_MANY_OPEN: Refusal = {
  code: 'IMPORTS_TOO_MANY',
  field: null,
  text: {
    vi: `Bạn đã có ${MOST_OPEN} tệp chưa lưu. Hãy lưu hoặc bỏ bớt trước khi đưa tệp khác vào.`,
    en: `You have ${MOST_OPEN} files that are not saved. Save or discard some of them first.`,
  },
};

export const WRONG_DAY: Refusal = {
  code: 'BAD_USER_INPUT',
  field: ['from'],
  text: {
    vi: 'Chỉ tệp cơ sở giáo dục mới có ngày thay đổi chung.',
    en: 'Only a file of institutions has a common day of its changes.',
  },
};

export const FILE_EMPTY: Refusal = {
  code: 'FILE_EMPTY',
  field: ['content'],
  text: { vi: 'Tệp trống.', en: 'The file is empty.' },
};

export const NOT_CHECKED: Refusal = {
  code: 'IMPORT_NOT_CHECKED',
  field: ['id'],
  text: {
    vi: 'Tệp này đang được kiểm tra, đang lưu, đã lưu hoặc đã bỏ; hãy tải lại trang để xem.',
    en: 'The file is being checked or saved, or it was saved or discarded; load it again.',
  },
};

export const NOT_SETTLED: Refusal = {
  code: 'IMPORT_NOT_SETTLED',
  field: ['id'],
  text: {
    vi: 'Tệp còn lỗi hoặc câu hỏi chưa trả lời, nên chưa lưu được.',
    en: 'The file has problems, or questions that are not answered, so it cannot be saved yet.',
  },
};

export const CHANGES_NOTHING: Refusal = {
  code: 'IMPORT_CHANGES_NOTHING',
  field: ['id'],
  text: {
    vi: 'Mọi dòng đã được ghi từ trước; không có gì để lưu.',
    en: 'All rows are recorded already; there is nothing to save.',
  },
};

/** An answer that fits nothing that was asked. */
export function answerUnfit(row: number): Refusal {
  return {
    code: 'IMPORT_ANSWER_UNFIT',
    field: ['answers'],
    text: {
      vi: `Dòng ${row} không có câu hỏi nào nhận câu trả lời này.`,
      en: `Row ${row} asks nothing that could be answered so.`,
    },
  };
}

export const UPLOAD_TEXTS = {
  UPLOAD_UNKNOWN: {
    vi: 'Địa chỉ gửi tệp này không do hệ thống cấp. Hãy chọn tệp lại.',
    en: 'This hub has given out no such address. Choose the file again.',
  },
  UPLOAD_EXPIRED: {
    vi: `Địa chỉ gửi tệp chỉ dùng được trong ${IMPORT_ADDRESS_LIFE / 60_000} phút. Hãy chọn tệp lại.`,
    en: `An address takes a file for ${IMPORT_ADDRESS_LIFE / 60_000} minutes. Choose the file again.`,
  },
  UPLOAD_DONE: {
    vi: 'Địa chỉ này đã nhận tệp. Mỗi địa chỉ chỉ dùng một lần.',
    en: 'This address has taken its file. Each is good for one.',
  },
  FILE_TOO_LARGE: {
    vi: `Tệp lớn quá ${MEGABYTES} MB. Hãy chia tệp.`,
    en: `The file has more than ${MEGABYTES} MB. Split it.`,
  },
  FILE_EMPTY: FILE_EMPTY.text,
  UPLOAD_BROKEN_OFF: {
    vi: 'Tệp chưa đến đủ. Hãy gửi lại.',
    en: 'Not all of the file came. Send it again.',
  },
} as const;
