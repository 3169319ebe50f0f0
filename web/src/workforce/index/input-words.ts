import { useAnswerWords } from '../../components/answer.words';
import { number } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { useWhose } from '../shared/record-words';
import { useWorkforceWords } from '../shared/workforce.words';
import type { Index } from './workforce-index';

type Input = Index['components'][number]['inputs'][number];

/** Finds a number of the index by its name in the edition. */
export function inputsOf({ components }: Pick<Index, 'components'>): ReadonlyMap<string, Input> {
  return new Map(components.flatMap(({ inputs }) => inputs.map((each) => [each.name, each])));
}

/** Says what a number of the index counts. */
export function useInputWords() {
  const say = useSharedWords();
  const words = useWorkforceWords();
  const whose = useWhose();
  return ({
    quantity,
    tier,
    audience,
    group,
    completed,
  }: Pick<Input, 'quantity' | 'tier' | 'audience' | 'group' | 'completed'>): string =>
    [
      quantity ? words(quantity) : group ? say(group) : words('sum'),
      ...whose({ tier, audience }),
      completed && words('all-completed'),
    ]
      .filter(Boolean)
      .join(', ');
}

/** Whether a number is 1 for yes and 0 for no. */
export const isYesNo = ({ quantity }: Pick<Input, 'quantity'>): boolean =>
  quantity === 'HAS_UNIT' || quantity === 'HAS_DUTY';

/** Says how many there are, and why it is not known where it is not. */
export function useCountWords() {
  const words = useWorkforceWords();
  const answers = useAnswerWords();
  return (input: Pick<Input, 'quantity' | 'state' | 'value' | 'withheld' | 'expired'>): string => {
    const { state, value, withheld, expired } = input;
    if (withheld) return words('withheld');
    if (value == null) return words(expired ? 'count-expired' : state).toLowerCase();
    return isYesNo(input) ? answers(value ? 'yes' : 'no').toLowerCase() : number(value);
  };
}
