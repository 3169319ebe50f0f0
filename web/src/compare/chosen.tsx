import { Button, Group, Paper, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { DayInput } from '../components/day-input';
import { UnitSelect } from '../components/unit-select';
import { BasisSelect } from '../overview/basis-select';
import type { Line } from '../overview/line';
import { LineChoice } from '../overview/line-choice';
import { useOverviewWords } from '../overview/overview.words';
import { useView } from '../shared/address';
import { problemOfDay } from '../shared/days';
import { day } from '../shared/format';
import type { CompareView } from './compare-view';
import { useCompareWords } from './compare.words';
import type { Compared } from './compared';
import { useSeveral, type Several } from './use-several';

interface Choice {
  view: CompareView;
  /** The ids of the units. */
  units: readonly string[];
  all: readonly Compared[];
}

/** Chooses what is compared; each choice is in the address. */
export function Chosen({ lines, ...choice }: Choice & { lines: readonly Line[] }) {
  const words = useCompareWords();
  const overview = useOverviewWords();
  const [, change] = useView();
  const { byDays, on, basis } = choice.view;
  return (
    <Paper
      withBorder
      p="md"
      className="no-print"
      component="section"
      aria-label={overview('choice')}
    >
      <Stack>
        <SegmentedControl
          aria-label={words('by')}
          className="compare-by"
          value={byDays ? 'days' : 'units'}
          onChange={(by) => change({ by: by === 'days' ? by : null })}
          data={(['units', 'days'] as const).map((by) => ({
            value: by,
            label: words(`by-${by}`),
          }))}
        />
        {byDays ? <Days {...choice} /> : <Units {...choice} />}
        <Group align="start" gap="md">
          <LineChoice lines={lines} />
          {!byDays && (
            <DayInput
              past
              label={overview('on')}
              description={overview('on-hint')}
              inputWrapperOrder={['label', 'input', 'description']}
              day={on}
              onDay={(chosen) => change({ on: chosen })}
            />
          )}
          <BasisSelect basis={basis} change={change} />
        </Group>
      </Stack>
    </Paper>
  );
}

function Units({ view, units, all }: Choice) {
  const words = useCompareWords();
  const several = useSeveral('with', units);
  const nameOf = (id: string) => all.find(({ unit }) => unit.id === id)?.unit.name ?? '…';
  return (
    <>
      <Taken
        label={words('chosen-units')}
        named={units.map((id) => ({ key: id, name: nameOf(id) }))}
        of={several}
      />
      <div>
        <UnitSelect
          // A name that was chosen makes room for the next.
          key={units.join()}
          label={words('add-unit')}
          unit={null}
          on={view.on}
          onUnit={(unit) => unit && several.add(unit.id, unit.name)}
        />
        <Refusal of={several.full && words('full-units', several.full)} />
      </div>
    </>
  );
}

function Days({ view, units, all }: Choice) {
  const words = useCompareWords();
  const [, change] = useView();
  const [typed, setTyped] = useState<string | null>(null);
  const isOfDays = all.every(({ key, on }) => key === on);
  // Where none is named, those of rounds are there to add to.
  const days =
    view.named.days > 0
      ? view.days
      : all.flatMap(({ on }) => (isOfDays && on !== null ? [on] : []));
  const several = useSeveral('day', days);
  function add() {
    if (typed === null || problemOfDay(typed)) return;
    if (several.add(typed, day(typed))) setTyped(null);
  }
  return (
    <>
      <UnitSelect
        unit={all[0]?.unit}
        on={null}
        onUnit={(unit) =>
          unit && change({ with: [unit.id, ...units.slice(1).filter((id) => id !== unit.id)] })
        }
      />
      <Taken
        label={words('chosen-days')}
        named={days.map((each) => ({ key: each, name: day(each) }))}
        of={several}
      />
      <div>
        <Group align="start" gap="xs">
          <DayInput
            past
            label={words('new-day')}
            description={words('day-hint')}
            inputWrapperOrder={['label', 'input', 'description']}
            day={typed}
            onDay={setTyped}
          />
          <Button variant="default" mt={24} onClick={add}>
            {words('add-day')}
          </Button>
        </Group>
        <Refusal of={several.full && words('full-days', several.full)} />
      </div>
    </>
  );
}

/** Why the last one was not added. */
function Refusal({ of }: { of: string | null }) {
  return (
    <div role="alert">
      {of !== null && (
        <Text size="sm" mt="xs" fw={600}>
          {of}
        </Text>
      )}
    </div>
  );
}

/** What is compared, each to leave out again; the last one stays. */
function Taken({
  label,
  named,
  of: { added, remove },
}: {
  label: string;
  named: readonly { key: string; name: string }[];
  of: Several;
}) {
  const words = useCompareWords();
  if (named.length < 2) return null;
  return (
    <ul aria-label={label} className="compare-taken">
      {named.map(({ key, name }) => (
        <li key={key}>
          <Button
            size="xs"
            variant="default"
            autoFocus={key === added}
            aria-label={words('remove', { name })}
            onClick={() => remove(key)}
          >
            {name} <span aria-hidden>&nbsp;✕</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
