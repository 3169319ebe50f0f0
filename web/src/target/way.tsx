import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { isUnknown } from '../../../src/shared/told-lines';
import { Answer } from '../components/answer';
import { useFew } from '../components/ticked-list';
import { TargetNearestDocument, type NearInstitutionFragment } from '../generated/graphql';
import { targetOf, type Line } from '../overview/line';
import { number } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useTicks } from '../shared/ticks';
import type { Asked } from './asked';
import { Assumed } from './assumed';
import { Copies } from './copies';
import { NearestList } from './nearest-list';
import { useTargetWords } from './target.words';

/** How many the graph lists at most. */
const MOST = 100;

interface Shown {
  asked: Asked;
  line: Line;
  /** The year of the target; undefined where there is none. */
  year: number | undefined;
}

/** Who is nearest, what each lacks, and the figure with those that are ticked. */
export function Way(shown: Shown) {
  const words = useTargetWords();
  const { asked, line } = shown;
  const answer = useGraph(TargetNearestDocument, { ...asked, first: MOST });
  return (
    <Paper withBorder p="md" component="section" aria-label={words('nearest')}>
      <Title order={2} size="h3" mb="xs">
        {words('nearest')}
      </Title>
      <Answer of={answer}>
        {({ node }) => {
          const found = node?.__typename === 'AdministrativeUnit' ? node.progress : null;
          const rows = found?.lines[0]?.nearest ?? [];
          if (rows.length > 0) return <Nearest {...shown} rows={rows} />;
          return found && <Text>{words(isUnknown(line) ? 'nobody' : 'all-completed')}</Text>;
        }}
      </Answer>
    </Paper>
  );
}

function Nearest({
  asked,
  line,
  year,
  rows,
}: Shown & { rows: readonly NearInstitutionFragment[] }) {
  const words = useTargetWords();
  const [ticks, setTicks] = useTicks();
  const ids = rows.map(({ institution }) => institution.id);
  const ticked = ids.filter((id) => ticks.has(id));
  const lost = ticks.size - ticked.length;
  const { shown, showAll } = useFew(rows, ({ institution }) => ticks.has(institution.id));
  return (
    <Stack gap="sm">
      <Text size="sm">{words('nearest-lead')}</Text>
      <Hints rows={rows} needed={neededOf(line, year)} />
      {lost > 0 && <Text role="alert">{words('lost', { count: number(lost) })}</Text>}
      <Ticking ids={ids} needed={neededOf(line, year)} ticks={ticks} onTicks={setTicks} />
      <NearestList
        rows={shown}
        on={asked.on ?? null}
        ticked={ticks}
        onTick={(id, isTicked) =>
          setTicks(ids.filter((each) => (each === id ? isTicked : ticks.has(each))))
        }
      />
      {showAll && (
        <div>
          <Button className="no-print" variant="default" size="xs" onClick={showAll}>
            {words('show-all', { count: number(rows.length) })}
          </Button>
        </div>
      )}
      <Assumed asked={asked} year={year} ticked={ticked} />
      <Copies rows={rows} ticks={ticks} />
    </Stack>
  );
}

/** How many institutions more the target needs; null without a target, 0 where it is reached. */
function neededOf(line: Line, year: number | undefined): number | null {
  const target = year === undefined ? undefined : targetOf(line, year);
  return target?.institutionsToGo ?? null;
}

/** What the list cannot say, and why. */
function Hints({
  rows,
  needed,
}: {
  rows: readonly NearInstitutionFragment[];
  needed: number | null;
}) {
  const words = useTargetWords();
  const isHidden = rows.some(({ pillars, indicators }) =>
    pillars.some(
      ({ pillar, unmet }) =>
        unmet == null &&
        indicators.some(({ indicator, stage }) => stage && indicator.code === pillar),
    ),
  );
  const isShort = needed !== null && needed > rows.length;
  return (
    <>
      {isHidden && <Text size="sm">{words('answers-hidden')}</Text>}
      {isShort && (
        <Text size="sm">
          {rows.length === MOST
            ? words('cut', { most: number(MOST) })
            : words('not-enough', { known: number(rows.length) })}
        </Text>
      )}
    </>
  );
}

/** Ticks as many as the target needs, and removes all ticks. */
function Ticking({
  ids,
  needed,
  ticks,
  onTicks,
}: {
  ids: readonly string[];
  needed: number | null;
  ticks: ReadonlySet<string>;
  onTicks: (ids: Iterable<string>) => void;
}) {
  const words = useTargetWords();
  const count = Math.min(needed ?? 0, ids.length);
  return (
    <Group gap="xs" className="no-print">
      {count > 0 && (
        <Button size="xs" onClick={() => onTicks(ids.slice(0, count))}>
          {words(count === needed ? 'tick-needed' : 'tick-all', { count: number(count) })}
        </Button>
      )}
      <Button size="xs" variant="default" disabled={ticks.size === 0} onClick={() => onTicks([])}>
        {words('untick')}
      </Button>
    </Group>
  );
}
