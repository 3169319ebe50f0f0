import type { Text } from '../../shared/text.js';
import type { Requirement } from '../framework-file.js';
import { tokensOf, type Token, type Word } from './requirement-words.js';

/** How deep brackets may stand in each other. */
const DEEPEST = 20;

class Unreadable extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/**
 * Reads a requirement as a cell says it; `and` binds before `or`.
 * @param framework the code of the file, which `framework` alone names.
 */
export function parseRequirement(
  text: string,
  framework: string,
): { requirement: Requirement } | { problem: Text } {
  const read = tokensOf(text);
  if ('unknown' in read) return { problem: unknown(read.unknown) };
  const reader = new Reader(read.tokens, framework);
  try {
    return { requirement: reader.whole() };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.text };
    throw error;
  }
}

class Reader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly framework: string,
  ) {}

  whole(): Requirement {
    const requirement = this.alternatives();
    if (this.at < this.tokens.length) this.expected('“and” / “or”', '“và” / “hoặc”');
    return requirement;
  }

  private alternatives(): Requirement {
    const parts = [this.conjunction()];
    while (this.takeWord('or')) parts.push(this.conjunction());
    const [only] = parts;
    return parts.length === 1 && only ? only : { any: parts };
  }

  private conjunction(): Requirement {
    const parts = [this.one()];
    while (this.takeWord('and')) parts.push(this.one());
    const [only] = parts;
    return parts.length === 1 && only ? only : { all: parts };
  }

  private one(): Requirement {
    if (this.takeSign('(')) return this.rest();
    if (this.takeWord('all')) return { all: [this.bracketed()] };
    if (this.takeWord('any')) return { any: [this.bracketed()] };
    if (this.takeWord('section')) return this.section();
    if (this.takeWord('framework')) {
      const code = this.takeName() ?? this.framework;
      this.needSign('>=');
      return { framework: code, level: this.level() };
    }
    if (this.takeWord('indicator')) return { indicator: this.name() };
    this.takeWord('criterion');
    const criterion = this.name();
    if (!this.takeSign('>=')) return { criterion };
    const atLeast = this.number();
    this.takeSign('%');
    return { criterion, atLeast };
  }

  private section(): Requirement {
    const section = this.name();
    this.needSign('>=');
    if (this.peekIs('level')) return { section, level: this.level() };
    const percent = this.number();
    if (!this.takeSign('%'))
      this.expected(`“${percent}%” or “level ${percent}”`, `“${percent}%” hoặc “mức ${percent}”`);
    return { section, percent };
  }

  private bracketed(): Requirement {
    this.needSign('(');
    return this.rest();
  }

  /** What stands after an opening bracket, and the closing one. */
  private rest(): Requirement {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Unreadable(TOO_DEEP);
    const requirement = this.alternatives();
    this.depth -= 1;
    this.needSign(')');
    return requirement;
  }

  private level(): number {
    if (!this.takeWord('level')) this.expected('“level”', '“mức”');
    return this.number();
  }

  private number(): number {
    const name = this.takeName();
    const number = Number(name);
    if (name === undefined || !Number.isFinite(number)) {
      if (name !== undefined) this.at -= 1;
      return this.expected('a number', 'một số');
    }
    return number;
  }

  private name(): string {
    return (
      this.takeName() ??
      this.expected('a code of a criterion, or “section”', 'mã tiêu chí, hoặc “nhóm”')
    );
  }

  private takeName(): string | undefined {
    const token = this.tokens[this.at];
    if (token?.kind !== 'NAME') return undefined;
    this.at += 1;
    return token.name;
  }

  private peekIs(word: Word): boolean {
    const token = this.tokens[this.at];
    return token?.kind === 'WORD' && token.word === word;
  }

  private takeWord(word: Word): boolean {
    const is = this.peekIs(word);
    if (is) this.at += 1;
    return is;
  }

  private takeSign(sign: string): boolean {
    const token = this.tokens[this.at];
    const is = token?.kind === 'SIGN' && token.sign === sign;
    if (is) this.at += 1;
    return is;
  }

  private needSign(sign: string): void {
    if (!this.takeSign(sign)) this.expected(`“${sign}”`, `“${sign}”`);
  }

  private expected(en: string, vi: string): never {
    const token = this.tokens[this.at];
    const found = token && `“${written(token)}”`;
    throw new Unreadable({
      vi: `Không đọc được điều kiện: cần ${vi}, nhưng ở đây ${found ? `là ${found}` : 'ô đã hết'}. Ví dụ: ${EXAMPLE.vi}`,
      en: `The requirement cannot be read: ${en} is expected, but here ${found ? `is ${found}` : 'the cell ends'}. An example: ${EXAMPLE.en}`,
    });
  }
}

function written(token: Token): string {
  if (token.kind === 'WORD') return token.written;
  return token.kind === 'NAME' ? token.name : token.sign;
}

/** A requirement that shows what can be said. */
export const EXAMPLE: Text = {
  vi: '1.1 và (1.3 >= 20 hoặc nhóm 2 >= 60%)',
  en: '1.1 and (1.3 >= 20 or section 2 >= 60%)',
};

const TOO_DEEP: Text = {
  vi: `Các dấu ngoặc được lồng nhau nhiều nhất ${DEEPEST} lần.`,
  en: `Brackets may stand in each other ${DEEPEST} deep, no deeper.`,
};

function unknown(sign: string): Text {
  return {
    vi: `Không đọc được điều kiện từ “${sign}”. Số thập phân viết với dấu chấm. Ví dụ: ${EXAMPLE.vi}`,
    en: `The requirement cannot be read from “${sign}” on. Decimals have a point. An example: ${EXAMPLE.en}`,
  };
}
