import { Stack } from '@mantine/core';
import { useRefusedBy } from '../components/refused-by';
import {
  WebhookChangeDocument,
  WebhookStopDocument,
  type WebhookShownFragment,
} from '../generated/graphql';
import { useChange } from '../shared/graph';
import { Act } from './act';
import type { Issued } from './secret-once';
import { useWebhookWords } from './webhooks.words';

/** Stops a webhook, takes it up again, and gives it another secret. */
export function WebhookActs({
  of: { id, version, url, disabledAt },
  onDone,
  onIssued,
}: {
  of: WebhookShownFragment;
  onDone: () => void;
  onIssued: (issued: Issued) => void;
}) {
  const words = useWebhookWords();
  const refusedBy = useRefusedBy();
  const [stop] = useChange(WebhookStopDocument);
  const [change] = useChange(WebhookChangeDocument);
  return (
    <Stack gap="xs">
      {disabledAt ? (
        <Act
          key={`take up ${version}`}
          label={words('take-up')}
          about={url}
          send={async (idempotencyKey) => {
            const { data, error } = await change({
              input: { id, version, enable: true, idempotencyKey },
            });
            if (data?.webhookUpdate.webhook) onDone();
            return refusedBy(error, data?.webhookUpdate.userErrors);
          }}
        />
      ) : (
        <Act
          key={`stop ${version}`}
          label={words('stop')}
          about={url}
          sure={words('stop-sure')}
          send={async (idempotencyKey) => {
            const { data, error } = await stop({ input: { id, version, idempotencyKey } });
            if (data?.webhookDisable.webhook) onDone();
            return refusedBy(error, data?.webhookDisable.userErrors);
          }}
        />
      )}
      <Act
        key={`renew ${version}`}
        label={words('renew')}
        about={url}
        sure={words('renew-sure')}
        send={async (idempotencyKey) => {
          const { data, error } = await change({
            input: { id, version, renewSecret: true, idempotencyKey },
          });
          const { webhook, secret = null } = data?.webhookUpdate ?? {};
          if (webhook) {
            onIssued({ name: url, secret });
            onDone();
          }
          return refusedBy(error, data?.webhookUpdate.userErrors);
        }}
      />
    </Stack>
  );
}
