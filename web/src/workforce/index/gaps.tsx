import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { DataTable } from '../../components/data-table';
import { institutionAddress } from '../../shared/institution-address';
import { number, part } from '../../shared/format';
import { useWorkforceWords } from '../shared/workforce.words';
import type { Index } from './workforce-index';

export type Gap = Index['gaps']['nodes'][number];

/** What a gap is, in words: which components it keeps short, and why. */
export function useGapWords(index: Index): (gap: Gap) => string {
  const words = useWorkforceWords();
  const names = new Map(index.components.map(({ code, name }) => [code, name]));
  return ({ kind, components, institution }) => {
    const about = institution?.name ?? components.map((code) => names.get(code) ?? code).join('; ');
    return `${words(kind)}: ${about}`;
  };
}

/** What closing each gap would bring, and who has to act: the to-do list. */
export function Gaps({ index }: { index: Index }) {
  const words = useWorkforceWords();
  const named = useGapWords(index);
  return (
    <>
      <Text size="sm" mb="xs">
        {words('gaps-lead')}
      </Text>
      <DataTable
        caption={words('gaps')}
        fileName={words('gaps')}
        rows={index.gaps.nodes}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'gap',
            header: words('gap'),
            show: (gap) =>
              gap.institution ? (
                <Link href={institutionAddress(gap.institution)}>{named(gap)}</Link>
              ) : (
                named(gap)
              ),
            value: named,
          },
          {
            key: 'rank',
            header: words('rank'),
            numeric: true,
            show: ({ rank }) => number(rank),
            value: ({ rank }) => rank,
          },
          {
            key: 'most',
            header: words('at-most'),
            numeric: true,
            show: ({ mostPoints }) => part(mostPoints, Infinity, 2),
            value: ({ mostPoints }) => mostPoints ?? null,
          },
          {
            key: 'least',
            header: words('at-least'),
            numeric: true,
            show: ({ leastPoints }) => part(leastPoints, Infinity, 2),
            value: ({ leastPoints }) => leastPoints ?? null,
          },
          {
            key: 'owner',
            header: words('owner'),
            show: ({ owner }) => owner,
            value: ({ owner }) => owner,
          },
        ]}
      />
    </>
  );
}
