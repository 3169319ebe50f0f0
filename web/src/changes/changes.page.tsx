import { Button, Group, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import { DayInput } from '../components/day-input';
import { PageTitle } from '../components/page-title';
import { overviewView } from '../first/overview-view';
import {
  ChangesDocument,
  ChangesRoundsDocument,
  OverviewDocument,
  type ChangesRoundsQuery,
  type OverviewUnitFragment,
} from '../generated/graphql';
import { codeOf, tellingLines, type Line } from '../overview/line';
import { useChosenLine } from '../overview/line-choice';
import { useOverviewWords } from '../overview/overview.words';
import { useView } from '../shared/address';
import { dayBefore, problemOfDay } from '../shared/days';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { unitAddress } from '../shared/unit-address';
import { REASONS, type Asked } from './asked';
import { Behind } from './behind';
import { useChangesWords } from './changes.words';
import { Parts } from './parts';
import { Told } from './told';

const UnitChoice = lazy(() => import('../overview/unit-choice.lazy'));

/** What changed in a figure of a unit between two dates, and why. The address says all of it. */
export default function ChangesPage() {
  const say = useSharedWords();
  const overview = useOverviewWords();
  const words = useChangesWords();
  const [view, change] = useView();
  const variables = overviewView(view);
  const { on = null, basis, named } = variables;
  const from = view.get('from');
  const problem = problemOfDay(on) ?? problemOfDay(from);
  // Of a day that cannot be looked at nothing is asked; the unit is, so that another day can be chosen.
  const answer = useGraph(OverviewDocument, problem ? { ...variables, on: null } : variables);
  return (
    <Stack>
      <Answer of={answer}>
        {({ administrativeUnit, reportingRounds }) => {
          const unit = administrativeUnit ?? reportingRounds?.nodes[0]?.unit;
          const lines = problem ? [] : tellingLines(unit?.progress?.lines ?? []);
          return (
            <>
              {unit ? (
                <Heading unit={unit} on={on} />
              ) : (
                <PageTitle>{overview(named ? 'unknown-unit' : 'no-data-yet')}</PageTitle>
              )}
              {problem && <Text role="alert">{say(problem)}</Text>}
              <Suspense>
                <UnitChoice unit={unit} on={on} basis={basis} lines={lines} change={change}>
                  <DayInput
                    past
                    label={words('from')}
                    description={words('from-hint')}
                    inputWrapperOrder={['label', 'input', 'description']}
                    w={{ base: '100%', sm: 240 }}
                    day={from}
                    onDay={(day) => change({ from: day })}
                  />
                </UnitChoice>
              </Suspense>
              {unit?.progress && !problem && (
                <Figures unit={unit} asked={{ unit: unit.id, to: on, basis }} lines={lines} />
              )}
            </>
          );
        }}
      </Answer>
    </Stack>
  );
}

function Heading({ unit, on }: { unit: OverviewUnitFragment; on: string | null }) {
  const say = useSharedWords();
  const words = useChangesWords();
  return (
    <Group justify="space-between" align="end">
      <div>
        <PageTitle>{words('title', { unit: unit.name })}</PageTitle>
        <Link href={unitAddress(unit, on)} className="no-print">
          {words('overview', { unit: unit.name })}
        </Link>
      </div>
      <Button variant="default" size="xs" className="no-print" onClick={() => window.print()}>
        {say('print')}
      </Button>
    </Group>
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
        const from = beforeNewest(nodes, unit.validFrom, asOf);
        if (!from) return <Text>{words('no-from')}</Text>;
        return <Between asked={{ ...figure, from }} line={line} />;
      }}
    </Answer>
  );
}

/** The day before that which the newest round describes, of those on which the unit was there. */
function beforeNewest(
  rounds: ChangesRoundsQuery['reportingRounds']['nodes'],
  validFrom: string | null | undefined,
  asOf: string,
): string | undefined {
  return rounds
    .filter(({ phase, referenceDate }) => phase !== 'WITHDRAWN' && referenceDate <= asOf)
    .map(({ referenceDate }) => dayBefore(referenceDate))
    .filter((day) => day >= (validFrom ?? ''))
    .sort()
    .at(-1);
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
