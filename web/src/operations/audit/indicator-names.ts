import { IndicatorListDocument } from '../../generated/graphql';
import { useGraph } from '../../shared/graph';

/** What indicators are called, by their codes. */
export type IndicatorNames = ReadonlyMap<string, string>;

const NONE: IndicatorNames = new Map();

/** What all indicators are called; none until it is known, and none is asked for where none is needed. */
export function useIndicatorNames(isNeeded: boolean): IndicatorNames {
  const { data } = useGraph(IndicatorListDocument, {}, { pause: !isNeeded });
  return data ? new Map(data.indicators.map(({ code, name }) => [code, name])) : NONE;
}
