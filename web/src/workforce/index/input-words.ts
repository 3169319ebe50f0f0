import { useSharedWords } from '../../shared/shared.words';
import { useWhose } from '../shared/record-words';
import { useWorkforceWords } from '../shared/workforce.words';
import type { Index } from './workforce-index';

/** Says what a number of the index counts, by its name in the edition. */
export function useInputWords({ components }: Pick<Index, 'components'>) {
  const say = useSharedWords();
  const words = useWorkforceWords();
  const whose = useWhose();
  const inputs = components.flatMap((component) => component.inputs);
  return (name: string): string => {
    const input = inputs.find((each) => each.name === name);
    if (!input) return name;
    const { quantity, tier, audience, group, completed } = input;
    return [
      quantity ? words(quantity) : group ? say(group) : words('sum'),
      ...whose({ tier, audience }),
      completed && words('all-completed'),
    ]
      .filter(Boolean)
      .join(', ');
  };
}
