import { day, targetPercent } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import type { Plan } from './plan-form';
import { usePlanWords } from './plans.words';

export type Target = Plan['targets'][number];

/** What a target is set for: there is one of each in a plan. */
export type TargetSubject = Pick<Target, 'group' | 'year'> & { pillar?: Target['pillar'] };

export const isSame = (one: TargetSubject, other: TargetSubject): boolean =>
  one.group === other.group &&
  (one.pillar ?? null) === (other.pillar ?? null) &&
  one.year === other.year;

/** Says what a target is for, and what it wants. */
export function useSaidTarget() {
  const say = useSharedWords();
  const words = usePlanWords();
  return {
    nameOf: ({ group, pillar, year }: TargetSubject) =>
      [say(group), say(pillar ?? 'ALL_FOUR'), year].join(', '),
    valueOf: ({
      percent,
      dueOn,
      sourceStatus,
    }: Pick<Target, 'percent' | 'dueOn' | 'sourceStatus'>) =>
      words('value', {
        percent: targetPercent(percent),
        due: day(dueOn),
        status: say(sourceStatus).toLowerCase(),
      }),
  };
}
