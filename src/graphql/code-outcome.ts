import { registerEnumType } from 'type-graphql';
import { enumeration, type NameOf } from '../shared/enumeration.js';

export const CodeOutcome = enumeration('FOUND', 'NOT_FOUND', 'AMBIGUOUS');
export type CodeOutcome = NameOf<typeof CodeOutcome>;

registerEnumType(CodeOutcome, {
  name: 'CodeOutcome',
  description: 'What became of a code that was looked up.',
  valuesConfig: {
    FOUND: { description: 'It leads to one, which is given.' },
    NOT_FOUND: { description: 'Nobody has or had it, of those that were asked for.' },
    AMBIGUOUS: {
      description:
        'It is the code of several on the date, which are the candidates: name more, to choose one of them.',
    },
  },
});

/** What was found for each code, in the order of the codes. */
export interface LookedUp<Row> {
  code: string;
  outcome: CodeOutcome;
  found: Row | null;
  /** Those that have the code where it is ambiguous; otherwise empty. */
  candidates: readonly Row[];
}

/** @param holders those that have the code, each once. */
export function lookedUp<Row>(code: string, holders: readonly Row[]): LookedUp<Row> {
  const [first] = holders;
  if (first === undefined) return { code, outcome: 'NOT_FOUND', found: null, candidates: [] };
  return holders.length > 1
    ? { code, outcome: 'AMBIGUOUS', found: null, candidates: holders }
    : { code, outcome: 'FOUND', found: first, candidates: [] };
}

/** For the cost of a lookup: it is a row for each code. */
export interface LookupCost {
  args: { codes?: readonly string[] };
  childComplexity: number;
}
