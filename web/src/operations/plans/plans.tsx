import { Button, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Coming, Failure } from '../../components/answer';
import { PlanListDocument } from '../../generated/graphql';
import { useSharedWords } from '../../shared/shared.words';
import { usePages } from '../../shared/use-pages';
import { hasRole, useViewer } from '../../sign-in/viewer';
import { useOperationsWords } from '../shared/operations.words';
import { PlanCard } from './plan-card';
import { PlanForm } from './plan-form';
import { usePlanWords } from './plans.words';

/** The documents that set targets, with their targets, and a form for another. */
export function Plans() {
  const say = useSharedWords();
  const all = useOperationsWords();
  const words = usePlanWords();
  const viewer = useViewer();
  const [told, setTold] = useState('');
  const { rows, total, error, more, again, retry } = usePages(
    PlanListDocument,
    { first: 10 },
    (data) => data.plans,
  );
  function done(what = words('done')) {
    setTold(what);
    again();
  }
  return (
    <Stack className="in-order">
      <Title order={2} size="h3">
        {all('plans')}
      </Title>
      <div role="status">{told}</div>
      {error && <Failure error={error} again={retry} />}
      {total === undefined && !error && <Coming />}
      {total === 0 && <Text>{words('none')}</Text>}
      {rows.map((plan) => (
        <PlanCard key={plan.id} plan={plan} onDone={done} readAgain={again} />
      ))}
      {more && (
        <Button variant="subtle" onClick={more}>
          {say('more')}
        </Button>
      )}
      {hasRole(viewer, 'PLANNER') && <PlanForm onDone={() => done()} />}
    </Stack>
  );
}
