import { today } from '../shared/days';
import { day } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import type { Line } from './line';
import { useOverviewWords } from './overview.words';
import type { ChartCaption } from './trend-chart';

/** What is said with a saved picture of a line: of what, up to which day, from where, and whether it is made up. */
export function useChartCaption(unit: { name: string }, line: Line, illustrative: boolean) {
  const say = useSharedWords();
  const words = useOverviewWords();
  return (asOf: string): ChartCaption => ({
    title: unit.name,
    about: words('picture-about', {
      group: say(line.group),
      what: line.indicator.name,
      day: day(asOf),
    }),
    mark: illustrative ? words('picture-illustrative') : null,
    source: words('picture-source', { origin: window.location.origin, day: day(today()) }),
  });
}
