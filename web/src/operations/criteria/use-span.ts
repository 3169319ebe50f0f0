import { day } from '../../shared/format';
import { useCriteriaWords } from './criteria.words';

/** Says from when to when a set of criteria is in force. */
export function useSpan() {
  const words = useCriteriaWords();
  return ({ validFrom, validTo }: { validFrom: string; validTo: string | null }): string =>
    validTo
      ? words('from-to', { from: day(validFrom), to: day(validTo) })
      : words('from', { from: day(validFrom) });
}
