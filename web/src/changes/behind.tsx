import { Paper, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { Coming, Failure } from '../components/answer';
import type { Column } from '../components/column';
import { LongTable } from '../components/long-table';
import {
  ChangesBehindDocument,
  type HowItWasFragment,
  type ProgressChangeReason,
} from '../generated/graphql';
import { day, number } from '../shared/format';
import { institutionAddress } from '../shared/institution-address';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import type { Asked, Change } from './asked';
import { useChangesWords } from './changes.words';

/** The address may name a reason for which nothing differs. */
const NOBODY = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } };

/** The institutions of one part, each as it was on both dates. */
export function Behind({
  asked,
  reason,
  change,
}: {
  asked: Asked;
  reason: ProgressChangeReason;
  change: Change;
}) {
  const say = useSharedWords();
  const words = useChangesWords();
  const columns = useColumns(asked, change);
  const title = words('behind', { reason: words(reason) });
  const { rows, total, error, more, retry } = usePages(
    ChangesBehindDocument,
    { ...asked, reason },
    ({ progressChange }) =>
      progressChange && (progressChange.lines[0]?.parts[0]?.changed ?? NOBODY),
  );
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h3" mb="xs">
        {title}
      </Title>
      {error ? (
        <Failure error={error} again={retry} />
      ) : total === undefined ? (
        <Coming />
      ) : total === 0 ? (
        <Text>{say('nothing')}</Text>
      ) : (
        <LongTable
          caption={title}
          rows={rows}
          rowKey={({ institution }) => institution.id}
          total={total}
          more={more}
          columns={columns}
        />
      )}
    </Paper>
  );
}

interface Changed {
  institution: { id: string; code: string; name: string };
  before: HowItWasFragment;
  after: HowItWasFragment;
}

function useColumns(asked: Asked, { from, to }: Change): Column<Changed>[] {
  const words = useChangesWords();
  const stateOf = useStateWords();
  return [
    {
      key: 'name',
      header: words('name'),
      show: ({ institution }) => (
        <Link href={institutionAddress(institution, asked.to)}>{institution.name}</Link>
      ),
    },
    {
      key: 'before',
      header: words('before', { day: day(from) }),
      under: true,
      show: ({ before }) => stateOf(before),
    },
    {
      key: 'after',
      header: words('before', { day: day(to) }),
      under: true,
      show: ({ after }) => stateOf(after),
    },
  ];
}

/** Says how an institution was on a date, and where. */
function useStateWords(): (then: HowItWasFragment) => string {
  const say = useSharedWords();
  const words = useChangesWords();
  return ({ counted, applies, stage, points, maxPoints, unit }) => {
    const state = !counted
      ? words('not-counted')
      : !applies
        ? say('NOT_APPLICABLE')
        : !stage
          ? say('NOT_REPORTED')
          : points == null
            ? say(stage)
            : words('points', {
                stage: say(stage),
                points: number(points, 2),
                maximum: number(maxPoints, 2),
              });
    return unit ? `${state} · ${unit.name}` : state;
  };
}
