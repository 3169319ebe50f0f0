import { NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { nextTarget } from '../../../src/shared/told-lines';
import type { OverviewUnitFragment } from '../generated/graphql';
import { codeOf, targetOf, targetYears, type Line, type TargetStanding } from '../overview/line';
import { useChosenLine } from '../overview/line-choice';
import { LinePage } from '../overview/line-page';
import { useOverviewWords } from '../overview/overview.words';
import { Sentence } from '../overview/verdict';
import { useView } from '../shared/address';
import { day, targetPercent } from '../shared/format';
import { FigureBar } from '../overview/figure-bar';
import type { Asked } from './asked';
import { useTargetWords } from './target.words';
import { Unknown } from './unknown';
import { Way } from './way';

/** What would bring a unit to its target: who is nearest, and what follows if some complete it. The address says all of it. */
export default function TargetPage() {
  const overview = useOverviewWords();
  const words = useTargetWords();
  return (
    <LinePage
      title={(unit) => words('title', unit)}
      lead={({ progress }) =>
        progress && <Text c="dimmed">{overview('as-of', { day: day(progress.asOf) })}</Text>
      }
      choice={({ lines, unit }) => <YearChoice lines={lines} asOf={unit?.progress?.asOf} />}
    >
      {({ unit, on, basis, lines }) => (
        <Figures unit={unit} asked={{ unit: unit.id, on, basis }} lines={lines} />
      )}
    </LinePage>
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
