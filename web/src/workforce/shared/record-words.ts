import type {
  WorkforceAudience,
  WorkforceRecordKind,
  WorkforceTier,
} from '../../generated/graphql';
import { useSharedWords } from '../../shared/shared.words';
import type { Index } from '../workforce.page';
import { useWorkforceWords } from './workforce.words';

interface Subject {
  kind: WorkforceRecordKind;
  tier?: WorkforceTier | null;
  audience?: WorkforceAudience | null;
  agency?: string | null;
  topic?: string | null;
}

/** On which level and of whom something is counted. */
function useWhose() {
  const say = useSharedWords();
  const words = useWorkforceWords();
  return ({ tier, audience }: Pick<Subject, 'tier' | 'audience'>) => [
    tier && (tier === 'HAMLET' ? words('HAMLET') : say(tier)),
    audience && words(audience),
  ];
}

/** Says what a record counts, and of whom. */
export function useSubjectWords() {
  const words = useWorkforceWords();
  const whose = useWhose();
  return ({ kind, tier, audience, agency, topic }: Subject): string =>
    [words(kind), ...whose({ tier, audience }), agency, topic].filter(Boolean).join(', ');
}

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
