import { day, targetPercent } from '../../shared/format';
import { COMMON_INDICATORS } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import type { Plan } from './plan-form';
import { usePlanWords } from './plans.words';

export type Target = Plan['targets'][number];

/** What a target is set for: there is one of each in a plan. */
export type TargetSubject = Pick<Target, 'group' | 'year'> & {
  indicator: Pick<Target['indicator'], 'code'>;
};

export const isSame = (one: TargetSubject, other: TargetSubject): boolean =>
  one.group === other.group &&
  one.indicator.code === other.indicator.code &&
  one.year === other.year;

/** Says what a target is for, and what it wants. */
export function useSaidTarget() {
  const say = useSharedWords();
  const words = usePlanWords();
  /** The console calls what every hub has as it does everywhere; others have their name of the hub. */
  const nameOfIndicator = ({ code, name }: Target['indicator']): string => {
    const common = COMMON_INDICATORS.find((each) => each === code);
    return common ? say(common) : name;
  };
  return {
    nameOfIndicator,
    nameOf: ({ group, indicator, year }: Pick<Target, 'group' | 'indicator' | 'year'>) =>
      [say(group), nameOfIndicator(indicator), year].join(', '),
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
