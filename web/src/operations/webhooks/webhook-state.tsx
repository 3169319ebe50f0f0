import type { WebhookShownFragment } from '../../generated/graphql';
import { moment, number } from '../../shared/format';
import { useWebhookWords } from './webhooks.words';

const FAILURES = ['TIMEOUT', 'UNREACHABLE', 'ADDRESS_NOT_PUBLIC', 'SECRET_UNREADABLE'] as const;

/** Whether a webhook is told of changes, and if not, why. */
export function WebhookState({ of }: { of: WebhookShownFragment }) {
  const words = useWebhookWords();
  const { disabledAt, disabledReason, failingSince, failures, lastFailure, nextAttemptAt } = of;
  if (disabledReason) return words(disabledReason, { at: moment(disabledAt) });
  if (!failingSince) return words('good');
  const known = FAILURES.find((each) => each === lastFailure);
  return words('failing', {
    since: moment(failingSince),
    // Else it is the status of an answer.
    failure: known ? words(known) : lastFailure,
    failures: number(failures),
    next: moment(nextAttemptAt),
  });
}
