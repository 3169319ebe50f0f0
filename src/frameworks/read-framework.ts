import type { z } from 'zod';
import { damagesIn } from '../shared/damaged-text.js';
import type { Text } from '../shared/text.js';
import { frameworkProblems } from './framework-check.js';
import type { KnownIndicator } from './requirement-check.js';
import { frameworkFile, type FileProblem, type FrameworkFile } from './framework-file.js';

/**
 * Reads a framework file, with all of its problems at once; texts come as they are.
 * @param hub the indicators that the hub has besides the pillars.
 */
export function readFramework(
  content: string,
  hub: readonly KnownIndicator[] = [],
): { file: FrameworkFile; problems: [] } | { file: null; problems: FileProblem[] } {
  const parsed = parseJson(content);
  if ('problem' in parsed) return { file: null, problems: [parsed.problem] };
  const { file, problems } = formOf(parsed.value);
  const all = [...problems, ...(file ? frameworkProblems(file, hub) : [])];
  return file && all.length === 0 ? { file, problems: [] } : { file: null, problems: all };
}

/** What was read as a framework file, in whichever form; null with problems unless it has the form of one. */
export function formOf(value: unknown): { file: FrameworkFile | null; problems: FileProblem[] } {
  const read = frameworkFile.safeParse(value, { reportInput: true });
  const damages = damagesIn(value);
  return read.success
    ? { file: read.data, problems: damages }
    : { file: null, problems: [...damages, ...problemsOf(read.error.issues)] };
}

/** Deeper than any framework, and less than what would be too deep to be read at all. */
const DEEPEST_VALUE = 100;

/** Looked for level by level, because what is very deep ends a program that looks into it. */
function isDeeper(value: unknown, deepest: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values<unknown>({ ...each }) : [],
    );
  }
  return false;
}

const TOO_DEEP: Text = {
  vi: `Các giá trị lồng nhau quá ${DEEPEST_VALUE} cấp.`,
  en: `Values stand in each other more than ${DEEPEST_VALUE} deep.`,
};

/** The value that the text of a JSON file says, or why it says none. */
export function parseJson(content: string): { value: unknown } | { problem: FileProblem } {
  try {
    const value: unknown = JSON.parse(content);
    return isDeeper(value, DEEPEST_VALUE) ? { problem: { path: '', text: TOO_DEEP } } : { value };
  } catch (error) {
    const reason = String(error);
    return {
      problem: {
        path: '',
        text: { vi: `Tệp không phải JSON: ${reason}`, en: `The file is no JSON: ${reason}` },
      },
    };
  }
}

type Issue = z.core.$ZodIssue;

/** Why values have not the form of their file, each with its place. */
export function problemsOf(issues: readonly Issue[]): FileProblem[] {
  return issues
    .flatMap(issuesIn)
    .map((issue) => ({ path: issue.path.join('.'), text: textOf(issue) }));
}

/** Of a choice of forms, what is wrong in the form that is meant: the one whose fields are there, and no others. */
function issuesIn(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const meant = issue.errors.find((issues) => !issues.some(isOtherForm));
  if (!meant) return [issue];
  return meant.flatMap((each) => issuesIn({ ...each, path: [...issue.path, ...each.path] }));
}

function isOtherForm({ code, path, input }: Issue): boolean {
  return path.length === 0 || (path.length === 1 && code === 'invalid_type' && input === undefined);
}

function textOf(issue: Issue): Text {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const names = issue.keys.join(', ');
      return { vi: `Không có trường này: ${names}.`, en: `There is no such field: ${names}.` };
    }
    case 'invalid_type':
      return issue.input === undefined
        ? { vi: 'Chưa có. Hãy điền trường này.', en: 'It is missing. Fill in this field.' }
        : mustBe(issue.expected);
    case 'invalid_value': {
      const values = issue.values.join(', ');
      return { vi: `Phải là một trong: ${values}.`, en: `It must be one of: ${values}.` };
    }
    case 'too_small':
    case 'too_big': {
      const [vi, en] =
        issue.code === 'too_small' ? ['ít nhất', 'at least'] : ['nhiều nhất', 'at most'];
      const bound = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
      const unit = UNITS[issue.origin] ?? { vi: '', en: '' };
      return { vi: `Phải ${vi} ${bound}${unit.vi}.`, en: `It must be ${en} ${bound}${unit.en}.` };
    }
    case 'not_multiple_of':
      return {
        vi: `Phải là bội của ${issue.divisor}: có quá nhiều chữ số thập phân.`,
        en: `It must be a multiple of ${issue.divisor}: it has too many decimals.`,
      };
    case 'invalid_format':
      return (
        FORMATS[issue.format] ?? { vi: `Không đúng dạng: ${issue.message}`, en: issue.message }
      );
    case 'invalid_union':
      return {
        vi: `Không có dạng này. Xem docs/frameworks.md.`,
        en: `There is no such form. See docs/frameworks.md.`,
      };
    default:
      return { vi: `Không đúng dạng: ${issue.message}`, en: issue.message };
  }
}

/** What a text must look like; the only pattern is that of codes. */
const FORMATS: Record<string, Text> = {
  regex: {
    vi: 'Phải là mã: chữ và số, có thể có dấu chấm, gạch nối hay gạch dưới ở giữa, không có dấu cách.',
    en: 'It must be a code: letters and digits, with dots, hyphens or low lines between them and no spaces.',
  },
  url: {
    vi: 'Phải là địa chỉ bắt đầu bằng http:// hoặc https://.',
    en: 'It must be an address that begins with http:// or https://.',
  },
  date: { vi: 'Phải là một ngày, viết 2026-01-31.', en: 'It must be a day, written 2026-01-31.' },
};

/** What is bounded, where it is no number itself. */
const UNITS: Record<string, Text> = {
  string: { vi: ' ký tự', en: ' characters long' },
  array: { vi: ' mục', en: ' entries long' },
};

/** What the types of JSON are called. */
const TYPES: Record<string, Text> = {
  string: { vi: 'chữ', en: 'a text' },
  number: { vi: 'số', en: 'a number' },
  int: { vi: 'số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'danh sách', en: 'a list' },
  object: { vi: 'đối tượng { }', en: 'an object { }' },
};

function mustBe(type: string): Text {
  const { vi, en } = TYPES[type] ?? { vi: type, en: type };
  return { vi: `Phải là ${vi}.`, en: `It must be ${en}.` };
}
