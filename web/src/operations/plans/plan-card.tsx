import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { DataTable } from '../../components/data-table';
import { TargetDropDocument } from '../../generated/graphql';
import { day, targetPercent } from '../../shared/format';
import { useChange } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { Act } from '../shared/act';
import { PlanForm, type Plan } from './plan-form';
import { usePlanWords } from './plans.words';
import { useRefusedBy } from '../../components/refused-by';
import { TargetForm } from './target-form';
import { RemovedTargets, useTargetHistory } from './target-history';
import { useSaidTarget, type Target } from './target';

/** A plan with its targets; who may, changes them here. */
export function PlanCard({
  plan,
  onDone,
  readAgain,
}: {
  plan: Plan;
  /** @param told what was done; without it, that it was. */
  onDone: (told?: string) => void;
  /** Reads the plans anew, as another has changed one. */
  readAgain: () => void;
}) {
  const say = useSharedWords();
  const words = usePlanWords();
  const refusedBy = useRefusedBy(readAgain);
  const [drop] = useChange(TargetDropDocument);
  const { title, version, targets, canUpdate } = plan;
  const { nameOf, valueOf } = useSaidTarget();
  const history = useTargetHistory(plan);
  const [changing, setChanging] = useState<Target | null>(null);
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
              { key: 'due', header: words('due'), show: ({ dueOn }) => day(dueOn) },
              {
                key: 'status',
                header: words('status'),
                show: ({ sourceStatus }) => say(sourceStatus),
              },
              ...(canUpdate
                ? [
                    {
                      key: 'change',
                      header: words('change-or-remove'),
                      show: (target: Target) => (
                        <Group gap="xs" align="start">
                          <Button
                            size="xs"
                            variant="default"
                            aria-label={`${words('change')}: ${nameOf(target)}`}
                            onClick={() => setChanging(target)}
                          >
                            {words('change')}
                          </Button>
                          <Act
                            label={words('remove')}
                            about={nameOf(target)}
                            sure={words('remove-sure', {
                              name: nameOf(target),
                              value: valueOf(target),
                            })}
                            removes
                            send={async (keyed) => {
                              const { data, error } = await drop({
                                input: keyed({ id: target.id, version }),
                              });
                              if (data?.targetRemove.plan)
                                onDone(
                                  words('removed', {
                                    name: nameOf(target),
                                    value: valueOf(target),
                                  }),
                                );
                              return refusedBy(error, data?.targetRemove.userErrors);
                            }}
                          />
                        </Group>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        <RemovedTargets history={history} />
        {canUpdate && (
          <>
            {changing && (
              <TargetForm
                key={changing.id}
                plan={plan}
                // As it is now, where another has changed it meanwhile.
                target={targets.find(({ id }) => id === changing.id) ?? changing}
                onDone={(told) => {
                  setChanging(null);
                  onDone(told);
                }}
                onLeave={() => setChanging(null)}
                readAgain={readAgain}
              />
            )}
            <TargetForm plan={plan} onDone={onDone} readAgain={readAgain} />
            <PlanForm plan={plan} onDone={() => onDone()} readAgain={readAgain} />
          </>
        )}
      </Stack>
    </Paper>
  );
}
