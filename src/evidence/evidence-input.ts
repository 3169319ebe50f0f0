import { requiredTextProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { ENDINGS, kindOfName } from './file-kind.js';

export const LONGEST_NAME = 200;

/** Trimmed and composed, so that equal letters are equal text. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim();
}

export function nameProblems(name: string, field: string): Refusal[] {
  return [
    ...requiredTextProblems(tidyName(name), field, LONGEST_NAME),
    // Some control characters turn the direction of writing, so that an ending looks like another.
    ...(/\p{C}/u.test(name) ? [nameUnfit(field)] : []),
  ];
}

export function fileNameProblems(name: string, field: string): Refusal[] {
  const problems = nameProblems(name, field);
  if (/[/\\]/.test(name)) problems.push(nameUnfit(field));
  if (!kindOfName(tidyName(name))) problems.push(unsupported(field));
  return problems;
}

function nameUnfit(field: string): Refusal {
  return {
    code: 'NAME_UNFIT',
    field: [field],
    text: {
      vi: 'Tên không được có ký tự điều khiển; tên tệp không có “/” hay “\\”: chỉ gửi tên, không gửi đường dẫn.',
      en: 'A name has no control characters, and that of a file no “/” or “\\”: send it without the path.',
    },
  };
}

function unsupported(field: string): Refusal {
  return {
    code: 'FILE_TYPE_UNSUPPORTED',
    field: [field],
    text: {
      vi: `Chỉ nhận tệp có đuôi: ${ENDINGS}.`,
      en: `Only files with these endings are taken: ${ENDINGS}.`,
    },
  };
}
