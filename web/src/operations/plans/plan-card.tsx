import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { day } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { PlanForm, type Plan } from './plan-form';
import { usePlanWords } from './plans.words';
import { TargetForm } from './target-form';
import { RemovedTargets, useTargetHistory } from './target-history';
import { TargetTable } from './target-table';
import type { Target } from './target';

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
  const words = usePlanWords();
  const { title, targets, canUpdate } = plan;
  const history = useTargetHistory(plan);
  const [changing, setChanging] = useState<Target | null>(null);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={3} size="h4">
          {title}
        </Title>
        <Source of={plan} />
        {targets.length === 0 ? (
          <Text>{words('no-targets')}</Text>
        ) : (
          <TargetTable
            plan={plan}
            history={history}
            onChange={setChanging}
            onRemoved={onDone}
            readAgain={readAgain}
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

/** Where the targets come from: who set them, when, and where it can be read. */
function Source({ of: plan }: { of: Plan }) {
  const say = useSharedWords();
  return (
    <Text size="sm">
      {plan.unit && `${plan.unit.name}. `}
      {plan.document}, {plan.issuer}, {day(plan.issuedOn)} ({say(plan.sourceStatus)}).{' '}
      {plan.url && (
        <Anchor href={plan.url} underline="always" style={{ overflowWrap: 'anywhere' }}>
          {plan.url}
        </Anchor>
      )}
    </Text>
  );
}
