import type { LocalDate } from '../shared/dates.js';
import { fieldName } from './field-name.js';
import type { Refusal } from './user-error.js';

const EARLIEST: LocalDate = '1900-01-01';
const LATEST: LocalDate = '2200-12-31';

export const LONGEST_TEXT = 2000;

export const LONGEST_LIST = 250;

export function requiredTextProblems(text: string, field: string, longest: number): Refusal[] {
  const called = fieldName(field);
  const length = [...text.trim()].length;
  if (length === 0)
    return [
      {
        code: 'TEXT_MISSING',
        field: [field],
        text: { vi: `${called.vi} còn trống.`, en: `${called.en} is empty.` },
      },
    ];
  if (length <= longest) return [];
  return [
    {
      code: 'TEXT_TOO_LONG',
      field: [field],
      text: {
        vi: `${called.vi} có ${length} ký tự; nhiều nhất là ${longest}.`,
        en: `${called.en} has ${length} characters; at most ${longest} are taken.`,
      },
    },
  ];
}

export function textProblems(text: string | null | undefined, path: string[]): Refusal[] {
  const length = [...(text ?? '')].length;
  if (length <= LONGEST_TEXT) return [];
  return [
    {
      code: 'TEXT_TOO_LONG',
      field: path,
      text: {
        vi: `Có ${length} ký tự; nhiều nhất là ${LONGEST_TEXT}.`,
        en: `It has ${length} characters; at most ${LONGEST_TEXT} are taken.`,
      },
    },
  ];
}

export function reasonProblems(reason: string, path: string[]): Refusal[] {
  if (reason.trim() !== '') return textProblems(reason, path);
  return [
    {
      code: 'REASON_MISSING',
      field: path,
      text: { vi: 'Hãy nêu lý do.', en: 'Give a reason.' },
    },
  ];
}

export function tooMany(count: number, field: string, most = LONGEST_LIST): Refusal {
  return {
    code: 'LIST_TOO_LONG',
    field: [field],
    text: {
      vi: `Danh sách có ${count} mục; nhiều nhất là ${most}.`,
      en: `The list has ${count} items; at most ${most} are taken.`,
    },
  };
}

export const LONGEST_URL = 2000;

export function urlProblems(url: string, field: string): Refusal[] {
  const parsed = url.length <= LONGEST_URL ? URL.parse(url) : null;
  const web = parsed !== null && ['http:', 'https:'].includes(parsed.protocol);
  // Every reader would see a password in an address.
  if (web && parsed.username === '' && parsed.password === '') return [];
  return [
    {
      code: 'URL_UNFIT',
      field: [field],
      text: {
        vi: `Địa chỉ phải bắt đầu bằng http:// hoặc https://, không có tên và mật khẩu, nhiều nhất ${LONGEST_URL} ký tự.`,
        en: `The address has to begin with http:// or https://, without name and password, and have at most ${LONGEST_URL} characters.`,
      },
    },
  ];
}

/** A date out of range most likely has a mistyped year. */
export function dateProblems(date: LocalDate, field: string): Refusal[] {
  if (date >= EARLIEST && date <= LATEST) return [];
  const called = fieldName(field);
  return [
    {
      code: 'DATE_OUT_OF_RANGE',
      field: [field],
      text: {
        vi: `${called.vi} là ${date}; chỉ nhận từ ${EARLIEST} đến ${LATEST}.`,
        en: `${called.en} is ${date}; it must be from ${EARLIEST} to ${LATEST}.`,
      },
    },
  ];
}

/** Refuses an id that is malformed, unknown, or hidden from the viewer. */
export function notFound(field: string): Refusal {
  return {
    code: 'NOT_FOUND',
    field: [field],
    text: {
      vi: `Không có gì mang mã đã cho ở ${field}.`,
      en: `There is nothing with the id given as ${field}.`,
    },
  };
}
