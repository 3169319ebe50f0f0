import { Paper, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { judgedLines, nextTarget } from '../../../src/shared/told-lines';
import { nobodyText, standingText, verdictText } from '../../../src/shared/verdict';
import type { UnitKind } from '../generated/graphql';
import { GROUPS } from '../shared/lists';
import { language } from '../shared/words';
import { FigureBar } from './figure-bar';
import type { Line, TargetStanding } from './line';
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
  const told = judgedLines(lines, useChosenLine(lines), GROUPS);
  return (
    <Paper withBorder p="md" component="section" aria-label={words('verdict-title')}>
      <Stack gap="lg">
        {told.length === 0 && <Text size="lg">{nobodyText(asOf, language())}</Text>}
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
  return (
    <>
      <div>
        <StandingMark of={next?.standing}>{standingText(line, next, language())}</StandingMark>
      </div>
      <Text size={isFirst ? 'lg' : 'md'} fw={isFirst ? 500 : undefined}>
        {verdictText(line, next, { asOf, language: language(), name: line.indicator.name })}
      </Text>
    </>
  );
}
