import { Text } from '@mantine/core';
import { Answer } from '../components/answer';
import { DayInput } from '../components/day-input';
import {
  ChangesDocument,
  ChangesRoundsDocument,
  type OverviewUnitFragment,
} from '../generated/graphql';
import { codeOf, type Line } from '../overview/line';
import { useChosenLine } from '../overview/line-choice';
import { LinePage } from '../overview/line-page';
import { newestRound } from '../overview/newest-round';
import { useView } from '../shared/address';
import { dayBefore } from '../shared/days';
import { useGraph } from '../shared/graph';
import { REASONS, type Asked } from './asked';
import { Behind } from './behind';
import { useChangesWords } from './changes.words';
import { Parts } from './parts';
import { Told } from './told';

/** What changed in a figure of a unit between two dates, and why. The address says all of it. */
export default function ChangesPage() {
  const words = useChangesWords();
  const [view, change] = useView();
  const from = view.get('from');
  return (
    <LinePage
      title={(unit) => words('title', unit)}
      other={from}
      choice={() => (
        <DayInput
          past
          label={words('from')}
          description={words('from-hint')}
          inputWrapperOrder={['label', 'input', 'description']}
          w={{ base: '100%', sm: 240 }}
          day={from}
          onDay={(day) => change({ from: day })}
        />
      )}
    >
      {({ unit, on, basis, lines }) => (
        <Figures unit={unit} asked={{ unit: unit.id, to: on, basis }} lines={lines} />
      )}
    </LinePage>
  );
}

function Figures({
  unit,
  asked: of,
  lines,
}: {
  unit: OverviewUnitFragment;
  asked: Pick<Asked, 'unit' | 'to' | 'basis'>;
  lines: readonly Line[];
}) {
  const words = useChangesWords();
  const [view] = useView();
  const line = useChosenLine(lines);
  const given = view.get('from');
  const rounds = useGraph(ChangesRoundsDocument, {}, { pause: given !== null });
  if (!line || !unit.progress) return null;
  const { asOf } = unit.progress;
  const figure = { ...of, group: line.group, indicator: codeOf(line) };
  if (given !== null) return <Between asked={{ ...figure, from: given }} line={line} />;
  return (
    <Answer of={rounds}>
      {({ reportingRounds: { nodes } }) => {
        // The unit has to have been there.
        const newest = newestRound(
          nodes.filter(({ referenceDate }) => dayBefore(referenceDate) >= (unit.validFrom ?? '')),
          asOf,
        );
        if (!newest) return <Text>{words('no-from')}</Text>;
        return <Between asked={{ ...figure, from: dayBefore(newest.referenceDate) }} line={line} />;
      }}
    </Answer>
  );
}

/** The change, its parts, and the institutions of the part that the address opens. */
function Between({ asked, line: of }: { asked: Asked; line: Line }) {
  const [view] = useView();
  const answer = useGraph(ChangesDocument, asked);
  const reason = REASONS.find((each) => each === view.get('part'));
  return (
    <Answer of={answer}>
      {({ progressChange: change }) => {
        const [line] = change?.lines ?? [];
        if (!change || !line) return null;
        return (
          <>
            <Told change={change} line={line} of={of} />
            {line.parts.length > 0 && <Parts line={line} />}
            {reason && <Behind asked={asked} reason={reason} change={change} />}
          </>
        );
      }}
    </Answer>
  );
}
