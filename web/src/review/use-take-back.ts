import type { Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import { TakeBackDocument } from '../generated/graphql';
import { useChange } from '../shared/graph';
import { useIntentionKey } from '../shared/use-intention-key';
import { useMeanwhile } from './use-meanwhile';

/** Codes of refusals that mean: somebody else was faster. */
const OVERTAKEN = ['CONFLICT', 'NOT_APPROVED'];

/** Takes an approval back. @returns why not, told in words; empty when it is done. */
export function useTakeBack() {
  const refusedBy = useRefusedBy();
  const meanwhile = useMeanwhile();
  const intention = useIntentionKey();
  const [send] = useChange(TakeBackDocument);
  return async (
    { id, version }: { id: string; version: number },
    reason: string,
  ): Promise<readonly Refused[]> => {
    const { data, error } = await send({ input: intention.keyed({ id, version, reason }) });
    const refused = refusedBy(error, data?.statusUpdateTakeBack.userErrors);
    if (refused.length === 0) intention.done();
    if (!refused.some(({ code }) => OVERTAKEN.includes(code))) return refused;
    const became = await meanwhile([id]);
    return [{ code: 'CONFLICT', message: became(id) }];
  };
}
