import { Text } from '@mantine/core';
import { EntryForm } from '../../components/entry-form';
import { RegisterContactDocument } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import type { OfInstitution } from './of-institution';
import { useRegisterRefusals } from './register-refusals';
import { useRegisterWords } from './register.words';

/** Records how the office of an institution is reached. */
export function ContactForm({ institution, onSaved, readAgain }: OfInstitution) {
  const words = useRegisterWords();
  const refusedBy = useRegisterRefusals(readAgain);
  const [send] = useChange(RegisterContactDocument);
  const { id, contact } = institution;
  if (!contact) return null;
  const { email, telephone, version } = contact;
  return (
    <EntryForm
      title={words('contact-change')}
      label={words('contact-save')}
      fields={[
        { name: 'email', label: words('email'), kind: 'email', start: email ?? '' },
        { name: 'telephone', label: words('telephone'), start: telephone ?? '' },
      ]}
      aside={() => <Text size="sm">{words('contact-lead')}</Text>}
      send={async (typed, keyed) => {
        const typedOrNull = (name: string) => typed(name) || null;
        const input = keyed({
          ...{ id, version, email: typedOrNull('email'), telephone: typedOrNull('telephone') },
        });
        const { data, error } = await send({ input });
        const answer = data?.institutionContactSet;
        const refused = refusedBy(error, answer?.userErrors);
        if (refused.length === 0 && answer?.institution) onSaved(answer.institution);
        return refused;
      }}
    />
  );
}
