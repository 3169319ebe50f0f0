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
    : { file: null, problems: [...damages, ...read.error.issues.map(problemOf)] };
}

/** The value that the text of a JSON file says, or why it says none. */
export function parseJson(content: string): { value: unknown } | { problem: FileProblem } {
  try {
    return { value: JSON.parse(content) };
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

/** Why a value has not the form of its file, with its place. */
export function problemOf(issue: Issue): FileProblem {
  const deepest = deepestOf(issue);
  return { path: deepest.path.join('.'), text: textOf(deepest) };
}

/** Of a choice of forms, what is wrong in the form that fits best: the one that was read furthest. */
function deepestOf(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inside = issue.errors
    .flat()
    .map((each) => deepestOf({ ...each, path: [...issue.path, ...each.path] }))
    .filter(({ path }) => path.length > issue.path.length + 1);
  return inside.reduce(
    (deepest, each) => (each.path.length > deepest.path.length ? each : deepest),
    issue,
  );
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
      return {
        vi: `Phải ${vi} ${bound} (${issue.origin}).`,
        en: `It must be ${en} ${bound} (${issue.origin}).`,
      };
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
