import { List, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { TargetHistoryDocument, type TargetHistoryQuery } from '../../generated/graphql';
import { dayOf } from '../../shared/days';
import { day, targetPercent } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import type { Plan } from './plan-form';
import { usePlanWords } from './plans.words';
import { isSame, useSaidTarget, type Target, type TargetSubject } from './target';

type Version = Extract<
  NonNullable<TargetHistoryQuery['node']>,
  { __typename?: 'Plan' }
>['versions']['nodes'][number];

/** What a target wanted before, and the last day of it. */
type Former = Pick<Target, 'group' | 'indicator' | 'year' | 'percent'> & { until: string };

/** More than these would hide what holds now. */
const SHOWN = 3;

/** How the targets of a plan were before; empty until it is known. */
export function useTargetHistory({ id, version, targets }: Plan) {
  const { data, again } = useGraph(TargetHistoryDocument, { plan: id });
  const read = useRef(version);
  useEffect(() => {
    if (read.current === version) return;
    read.current = version;
    again();
  });
  const versions = data?.node?.__typename === 'Plan' ? data.node.versions.nodes : [];
  return {
    formerOf: (target: Target): Former[] => formersOf(target, target.percent, versions),
    /** Targets that the plan has no longer, as they were last. */
    removed: removedFrom(targets, versions),
  };
}

export type TargetHistory = ReturnType<typeof useTargetHistory>;

/** The other percentages that a target had, the latest first. */
function formersOf(target: TargetSubject, now: number, versions: readonly Version[]): Former[] {
  const formers: Former[] = [];
  let last = now;
  for (const { supersededAt, targets } of versions) {
    const then = targets.find((each) => isSame(each, target));
    if (!then || !supersededAt || then.percent === last) continue;
    formers.push({ ...then, until: dayOf(new Date(supersededAt)) });
    last = then.percent;
  }
  return formers.slice(0, SHOWN);
}

function removedFrom(present: readonly Target[], versions: readonly Version[]): Former[] {
  const removed: Former[] = [];
  for (const { supersededAt, targets } of versions)
    for (const target of targets)
      if (supersededAt && ![...present, ...removed].some((each) => isSame(each, target)))
        removed.push({ ...target, until: dayOf(new Date(supersededAt)) });
  return removed;
}

/** Which targets the plan had, and what they wanted. */
export function RemovedTargets({ history: { removed } }: { history: TargetHistory }) {
  const words = usePlanWords();
  const { nameOf } = useSaidTarget();
  if (removed.length === 0) return null;
  return (
    <details>
      <summary>
        <Text span size="sm">
          {words('removed-before')}
        </Text>
      </summary>
      <List size="sm">
        {removed.map((target) => (
          <List.Item key={nameOf(target)}>
            {words('removed-on', {
              name: nameOf(target),
              percent: targetPercent(target.percent),
              until: day(target.until),
            })}
          </List.Item>
        ))}
      </List>
    </details>
  );
}
