import { number, part } from '../../shared/format';
import { useWorkforceWords } from '../shared/workforce.words';
import { isAssumable, type Gap, type OtherCounts } from './assumptions';
import { inputsOf, isYesNo, useCountWords, useInputWords } from './input-words';
import type { Index } from './workforce-index';

/** Says of a gap what it is, what closing it brings, and what a tick assumes. */
export function useGapWords(index: Index, counts: OtherCounts) {
  const words = useWorkforceWords();
  const called = useInputWords();
  const countOf = useCountWords();
  const names = new Map(index.components.map(({ code, name }) => [code, name]));
  const inputs = inputsOf(index);
  const supposed = ({ input: name, value: closing }: Gap['cure'][number]): string => {
    const input = inputs.get(name);
    const value = counts.get(name) ?? closing ?? null;
    if (!input) return `${name}: ${number(value)}`;
    const then = countOf({ ...input, value, withheld: null });
    return words('assumes-count', { name: called(input), value: then, now: countOf(input) });
  };
  return {
    /** The counts of a gap that can be supposed to be others, each with the one that just closes it. */
    typed: ({ cure }: Gap): { input: string; name: string; closing: number }[] =>
      cure.flatMap(({ input, value }) => {
        const of = inputs.get(input);
        return of && value != null && !isYesNo(of)
          ? [{ input, name: called(of), closing: value }]
          : [];
      }),
    what: ({ institution, components }: Gap): string =>
      institution?.name ?? components.map((code) => names.get(code) ?? code).join('; '),
    about: ({ kind, owner }: Gap): string => words('gap-about', { kind: words(kind), owner }),
    brings: ({ leastPoints: least, mostPoints: most }: Gap): string =>
      most == null
        ? words('brings-withheld')
        : words(least === most ? 'brings' : 'brings-between', {
            least: part(least, Infinity, 2),
            most: part(most, Infinity, 2),
          }),
    assumes: (gap: Gap): string[] => {
      if (!isAssumable(gap)) return [words('not-assumable')];
      return gap.cure.length === 0 ? [words('assumes-completion')] : gap.cure.map(supposed);
    },
  };
}

export type GapWords = ReturnType<typeof useGapWords>;
