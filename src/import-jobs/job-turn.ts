import type { Reason } from '../shared/csv.js';

/** Another hub has taken the job in the meantime; what this one did is undone. */
export class LostTurn extends Error {
  override readonly name = 'LostTurn';
}

/** The step was cut off, or the database is away: the step is begun again later. */
export class BegunAgain extends Error {
  override readonly name = 'BegunAgain';
}

/** The file needs more memory than the hub gives to one. */
export class NeedsTooMuch extends Error {
  override readonly name = 'NeedsTooMuch';
}

export const ACCOUNT_GONE: Reason = {
  code: 'FORBIDDEN',
  text: {
    vi: 'Tài khoản đưa tệp này vào không còn quyền nhập. Chưa có gì được ghi.',
    en: 'The account that brought this file may not import it any more. Nothing was changed.',
  },
};

export const CHANGED_SINCE: Reason = {
  code: 'IMPORT_CHANGED_SINCE',
  text: {
    vi: 'Hồ sơ đã thay đổi sau khi xem trước, nên chưa có gì được lưu; hãy xem lại rồi lưu.',
    en: 'What is recorded has changed since the preview, so nothing was saved; look again, then save.',
  },
};

export const FAILED: Reason = {
  code: 'INTERNAL_SERVER_ERROR',
  text: {
    vi: 'Hệ thống gặp lỗi nên chưa làm được. Chưa có gì được ghi. Hãy kiểm tra lại tệp một lần nữa; nếu vẫn lỗi, hãy báo người vận hành.',
    en: 'An error of the hub prevented it. Nothing was changed. Have the file checked once more; if it fails again, tell the operator.',
  },
};

export const INTERRUPTED: Reason = {
  code: 'IMPORT_INTERRUPTED',
  text: {
    vi: 'Hệ thống đã dừng ba lần giữa chừng nên thôi không làm nữa. Chưa có gì được ghi. Hãy chia tệp thành các tệp nhỏ hơn, hoặc báo người vận hành.',
    en: 'The hub stopped three times in the middle of it, so it was given up. Nothing was changed. Split the file into smaller ones, or tell the operator.',
  },
};

export const TOO_LARGE: Reason = {
  code: 'IMPORT_TOO_LARGE',
  text: {
    vi: 'Tệp có quá nhiều dòng để xử lý một lần. Chưa có gì được ghi. Hãy chia tệp thành các tệp nhỏ hơn.',
    en: 'The file has too many rows to be worked on at once. Nothing was changed. Split it into smaller files.',
  },
};
