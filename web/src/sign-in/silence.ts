import type { Refused } from '../components/refusals';
import { HubFailed } from '../shared/session-request';
import { useSharedWords } from '../shared/shared.words';

/** What a form says when no answer came: the hub has failed, or was not reached. */
export function useSilence() {
  const say = useSharedWords();
  return (error: unknown): Refused[] => [
    {
      code: 'SILENT',
      message: say(error instanceof HubFailed ? 'hub-failed' : 'offline'),
      field: null,
    },
  ];
}
