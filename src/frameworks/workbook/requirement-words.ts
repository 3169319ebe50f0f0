import type { Requirement } from '../framework-file.js';

/** A word of a requirement: what it means, and how it is written in both languages; the first one is printed. */
const WORDS = {
  and: ['and', 'và'],
  or: ['or', 'hoặc'],
  all: ['all', 'tất cả'],
  any: ['any', 'một trong'],
  criterion: ['criterion', 'tiêu chí'],
  section: ['section', 'nhóm', 'mục'],
  framework: ['framework', 'bộ tiêu chí'],
  indicator: ['indicator', 'chỉ số đo', 'chỉ tiêu'],
  level: ['level', 'mức'],
} as const;

export type Word = keyof typeof WORDS;

export type Token =
  | { kind: 'WORD'; word: Word; written: string }
  /** A code, or a number, which looks the same. */
  | { kind: 'NAME'; name: string; quoted: boolean }
  | { kind: 'SIGN'; sign: '(' | ')' | '>=' | '%' };

const NAME = String.raw`[\p{L}\p{N}]+(?:[._+-][\p{L}\p{N}]+)*`;

/** Words of several syllables before those of one, so that “bộ tiêu chí” is not read as “tiêu chí”. */
const PHRASES = Object.values(WORDS)
  .flat()
  .sort((a, b) => b.length - a.length)
  .map((phrase) => phrase.replace(' ', String.raw`\s+`));

const TOKEN = new RegExp(
  [
    String.raw`\s*(?:`,
    String.raw`"(?<quoted>${NAME})"`,
    String.raw`|(?<atLeast>>=|=>|≥|(?:at\s+least|ít\s+nhất|từ)(?![\p{L}\p{N}._+-]))`,
    String.raw`|(?<sign>[()%])`,
    String.raw`|(?<phrase>${PHRASES.join('|')})(?![\p{L}\p{N}]|[._+-][\p{L}\p{N}])`,
    String.raw`|(?<name>${NAME})`,
    String.raw`)`,
  ].join(''),
  'iuy',
);

const MEANING = new Map<string, Word>(
  Object.entries(WORDS).flatMap(([word, phrases]) =>
    phrases.flatMap((phrase) => (isWord(word) ? [[phrase, word] as const] : [])),
  ),
);

function isWord(word: string): word is Word {
  return Object.hasOwn(WORDS, word);
}

/** The words, names and signs of a requirement, or what is neither of them. */
export function tokensOf(text: string): { tokens: Token[] } | { unknown: string } {
  const composed = text.normalize('NFC').trim();
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < composed.length) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(composed)?.groups;
    if (!groups) return { unknown: composed.slice(at).trim().slice(0, 20) };
    tokens.push(tokenOf(groups));
  }
  return { tokens };
}

function tokenOf(groups: Record<string, string | undefined>): Token {
  const { quoted, atLeast, sign, phrase, name = '' } = groups;
  if (quoted) return { kind: 'NAME', name: quoted, quoted: true };
  if (atLeast) return { kind: 'SIGN', sign: '>=' };
  if (sign === '(' || sign === ')' || sign === '%') return { kind: 'SIGN', sign };
  const word = phrase && MEANING.get(phrase.toLowerCase().replace(/\s+/g, ' '));
  return word && phrase
    ? { kind: 'WORD', word, written: phrase }
    : { kind: 'NAME', name, quoted: false };
}

/** A code as it stands in a requirement: in quotation marks where it would be read as something else. */
function named(code: string): string {
  const read = tokensOf(code);
  const [token] = 'tokens' in read ? read.tokens : [];
  const isItself =
    'tokens' in read && read.tokens.length === 1 && token?.kind === 'NAME' && token.name === code;
  return isItself ? code : `"${code}"`;
}

/**
 * A requirement as a cell says it, such as `1.1 and (section 2 >= 60% or framework >= level 2)`.
 * @param framework the code of the file, which need not be named.
 */
export function printRequirement(requirement: Requirement, framework: string): string {
  const inside = (each: Requirement): string =>
    isJoined(each) ? `(${printRequirement(each, framework)})` : printRequirement(each, framework);
  if ('all' in requirement) return joined('all', requirement.all.map(inside));
  if ('any' in requirement) return joined('any', requirement.any.map(inside));
  if ('criterion' in requirement) {
    const { criterion, atLeast } = requirement;
    return atLeast === undefined ? named(criterion) : `${named(criterion)} >= ${atLeast}`;
  }
  if ('section' in requirement) {
    const bound =
      'percent' in requirement ? `${requirement.percent}%` : `level ${requirement.level}`;
    return `section ${named(requirement.section)} >= ${bound}`;
  }
  if ('framework' in requirement) {
    const other = requirement.framework === framework ? '' : ` ${named(requirement.framework)}`;
    return `framework${other} >= level ${requirement.level}`;
  }
  return `indicator ${named(requirement.indicator)}`;
}

function joined(kind: 'all' | 'any', parts: string[]): string {
  // One part alone has nothing that would join it.
  return parts.length === 1
    ? `${kind} (${parts.join('')})`
    : parts.join(kind === 'all' ? ' and ' : ' or ');
}

function isJoined(requirement: Requirement): boolean {
  return (
    ('all' in requirement && requirement.all.length > 1) ||
    ('any' in requirement && requirement.any.length > 1)
  );
}
