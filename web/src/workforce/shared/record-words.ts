import type {
  WorkforceAudience,
  WorkforceRecordKind,
  WorkforceTier,
} from '../../generated/graphql';
import { useSharedWords } from '../../shared/shared.words';
import { useWorkforceWords } from './workforce.words';

interface Subject {
  kind: WorkforceRecordKind;
  tier?: WorkforceTier | null;
  audience?: WorkforceAudience | null;
  agency?: string | null;
  topic?: string | null;
}

/** On which level and of whom something is counted. */
export function useWhose() {
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
