import type { IndexAssumption } from '../../generated/graphql';
import { useView } from '../../shared/address';
import type { Index } from './workforce-index';

export type Gap = Index['gaps']['nodes'][number];

/** Whether somebody who sees this gap can suppose it closed: what is withheld must not be found out that way. */
export const isAssumable = ({ cure }: Gap): boolean => cure.every(({ value }) => value != null);

/** Other counts than those that would just close a gap, as the address has them, by the names of the inputs. */
export type OtherCounts = ReadonlyMap<string, number>;

/** The counts of the address, and how to change one; null takes it out. */
export function useOtherCounts(): [OtherCounts, (input: string, value: number | null) => void] {
  const [view, change] = useView();
  const counts = new Map(
    view.getAll('count').flatMap((said) => {
      const [, input = '', value = ''] = /^(.+):(\d{1,7})$/.exec(said) ?? [];
      return input ? [[input, Number(value)] as const] : [];
    }),
  );
  const put = (input: string, value: number | null) => {
    const others = [...counts].filter(([name]) => name !== input);
    const after = value === null ? others : [...others, [input, value] as const];
    change({ count: after.map(([name, count]) => `${name}:${count}`) }, true);
  };
  return [counts, put];
}

/** What is assumed of the gaps that are ticked. The hub lets later assumptions win over earlier ones. */
export const assumptionsOf = (ticked: readonly Gap[], counts: OtherCounts): IndexAssumption[] => [
  ...ticked.map(({ key }) => ({ gap: key })),
  ...ticked
    .flatMap(({ cure }) => cure)
    .flatMap(({ input }) => (counts.has(input) ? [{ input, value: counts.get(input) }] : [])),
];
