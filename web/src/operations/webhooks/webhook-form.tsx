import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import { WebhookAddDocument } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import type { Issued } from '../shared/secret-once';
import { useWebhookWords } from './webhooks.words';

/** Adds an address that is told of what is published from now on; its secret comes this once. */
export function WebhookForm({ onIssued }: { onIssued: (issued: Issued) => void }) {
  const words = useWebhookWords();
  const refusedBy = useRefusedBy();
  const [add] = useChange(WebhookAddDocument);
  return (
    <EntryForm
      title={words('add')}
      label={words('add')}
      primary
      fields={[
        { name: 'url', label: words('url'), kind: 'url', required: true },
        { name: 'description', label: words('description'), required: true },
      ]}
      send={async (typed, keyed) => {
        const { data, error } = await add({
          input: keyed({ url: typed('url'), description: typed('description') }),
        });
        const { webhook, secret = null } = data?.webhookCreate ?? {};
        if (webhook) onIssued({ name: webhook.url, secret });
        return refusedBy(error, data?.webhookCreate.userErrors);
      }}
    />
  );
}
