import { Group, NativeSelect, Paper } from '@mantine/core';
import { UnitFilter } from '../components/unit-filter';
import { QueueRoundsDocument } from '../generated/graphql';
import { useView } from '../shared/address';
import { useGraph } from '../shared/graph';
import { CLAIM_HOLDERS } from './queue-view';
import { useReviewWords } from './review.words';

/** Limits the queue to a round, a unit, and who reviews; all are in the address. */
export function QueueFilters() {
  const words = useReviewWords();
  const [view, change] = useView();
  const { data } = useGraph(QueueRoundsDocument, {});
  const rounds = data?.reportingRounds.nodes ?? [];
  return (
    <Paper withBorder p="md" className="no-print">
      <Group align="end">
        <NativeSelect
          label={words('round')}
          value={view.get('round') ?? ''}
          onChange={({ currentTarget }) => change({ round: currentTarget.value })}
          data={[
            { value: '', label: words('every-round') },
            ...rounds.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          w={{ base: '100%', sm: 320 }}
        />
        <NativeSelect
          label={words('claim')}
          value={view.get('claim') ?? ''}
          onChange={({ currentTarget }) => change({ claim: currentTarget.value })}
          data={[
            { value: '', label: words('claim-any') },
            ...CLAIM_HOLDERS.map((each) => ({ value: each, label: words(`claim-${each}`) })),
          ]}
          w={{ base: '100%', sm: 200 }}
        />
        <UnitFilter />
      </Group>
    </Paper>
  );
}
