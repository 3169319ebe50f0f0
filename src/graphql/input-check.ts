import type { LocalDate } from '../shared/dates.js';
import type { Refusal } from './user-error.js';

/** The dates that an input may name, both included. */
const EARLIEST: LocalDate = '1900-01-01';
const LATEST: LocalDate = '2200-12-31';

/** The longest remark or reason, in characters. */
export const LONGEST_TEXT = 2000;

/** The longest list in an input. */
export const LONGEST_LIST = 250;

/** What is wrong with a text that has to be there. */
export function requiredTextProblems(text: string, field: string, longest: number): Refusal[] {
  const length = [...text.trim()].length;
  if (length === 0)
    return [
      {
        code: 'TEXT_MISSING',
        field: [field],
        text: { vi: `${field} còn trống.`, en: `${field} is empty.` },
      },
    ];
  if (length <= longest) return [];
  return [
    {
      code: 'TEXT_TOO_LONG',
      field: [field],
      text: {
        vi: `${field} có ${length} ký tự; nhiều nhất là ${longest}.`,
        en: `${field} has ${length} characters; at most ${longest} are taken.`,
      },
    },
  ];
}

/** What is wrong with a text that may be left out. */
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

/** What is wrong with a reason, which has to be given. */
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

/** Refuses a list that is longer than is taken. */
export function tooMany(count: number, field: string): Refusal {
  return {
    code: 'LIST_TOO_LONG',
    field: [field],
    text: {
      vi: `Danh sách có ${count} mục; nhiều nhất là ${LONGEST_LIST}.`,
      en: `The list has ${count} items; at most ${LONGEST_LIST} are taken.`,
    },
  };
}

/** The longest web address, in characters. */
export const LONGEST_URL = 2000;

/** What is wrong with a web address that people are to follow. */
export function urlProblems(url: string, field: string): Refusal[] {
  const parsed = url.length <= LONGEST_URL ? URL.parse(url) : null;
  const web = parsed !== null && ['http:', 'https:'].includes(parsed.protocol);
  // A password in an address would be shown to everybody who reads it.
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

/** What is wrong with a date: most likely its year was mistyped. */
export function dateProblems(date: LocalDate, field: string): Refusal[] {
  if (date >= EARLIEST && date <= LATEST) return [];
  return [
    {
      code: 'DATE_OUT_OF_RANGE',
      field: [field],
      text: {
        vi: `${field} là ${date}; chỉ nhận từ ${EARLIEST} đến ${LATEST}.`,
        en: `${field} is ${date}; it must be from ${EARLIEST} to ${LATEST}.`,
      },
    },
  ];
}

/** Refuses an id that is broken, unknown, or of something that the viewer may not know of. */
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
