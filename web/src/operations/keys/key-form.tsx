import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import { KeyAddDocument, type ApiKeyScope } from '../../generated/graphql';
import { endOf } from '../../shared/days';
import { useChange } from '../../shared/graph';
import type { Issued } from '../shared/secret-once';
import { useKeyWords } from './keys.words';

/** What a key can be for. */
const SCOPES: readonly ApiKeyScope[] = ['READ_PUBLIC', 'READ_EXPORTS'];

/** Makes a key, whose secret comes this once. */
export function KeyForm({ onIssued }: { onIssued: (id: string, issued: Issued) => void }) {
  const words = useKeyWords();
  const refusedBy = useRefusedBy();
  const [add] = useChange(KeyAddDocument);
  return (
    <EntryForm
      title={words('add')}
      label={words('add')}
      primary
      fields={[
        { name: 'name', label: words('name'), required: true },
        { name: 'expiresAt', label: words('last-day'), kind: 'date' },
        {
          name: 'scopes',
          label: words('scopes'),
          kind: 'ticks',
          required: true,
          start: 'READ_PUBLIC',
          options: SCOPES.map((each) => ({ value: each, label: words(each) })),
        },
      ]}
      send={async (typed, keyed) => {
        const { data, error } = await add({
          input: keyed({
            name: typed('name'),
            expiresAt: endOf(typed('expiresAt')),
            scopes: typed('scopes').split(',').filter(Boolean) as ApiKeyScope[],
          }),
        });
        const { apiKey, secret = null } = data?.apiKeyCreate ?? {};
        if (apiKey) onIssued(apiKey.id, { name: apiKey.name, secret });
        return refusedBy(error, data?.apiKeyCreate.userErrors);
      }}
    />
  );
}
