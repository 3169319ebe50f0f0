import { Stack, Text } from '@mantine/core';
import { Answer, Coming } from '../components/answer';
import { PageTitle } from '../components/page-title';
import { PrintedHeading } from '../components/printed-heading';
import { CompareStartDocument } from '../generated/graphql';
import { useChosenLine } from '../overview/line-choice';
import { MOST_COMPARED } from '../overview/compare-address';
import { useOverviewWords } from '../overview/overview.words';
import { day } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { Chosen } from './chosen';
import { useCompareView, type CompareView } from './compare-view';
import { useCompareWords } from './compare.words';
import { linesOf, withLine, type Compared } from './compared';
import { Figures } from './figures';
import { useCompared } from './use-compared';

/** Several units on one date, or one unit on several, side by side. The address says all of it. */
export default function ComparePage() {
  const say = useSharedWords();
  const words = useCompareWords();
  const overview = useOverviewWords();
  const view = useCompareView();
  // Where the address names nothing, it begins with the unit that called the newest round.
  const start = useGraph(CompareStartDocument, {}, { pause: view.units.length > 0 });
  const first = start.data?.reportingRounds.nodes[0]?.unit.id;
  const units = view.units.length > 0 || first === undefined ? view.units : [first];
  const { last, answer } = useCompared(units, view);
  const lines = linesOf(last);
  return (
    <Stack className="in-order">
      <PrintedHeading>
        <PageTitle>{words('title')}</PageTitle>
        {last.length === 0 && (start.fetching || answer.fetching) ? (
          <Coming />
        ) : (
          <Lead view={view} all={last} />
        )}
      </PrintedHeading>
      {view.problem && <Text role="alert">{say(view.problem)}</Text>}
      <TooMany view={view} />
      <Chosen view={view} units={units} all={last} lines={lines} />
      {units.length === 0 ? (
        <Answer of={start}>{() => <Text>{overview('no-data-yet')}</Text>}</Answer>
      ) : (
        <Answer of={answer}>{(all) => <Shown view={view} units={units} all={all} />}</Answer>
      )}
    </Stack>
  );
}

/** In words what is compared, so that a printed page says it too. */
function Lead({
  view: { byDays, on, basis },
  all,
}: {
  view: CompareView;
  all: readonly Compared[];
}) {
  const say = useSharedWords();
  const words = useCompareWords();
  const overview = useOverviewWords();
  const line = useChosenLine(linesOf(all));
  if (!line) return null;
  return (
    <Text>
      {words(byDays ? 'lead-days' : 'lead-units', {
        unit: all[0]?.unit.name,
        group: say(line.group),
        what: line.indicator.name,
        basis: overview(basis),
        day: on ? day(on) : words('latest'),
      })}
    </Text>
  );
}

/** That an address names more than are compared at once. */
function TooMany({ view: { byDays, named } }: { view: CompareView }) {
  const words = useCompareWords();
  const count = byDays ? named.days : named.units;
  if (count <= MOST_COMPARED) return null;
  return (
    <Text role="alert">
      {words(byDays ? 'many-days' : 'many-units', { count, most: MOST_COMPARED })}
    </Text>
  );
}

function Shown({
  view,
  units,
  all,
}: {
  view: CompareView;
  units: readonly string[];
  all: readonly Compared[];
}) {
  const words = useCompareWords();
  const line = useChosenLine(linesOf(all));
  const gone = view.byDays ? 0 : units.length - all.length;
  return (
    <>
      {gone > 0 && <Text role="alert">{words('gone', { count: gone })}</Text>}
      {view.byDays && all.length === 0 && <Text>{words('no-days')}</Text>}
      {all.length === 1 && <Text>{words('alone')}</Text>}
      {all.length > 0 && <Figures byDays={view.byDays} all={withLine(all, line)} />}
    </>
  );
}
