import { useMemo, useState } from 'react';
import type { CombinedError } from 'urql';
import { CompareDaysDocument, CompareUnitsDocument } from '../generated/graphql';
import { useGraph } from '../shared/graph';
import type { CompareView } from './compare-view';
import { ofDays, ofUnits, type Compared } from './compared';

/** That a unit was not there on a date each panel says itself. */
const isOfPanels = (error: CombinedError | undefined): boolean =>
  error !== undefined &&
  error.graphQLErrors.length > 0 &&
  error.graphQLErrors.every(({ extensions }) => extensions['code'] === 'OUTSIDE_UNIT_SPAN');

/**
 * What is compared.
 * @param units the ids of the units; of the first, where dates are compared.
 */
export function useCompared(
  units: readonly string[],
  { byDays, days, on, basis, problem }: CompareView,
) {
  const ids = [...units];
  const [unit = ''] = ids;
  const isNone = ids.length === 0;
  const ofSeveral = useGraph(
    CompareUnitsDocument,
    { ids, on, basis },
    { pause: isNone || byDays || problem !== null },
  );
  const ofOne = useGraph(
    CompareDaysDocument,
    { unit, on: days.length > 0 ? [...days] : null, basis },
    { pause: isNone || !byDays },
  );
  const { error, fetching, again } = byDays ? ofOne : ofSeveral;
  const asked = days.join();
  const data = useMemo(() => {
    if (byDays) return ofOne.data && ofDays(ofOne.data, asked.split(','));
    return problem === null && ofSeveral.data ? ofUnits(ofSeveral.data, on) : undefined;
  }, [byDays, ofOne.data, ofSeveral.data, asked, on, problem]);
  // What is chosen keeps its name while the next is on its way.
  const [last, setLast] = useState<readonly Compared[]>([]);
  if (data && data !== last) setLast(data);
  return {
    last,
    answer: { data, error: isOfPanels(error) ? undefined : error, fetching, again },
  };
}
