import { Paper, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { UnitKind } from '../generated/graphql';
import { day, number, percent, targetPercent } from '../shared/format';
import { GROUPS } from '../shared/lists';
import { FigureBar } from './figure-bar';
import { chiefOf, codeOf, isUnknown, nextTarget, type Line, type TargetStanding } from './line';
import { lineAddress } from './line-address';
import { useChosenLine } from './line-choice';
import { useOverviewWords } from './overview.words';
import { StandingMark } from './standing-mark';

/**
 * Where a unit stands, in a sentence for each group: the figure, what it may be at most, how far it is to the target that
 * is due next, and what that comes to. It begins with the line that is chosen.
 */
export function Verdict({
  asOf,
  lines,
  unit,
  seen,
}: {
  asOf: string;
  lines: readonly Line[];
  unit: { code: string; kind: UnitKind };
  /** Of which day, and by which borders: the pages that a line leads to show the same. */
  seen: { on?: string | null; basis?: string | null };
}) {
  const words = useOverviewWords();
  const chosen = useChosenLine(lines);
  const told = [
    chosen,
    ...GROUPS.filter((group) => group !== chosen?.group).map(
      (group) =>
        lines.find((line) => line.group === group && chosen && codeOf(line) === codeOf(chosen)) ??
        chiefOf(lines, group),
    ),
  ].flatMap((line) => (line && line.institutions > 0 ? [line] : []));
  return (
    <Paper withBorder p="md" component="section" aria-label={words('verdict-title')}>
      <Stack gap="lg">
        {told.length === 0 && <Text size="lg">{words('verdict-nobody', { day: day(asOf) })}</Text>}
        {told.map((line, index) => (
          <Stack gap={6} key={line.group}>
            <Sentence
              line={line}
              asOf={asOf}
              target={nextTarget(line, asOf)}
              isFirst={index === 0}
            />
            <FigureBar line={line} />
            <div className="no-print">
              <Link href={lineAddress('/target', line, unit, seen)}>{words('way')}</Link>
              {' · '}
              <Link href={lineAddress('/changes', line, unit, seen)}>{words('what-changed')}</Link>
              {unit.kind !== 'COMMUNE' && (
                <>
                  {' · '}
                  <Link href={lineAddress('/map', line, unit, seen)}>{words('see-map')}</Link>
                </>
              )}
            </div>
          </Stack>
        ))}
      </Stack>
    </Paper>
  );
}

/** A line in a sentence: the figure, what it may be at most, and how far it is to a target. */
export function Sentence({
  line,
  asOf,
  target: next,
  isFirst,
}: {
  line: Line;
  asOf: string;
  target: TargetStanding | undefined;
  isFirst: boolean;
}) {
  const words = useOverviewWords();
  const said = isUnknown(line)
    ? 'verdict-unknown'
    : line.upperPercent === line.percent
      ? 'verdict-certain'
      : 'verdict';
  return (
    <>
      <div>
        <StandingMark of={next?.standing}>
          {words(isUnknown(line) ? 'stands-NO_DATA' : `stands-${next?.standing ?? 'NO_TARGET'}`)}
        </StandingMark>
      </div>
      <Text size={isFirst ? 'lg' : 'md'} fw={isFirst ? 500 : undefined}>
        {words(said, {
          day: day(asOf),
          group: words(line.group),
          what:
            codeOf(line) === 'ALL_FOUR'
              ? words('all-four')
              : words('indicator-called', { name: line.indicator.name }),
          completed: number(line.completed),
          institutions: number(line.institutions),
          percent: percent(line.percent),
          most: percent(line.upperPercent),
        })}
        {next && <Distance of={next} />}.
      </Text>
    </>
  );
}

function Distance({ of: { target, gapPoints, institutionsToGo } }: { of: TargetStanding }) {
  const words = useOverviewWords();
  const said = gapPoints != null && gapPoints > 0 ? 'verdict-gap' : 'verdict-target';
  return words(said, {
    gap: number(gapPoints, 1),
    count: number(institutionsToGo),
    target: targetPercent(target.percent),
    year: target.year,
  });
}
