import { Stack } from '@mantine/core';
import { useRefusedBy } from '../../components/refused-by';
import {
  WebhookChangeDocument,
  WebhookStopDocument,
  type WebhookShownFragment,
} from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { Act } from '../shared/act';
import type { Issued } from '../shared/secret-once';
import { useWebhookWords } from './webhooks.words';

/** Stops a webhook, takes it up again, and gives it another secret. */
export function WebhookActs({
  of: { id, version, url, disabledAt },
  onDone,
  onIssued,
  readAgain,
}: {
  of: WebhookShownFragment;
  onDone: () => void;
  onIssued: (issued: Issued) => void;
  /** Reads the list anew, as another has changed one. */
  readAgain: () => void;
}) {
  const words = useWebhookWords();
  const refusedBy = useRefusedBy(readAgain);
  const [stop] = useChange(WebhookStopDocument);
  const [change] = useChange(WebhookChangeDocument);
  return (
    <Stack gap="xs">
      {disabledAt ? (
        <Act
          key="take up"
          label={words('take-up')}
          about={url}
          send={async (keyed) => {
            const { data, error } = await change({
              input: keyed({ id, version, enable: true }),
            });
            if (data?.webhookUpdate.webhook) onDone();
            return refusedBy(error, data?.webhookUpdate.userErrors);
          }}
        />
      ) : (
        <Act
          key="stop"
          label={words('stop')}
          about={url}
          sure={words('stop-sure')}
          send={async (keyed) => {
            const { data, error } = await stop({ input: keyed({ id, version }) });
            if (data?.webhookDisable.webhook) onDone();
            return refusedBy(error, data?.webhookDisable.userErrors);
          }}
        />
      )}
      <Act
        label={words('renew')}
        about={url}
        sure={words('renew-sure')}
        send={async (keyed) => {
          const { data, error } = await change({
            input: keyed({ id, version, renewSecret: true }),
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
