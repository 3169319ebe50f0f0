import { Button, Group, Text } from '@mantine/core';
import type { Column } from '../../components/column';
import { DataTable } from '../../components/data-table';
import { useRefusedBy } from '../../components/refused-by';
import { TargetDropDocument } from '../../generated/graphql';
import { day, targetPercent } from '../../shared/format';
import { useChange } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { Act } from '../shared/act';
import type { Plan } from './plan-form';
import { usePlanWords } from './plans.words';
import { useSaidTarget, type Target } from './target';
import type { TargetHistory } from './target-history';

/** The targets of a plan, what they were before, and for who may change them the ways to do it. */
export function TargetTable({
  plan,
  history,
  onChange,
  onRemoved,
  readAgain,
}: {
  plan: Plan;
  history: TargetHistory;
  onChange: (target: Target) => void;
  onRemoved: (told: string) => void;
  readAgain: () => void;
}) {
  const words = usePlanWords();
  const { nameOf } = useSaidTarget();
  const said = useSaidColumns(history);
  const change: Column<Target> = {
    key: 'change',
    header: words('change-or-remove'),
    show: (target) => (
      <Group gap="xs" align="start">
        <Button
          size="xs"
          variant="default"
          aria-label={`${words('change')}: ${nameOf(target)}`}
          onClick={() => onChange(target)}
        >
          {words('change')}
        </Button>
        <RemoveTarget plan={plan} target={target} onRemoved={onRemoved} readAgain={readAgain} />
      </Group>
    ),
  };
  return (
    <DataTable
      caption={words('targets', { title: plan.title })}
      rows={plan.targets}
      rowKey={(target) => target.id}
      columns={plan.canUpdate ? [...said, change] : said}
    />
  );
}

function useSaidColumns(history: TargetHistory): Column<Target>[] {
  const say = useSharedWords();
  const words = usePlanWords();
  const { nameOfIndicator } = useSaidTarget();
  return [
    { key: 'group', header: words('group'), show: ({ group }) => say(group) },
    {
      key: 'indicator',
      header: words('indicator'),
      under: true,
      show: ({ indicator }) => nameOfIndicator(indicator),
    },
    {
      key: 'percent',
      header: words('percent'),
      numeric: true,
      show: (target) => (
        <>
          <Text span fz="inherit">
            {targetPercent(target.percent)}
          </Text>
          {history.formerOf(target).map(({ percent, until }) => (
            <Text size="xs" key={until}>
              {words('was', { percent: targetPercent(percent), until: day(until) })}
            </Text>
          ))}
        </>
      ),
    },
    { key: 'due', header: words('due'), under: true, show: ({ dueOn }) => day(dueOn) },
    {
      key: 'status',
      header: words('status'),
      under: true,
      show: ({ sourceStatus }) => say(sourceStatus),
    },
  ];
}

function RemoveTarget({
  plan: { version },
  target,
  onRemoved,
  readAgain,
}: {
  plan: Plan;
  target: Target;
  onRemoved: (told: string) => void;
  readAgain: () => void;
}) {
  const words = usePlanWords();
  const refusedBy = useRefusedBy(readAgain);
  const [drop] = useChange(TargetDropDocument);
  const { nameOf, valueOf } = useSaidTarget();
  const said = { name: nameOf(target), value: valueOf(target) };
  return (
    <Act
      label={words('remove')}
      about={said.name}
      sure={words('remove-sure', said)}
      removes
      send={async (keyed) => {
        const { data, error } = await drop({ input: keyed({ id: target.id, version }) });
        if (data?.targetRemove.plan) onRemoved(words('removed', said));
        return refusedBy(error, data?.targetRemove.userErrors);
      }}
    />
  );
}
