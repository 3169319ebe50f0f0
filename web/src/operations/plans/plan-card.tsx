import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { DataTable } from '../../components/data-table';
import {
  TargetDropDocument,
  TargetPutDocument,
  type InstitutionGroup,
  type Pillar,
  type SourceStatus,
} from '../../generated/graphql';
import { day, targetPercent } from '../../shared/format';
import { useChange } from '../../shared/graph';
import { GROUPS, PILLARS, SOURCE_STATUSES } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import { Act } from '../shared/act';
import { EntryForm } from '../../components/entry-form';
import { PlanForm, type Plan } from './plan-form';
import { usePlanWords } from './plans.words';
import { useRefusedBy } from '../../components/refused-by';

/** A plan with its targets; who may, changes them here. */
export function PlanCard({
  plan,
  onDone,
  readAgain,
}: {
  plan: Plan;
  onDone: () => void;
  /** Reads the plans anew, as another has changed one. */
  readAgain: () => void;
}) {
  const say = useSharedWords();
  const words = usePlanWords();
  const refusedBy = useRefusedBy(readAgain);
  const [drop] = useChange(TargetDropDocument);
  const { id, title, version, targets, canUpdate } = plan;
  const name = ({ group, pillar, year }: Plan['targets'][number]) =>
    [say(group), say(pillar ?? 'ALL_FOUR'), year].join(', ');
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={3} size="h4">
          {title}
        </Title>
        <Text size="sm">
          {plan.unit && `${plan.unit.name}. `}
          {plan.document}, {plan.issuer}, {day(plan.issuedOn)} ({say(plan.sourceStatus)}).{' '}
          {plan.url && (
            <Anchor href={plan.url} underline="always" style={{ overflowWrap: 'anywhere' }}>
              {plan.url}
            </Anchor>
          )}
        </Text>
        {targets.length === 0 ? (
          <Text>{words('no-targets')}</Text>
        ) : (
          <DataTable
            caption={words('targets', { title })}
            rows={targets}
            rowKey={(target) => target.id}
            columns={[
              { key: 'group', header: words('group'), show: ({ group }) => say(group) },
              {
                key: 'pillar',
                header: words('pillar'),
                show: ({ pillar }) => say(pillar ?? 'ALL_FOUR'),
              },
              {
                key: 'percent',
                header: words('percent'),
                numeric: true,
                show: (target) => targetPercent(target.percent),
              },
              { key: 'due', header: words('due'), show: ({ dueOn }) => day(dueOn) },
              {
                key: 'status',
                header: words('status'),
                show: ({ sourceStatus }) => say(sourceStatus),
              },
              ...(canUpdate
                ? [
                    {
                      key: 'remove',
                      header: words('remove'),
                      show: (target: Plan['targets'][number]) => (
                        <Act
                          label={words('remove')}
                          about={name(target)}
                          sure={words('remove-sure')}
                          send={async (keyed) => {
                            const { data, error } = await drop({
                              input: keyed({ id: target.id, version }),
                            });
                            if (data?.targetRemove.plan) onDone();
                            return refusedBy(error, data?.targetRemove.userErrors);
                          }}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {canUpdate && (
          <>
            <TargetForm plan={id} version={version} onDone={onDone} readAgain={readAgain} />
            <PlanForm plan={plan} onDone={onDone} readAgain={readAgain} />
          </>
        )}
      </Stack>
    </Paper>
  );
}

/** Sets a target; one for the same group, pillar and year is changed. */
function TargetForm({
  plan,
  version,
  onDone,
  readAgain,
}: {
  plan: string;
  version: number;
  onDone: () => void;
  readAgain: () => void;
}) {
  const say = useSharedWords();
  const words = usePlanWords();
  const refusedBy = useRefusedBy(readAgain);
  const [put] = useChange(TargetPutDocument);
  const choice = (each: InstitutionGroup | Pillar) => ({
    value: each,
    label: say(each),
  });
  return (
    <EntryForm
      title={words('target-set')}
      label={words('target-set')}
      fields={[
        { name: 'group', label: words('group'), options: GROUPS.map(choice) },
        {
          name: 'pillar',
          label: words('pillar'),
          options: [{ value: '', label: say('ALL_FOUR') }, ...PILLARS.map(choice)],
        },
        { name: 'percent', label: words('percent'), kind: 'number', required: true },
        { name: 'year', label: words('year'), kind: 'number', required: true },
        { name: 'dueOn', label: words('due'), kind: 'date' },
        {
          name: 'sourceStatus',
          label: words('status'),
          options: SOURCE_STATUSES.map((each) => ({ value: each, label: say(each) })),
        },
      ]}
      send={async (typed, keyed) => {
        const { data, error } = await put({
          input: keyed({
            plan,
            version,
            group: typed('group') as InstitutionGroup,
            pillar: (typed('pillar') || null) as Pillar | null,
            percent: Number(typed('percent').replace(',', '.')),
            year: Number(typed('year')),
            dueOn: typed('dueOn') || null,
            sourceStatus: typed('sourceStatus') as SourceStatus,
          }),
        });
        if (data?.targetSet.target) onDone();
        return refusedBy(error, data?.targetSet.userErrors);
      }}
    />
  );
}
