import { useHistoryState } from 'wouter/use-browser-location';
import { useUnitOfView } from '../components/unit-filter';
import { addressOf, useView } from '../shared/address';

export const CLAIM_HOLDERS = ['MINE', 'NOBODY', 'OTHERS'] as const;

export interface QueueFilter {
  unit: string | null;
  round: string | null;
  claim: (typeof CLAIM_HOLDERS)[number] | null;
}

/** What the address limits the queue to, as the graph takes it; undefined until the unit is known, or where there is none. */
export function useQueueFilter(): QueueFilter | undefined {
  const [view] = useView();
  const { unit, isUnknown } = useUnitOfView();
  if (unit === undefined || isUnknown) return undefined;
  const holder = CLAIM_HOLDERS.find((each) => each === view.get('claim'));
  return { unit: unit?.id ?? null, round: view.get('round'), claim: holder ?? null };
}

/** The queue, or an update in it, as it is looked at now: what comes next is of the same queue. */
export const reviewAddress = (view: URLSearchParams, update?: string): string =>
  addressOf(update ? `/review/${encodeURIComponent(update)}` : '/review', Object.fromEntries(view));

/** What was decided of the same rounds and units. */
export const decidedAddress = (view: URLSearchParams): string =>
  addressOf('/review/decided', Object.fromEntries(view));

/** What was decided on the page before. It goes along with the history: in the address others would read it. */
export interface Told {
  done: 'approved' | 'returned' | 'undone' | 'handed-over' | 'was-put-back';
  name: string;
}

export const useTold = (): Told | null => useHistoryState<Told | null>();
