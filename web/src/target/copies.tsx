import { Group } from '@mantine/core';
import { CopyList } from '../components/copy-list';
import { CopyAddress } from '../components/copy-text';
import type { NearInstitutionFragment } from '../generated/graphql';
import { number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { useTargetWords } from './target.words';
import { useLacks } from './use-lacks';

const HEADS = [
  'rank',
  'code',
  'name',
  'kind',
  'unit',
  'missing-points',
  'lacks',
  'ticked',
] as const;

/** The list to paste or to keep, and the address to send. */
export function Copies({
  rows,
  ticks,
}: {
  rows: readonly NearInstitutionFragment[];
  ticks: ReadonlySet<string>;
}) {
  const say = useSharedWords();
  const words = useTargetWords();
  const lacksOf = useLacks();
  const lines = () => [
    HEADS.map((head) => words(head)),
    ...rows.map((near) => [
      number(near.rank),
      near.institution.code,
      near.institution.name,
      say(near.institution.kind),
      near.institution.unit?.name ?? '',
      number(near.missingPoints, 2),
      lacksOf(near)
        .flatMap(({ what, answers }) => [what, ...answers])
        .join('; '),
      ticks.has(near.institution.id) ? 'x' : '',
    ]),
  ];
  return (
    <Group align="start">
      <CopyList label={words('copy-list')} name={`${words('file')}.csv`} lines={lines} />
      <CopyAddress />
    </Group>
  );
}
