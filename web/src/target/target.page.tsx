import { Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import { PageTitle } from '../components/page-title';
import { overviewView } from '../first/overview-view';
import { OverviewDocument, type OverviewUnitFragment } from '../generated/graphql';
import {
  codeOf,
  nextTarget,
  targetOf,
  targetYears,
  tellingLines,
  type Line,
  type TargetStanding,
} from '../overview/line';
import { useChosenLine } from '../overview/line-choice';
import { useOverviewWords } from '../overview/overview.words';
import { Sentence } from '../overview/verdict';
import { useView } from '../shared/address';
import { problemOfDay } from '../shared/days';
import { day, targetPercent } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { unitAddress } from '../shared/unit-address';
import { FigureBar } from '../overview/figure-bar';
import type { Asked } from './asked';
import './target.css';
import { useTargetWords } from './target.words';
import { Unknown } from './unknown';
import { Way } from './way';

const UnitChoice = lazy(() => import('../overview/unit-choice.lazy'));

/** What would bring a unit to its target: who is nearest, and what follows if some complete it. The address says all of it. */
export default function TargetPage() {
  const say = useSharedWords();
  const overview = useOverviewWords();
  const [view, change] = useView();
  const variables = overviewView(view);
  const { on = null, basis, named } = variables;
  const problem = problemOfDay(on);
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
                  <YearChoice lines={lines} asOf={unit?.progress?.asOf} />
                </UnitChoice>
              </Suspense>
              {unit?.progress && !problem && (
                <Figures unit={unit} asked={{ unit: unit.id, on, basis }} lines={lines} />
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
  const overview = useOverviewWords();
  const words = useTargetWords();
  return (
    <Group justify="space-between" align="end">
      <div>
        <PageTitle>{words('title', { unit: unit.name })}</PageTitle>
        {unit.progress && (
          <Text c="dimmed">{overview('as-of', { day: day(unit.progress.asOf) })}</Text>
        )}
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

/** The target that the address chooses by its year; else the one that is due next. */
function useChosenTarget(line: Line | undefined, asOf: string | undefined) {
  const [view] = useView();
  if (!line || !asOf) return undefined;
  return targetOf(line, Number(view.get('year'))) ?? nextTarget(line, asOf);
}

function YearChoice({ lines, asOf }: { lines: readonly Line[]; asOf: string | undefined }) {
  const words = useTargetWords();
  const [, change] = useView();
  const line = useChosenLine(lines);
  const chosen = useChosenTarget(line, asOf);
  if (!line || !chosen) return null;
  return (
    <NativeSelect
      label={words('year')}
      w={{ base: '100%', sm: 150 }}
      value={chosen.target.year}
      onChange={({ currentTarget: { value } }) => change({ year: value }, true)}
      data={targetYears([line]).map((year) => ({ value: `${year}`, label: `${year}` }))}
    />
  );
}

function Figures({
  unit,
  asked: of,
  lines,
}: {
  unit: OverviewUnitFragment;
  asked: Pick<Asked, 'unit' | 'on' | 'basis'>;
  lines: readonly Line[];
}) {
  const overview = useOverviewWords();
  const line = useChosenLine(lines);
  const asOf = unit.progress?.asOf ?? '';
  const chosen = useChosenTarget(line, asOf);
  if (!line || line.institutions === 0)
    return <Text>{overview('verdict-nobody', { day: day(asOf) })}</Text>;
  const asked = { ...of, group: line.group, indicator: codeOf(line) };
  return (
    <>
      <Paper withBorder p="md" component="section" aria-label={overview('verdict-title')}>
        <Stack gap={6}>
          <Sentence line={line} asOf={asOf} target={chosen} isFirst />
          <FigureBar line={line} />
          <NoDistance target={chosen} />
        </Stack>
      </Paper>
      <Way key={JSON.stringify(asked)} asked={asked} line={line} year={chosen?.target.year} />
      <Unknown asked={asked} line={line} unit={unit} />
    </>
  );
}

/** Why there is no distance, where there is none. */
function NoDistance({ target: of }: { target: TargetStanding | undefined }) {
  const words = useTargetWords();
  if (!of) return <Text fw={600}>{words('no-target')}</Text>;
  const { target, gapPoints } = of;
  if (gapPoints == null || gapPoints > 0) return null;
  const said = { target: targetPercent(target.percent), year: target.year };
  return <Text fw={600}>{words('reached', said)}</Text>;
}
