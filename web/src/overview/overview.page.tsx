import { List, Paper, Stack, Text } from '@mantine/core';
import { groupsIn } from '../../../src/shared/told-lines';
import { PageTitle } from '../components/page-title';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import { PrintedHeading } from '../components/printed-heading';
import {
  OverviewDocument,
  type BoundaryBasis,
  type OverviewUnitFragment,
} from '../generated/graphql';
import { overviewView } from '../first/overview-view';
import { useView } from '../shared/address';
import { problemOfDay } from '../shared/days';
import { day } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { GroupFigures } from './group-figures';
import { tellingLines, type Line } from './line';
import { useChosenLine } from './line-choice';
import { GROUPS } from '../shared/lists';
import { useOverviewWords } from './overview.words';
import { UnitBreadcrumbs } from './unit-breadcrumbs';
import { Verdict } from './verdict';
import { unitAddress } from '../shared/unit-address';

// The figures are seen first, and wait for nothing of these.
const UnitChoice = lazy(() => import('./unit-choice.lazy'));
const Trend = lazy(() => import('./trend.lazy'));
const Below = lazy(() => import('./ranking.lazy'));
const Counted = lazy(() => import('./counted.lazy'));
const EmbedCode = lazy(() => import('./embed-code.lazy'));
const SheetDownload = lazy(() => import('./sheet-download.lazy'));

/** Where a unit stands against its targets on a date. The address says which, so that it can be sent. */
export function OverviewPage() {
  const words = useOverviewWords();
  const [view, change] = useView();
  const variables = overviewView(view);
  const { on = null, basis, named } = variables;
  const problem = problemOfDay(on);
  // Of a day that cannot be looked at nothing is asked; the unit is, so that another day can be chosen.
  const asked = useGraph(OverviewDocument, problem ? { ...variables, on: null } : variables);
  const say = useSharedWords();
  return (
    <Stack>
      <Answer of={asked}>
        {({ administrativeUnit, reportingRounds }) => {
          const unit = administrativeUnit ?? reportingRounds?.nodes[0]?.unit;
          const lines = problem ? [] : tellingLines(unit?.progress?.lines ?? []);
          return (
            <>
              {unit ? (
                <>
                  <Heading unit={unit} on={on} basis={basis} lines={lines} />
                  {problem && <Text role="alert">{say(problem)}</Text>}
                  {unit.progress && !problem && (
                    <Verdict
                      asOf={unit.progress.asOf}
                      lines={lines}
                      unit={unit}
                      seen={{ on, basis: view.get('basis') }}
                    />
                  )}
                </>
              ) : (
                <PageTitle>{words(named ? 'unknown-unit' : 'no-data-yet')}</PageTitle>
              )}
              <div className="choice">
                <Suspense>
                  <UnitChoice unit={unit} on={on} basis={basis} lines={lines} change={change} />
                </Suspense>
              </div>
              {unit && !problem && (
                <Figures key={unit.id} unit={unit} on={on} basis={basis} lines={lines} />
              )}
            </>
          );
        }}
      </Answer>
    </Stack>
  );
}

interface Shown {
  unit: OverviewUnitFragment;
  on: string | null;
  basis: BoundaryBasis;
  lines: readonly Line[];
}

function Heading({ unit, on, basis, lines }: Shown) {
  const words = useOverviewWords();
  const { progress } = unit;
  const shown = { unit, basis, lines };
  return (
    <PrintedHeading
      beside={
        <Suspense>
          {progress && <EmbedCode on={on} {...shown} />}
          {progress && <SheetDownload asOf={progress.asOf} {...shown} />}
        </Suspense>
      }
    >
      <UnitBreadcrumbs of={unit} />
      <PageTitle>{unit.name}</PageTitle>
      {progress && <Text c="dimmed">{words('as-of', { day: day(progress.asOf) })}</Text>}
    </PrintedHeading>
  );
}

function Figures({ unit, on, basis, lines }: Shown) {
  const words = useOverviewWords();
  const [view] = useView();
  const line = useChosenLine(lines);
  // Why there is no report stands above; the units before and after this one are the way on.
  if (!unit.progress) return <History unit={unit} />;
  const { asOf, warnings, standingMethod } = unit.progress;
  const illustrative = warnings.some(({ code }) => code.startsWith('ILLUSTRATIVE_'));
  const present = groupsIn(lines, GROUPS);
  return (
    <>
      <History unit={unit} />
      {warnings.length > 0 && (
        <details>
          <summary>{words('warnings-count', { count: warnings.length })}</summary>
          <List size="sm">
            {warnings.map(({ code, group, message }) => (
              <List.Item key={`${code} ${group} ${message}`}>{message}</List.Item>
            ))}
          </List>
        </details>
      )}
      <Suspense fallback={<div className="below" />}>
        <Below unit={unit} on={on} asOf={asOf} basis={basis} line={line} />
      </Suspense>
      <Suspense>
        {line && <Trend unit={unit} basis={basis} line={line} illustrative={illustrative} />}
      </Suspense>
      {present.map((group) => (
        <GroupFigures
          key={group}
          group={group}
          unit={unit}
          lines={lines.filter((each) => each.group === group)}
        />
      ))}
      {/* Nothing of it is brought before somebody asks who is counted. */}
      <Suspense>{view.has('counted') && <Counted on={on} basis={basis} lines={lines} />}</Suspense>
      <Paper withBorder p="md">
        <Text size="sm" c="dimmed">
          {words('method', standingMethod)}
        </Text>
      </Paper>
    </>
  );
}

/** What became of a unit that has ended, and what one was formed of that is no older. */
function History({ unit: { validTo, successors, predecessors } }: { unit: OverviewUnitFragment }) {
  const words = useOverviewWords();
  return (
    <>
      {successors.length > 0 && (
        <Text size="sm">
          {words('ended', { day: day(validTo) })}{' '}
          {successors.map(({ successor, extent }) => (
            <span key={successor.id}>
              <Link href={unitAddress(successor)}>{successor.name}</Link> ({words(extent)}){' '}
            </span>
          ))}
        </Text>
      )}
      {predecessors.length > 0 && (
        <Text size="sm">
          {words('formed')}{' '}
          {predecessors.map(({ predecessor, extent }) => (
            <span key={predecessor.id}>
              <Link href={unitAddress(predecessor, predecessor.validTo)}>{predecessor.name}</Link> (
              {words(extent)}){' '}
            </span>
          ))}
        </Text>
      )}
    </>
  );
}
