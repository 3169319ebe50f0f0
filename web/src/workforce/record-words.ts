import type { WorkforceAudience, WorkforceRecordKind, WorkforceTier } from '../generated/graphql';
import { useSharedWords } from '../shared/shared.words';
import { useWorkforceWords } from './workforce.words';

interface Subject {
  kind: WorkforceRecordKind;
  tier?: WorkforceTier | null;
  audience?: WorkforceAudience | null;
  agency?: string | null;
  topic?: string | null;
}

/** Says what a record counts, and of whom. */
export function useSubjectWords() {
  const say = useSharedWords();
  const words = useWorkforceWords();
  return ({ kind, tier, audience, agency, topic }: Subject): string =>
    [
      words(kind),
      tier && (tier === 'HAMLET' ? words('HAMLET') : say(tier)),
      audience && words(audience),
      agency,
      topic,
    ]
      .filter(Boolean)
      .join(', ');
}
