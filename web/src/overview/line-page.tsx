import { Stack, Text } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { Answer, Coming } from '../components/answer';
import { PageTitle } from '../components/page-title';
import { PrintedHeading } from '../components/printed-heading';
import { overviewView } from '../first/overview-view';
import {
  OverviewDocument,
  type BoundaryBasis,
  type OverviewUnitFragment,
} from '../generated/graphql';
import { useView } from '../shared/address';
import { problemOfDay } from '../shared/days';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { tellingLines, type Line } from './line';
import { useOverviewWords } from './overview.words';
import { UnitBreadcrumbs } from './unit-breadcrumbs';

const UnitChoice = lazy(() => import('./unit-choice.lazy'));

/** The unit of a page with its lines, and the day and the borders that the address asks for. */
export interface LinesSeen {
  unit: OverviewUnitFragment;
  on: string | null;
  basis: BoundaryBasis;
  lines: readonly Line[];
}

/** A page about one line of a unit: its title, what is chosen, and what it tells. The address says all of it. */
export function LinePage({
  title,
  lead,
  other = null,
  choice,
  children,
}: {
  title: (unit: { unit: string }) => string;
  /** What stands below the title. */
  lead?: (unit: OverviewUnitFragment) => ReactNode;
  /** Another day that the page needs. */
  other?: string | null;
  /** What else is chosen. */
  choice: (seen: Pick<LinesSeen, 'lines'> & Partial<LinesSeen>) => ReactNode;
  children: (seen: LinesSeen) => ReactNode;
}) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const [view, change] = useView();
  const variables = overviewView(view);
  const { on = null, basis, named } = variables;
  const problem = problemOfDay(on) ?? problemOfDay(other);
  // Of a day that cannot be looked at nothing is asked; the unit is, so that another day can be chosen.
  const answer = useGraph(OverviewDocument, problem ? { ...variables, on: null } : variables);
  return (
    <Stack className="in-order">
      <Answer of={answer}>
        {({ administrativeUnit, reportingRounds }) => {
          const unit = administrativeUnit ?? reportingRounds?.nodes[0]?.unit;
          const lines = problem ? [] : tellingLines(unit?.progress?.lines ?? []);
          return (
            <>
              {unit ? (
                <PrintedHeading>
                  <UnitBreadcrumbs of={unit} itself />
                  <PageTitle>{title({ unit: unit.name })}</PageTitle>
                  {lead?.(unit)}
                </PrintedHeading>
              ) : (
                <PageTitle>{words(named ? 'unknown-unit' : 'no-data-yet')}</PageTitle>
              )}
              {problem && <Text role="alert">{say(problem)}</Text>}
              <Suspense fallback={<Coming />}>
                <UnitChoice unit={unit} on={on} basis={basis} lines={lines} change={change}>
                  {choice({ unit, lines })}
                </UnitChoice>
              </Suspense>
              {unit?.progress && !problem && children({ unit, on, basis, lines })}
            </>
          );
        }}
      </Answer>
    </Stack>
  );
}
