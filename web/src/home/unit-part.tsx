import { List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import {
  HomeMoversDocument,
  HomeUnitDocument,
  type HomeUnitQuery,
  type MovedFragment,
  type UnitKind,
} from '../generated/graphql';
import { codeOf, tellingLines, type Line } from '../overview/line';
import { useChosenLine } from '../overview/line-choice';
import { newestRound } from '../overview/newest-round';
import { Verdict } from '../overview/verdict';
import { dayBefore, today } from '../shared/days';
import { day, percent, pointsOf } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { unitAddress } from '../shared/unit-address';
import { useHomeWords } from './home.words';
import { Part } from './part';
import { RoundPart } from './round-part';

type Rounds = HomeUnitQuery['reportingRounds']['nodes'];

/** What a planner looks to: the verdict of the unit, who moves, and who has to be reminded. */
export function UnitPart({ unit, name }: { unit: string; name: string }) {
  const words = useHomeWords();
  const asked = useGraph(HomeUnitDocument, { unit });
  return (
    <Part title={words('standing', { unit: name })}>
      <Answer of={asked}>
        {({ node, reportingRounds: { nodes: rounds } }) =>
          node?.__typename === 'AdministrativeUnit' && (
            <>
              {node.progress ? (
                <Figures
                  unit={node}
                  asOf={node.progress.asOf}
                  lines={tellingLines(node.progress.lines)}
                  rounds={rounds}
                />
              ) : (
                <Text>{words('no-figures')}</Text>
              )}
              <Link href={unitAddress(node, node.validTo)}>
                {words('open-overview', { unit: name })}
              </Link>
              <OpenRounds unit={unit} name={name} rounds={rounds} />
            </>
          )
        }
      </Answer>
      <Link href="/operations?tab=rounds">{words('rounds')}</Link>
    </Part>
  );
}

function Figures({
  unit,
  asOf,
  lines,
  rounds,
}: {
  unit: { id: string; code: string; kind: UnitKind; validTo?: string | null };
  asOf: string;
  lines: readonly Line[];
  rounds: Rounds;
}) {
  const words = useHomeWords();
  const line = useChosenLine(lines);
  const newest = newestRound(rounds, today());
  return (
    <>
      <Verdict asOf={asOf} lines={lines} unit={unit} seen={{ on: unit.validTo }} />
      <Title order={3} size="h4">
        {words('moves')}
      </Title>
      {line && newest ? (
        <Movers
          unit={unit.id}
          line={line}
          from={dayBefore(newest.referenceDate)}
          round={newest.name}
        />
      ) : (
        <Text>{words('no-moves')}</Text>
      )}
    </>
  );
}

function Movers({
  unit,
  line,
  from,
  round,
}: {
  unit: string;
  line: Line;
  from: string;
  round: string;
}) {
  const say = useSharedWords();
  const words = useHomeWords();
  const variables = { unit, from, group: line.group, indicator: codeOf(line) };
  const asked = useGraph(HomeMoversDocument, variables);
  return (
    <>
      <Text size="sm">
        {words('moves-lead', {
          group: say(line.group),
          what: line.indicator.name,
          from: day(from),
          round,
        })}
      </Text>
      <Answer of={asked}>
        {({ up, down }) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Moved way="up" of={up?.nodes ?? []} />
            <Moved way="down" of={down?.nodes ?? []} />
          </SimpleGrid>
        )}
      </Answer>
    </>
  );
}

/** Those that moved this way: the first of a list may have moved the other way, or not at all. */
function Moved({ way, of }: { way: 'up' | 'down'; of: MovedFragment['nodes'] }) {
  const words = useHomeWords();
  const sign = way === 'up' ? 1 : -1;
  const moved = of.filter(({ percentPoints }) => (percentPoints ?? 0) * sign > 0);
  return (
    <Stack gap={4} component="section" aria-label={words(way)}>
      <Text fw={600}>{words(way)}</Text>
      {moved.length === 0 && <Text>{words(`none-${way}`)}</Text>}
      <List>
        {moved.map(({ unit, percentPoints, before, after }) => (
          <List.Item key={unit.id}>
            <Link href={unitAddress(unit)}>{unit.name}</Link>:{' '}
            {words('moved', {
              points: `${way === 'up' ? '+' : '−'}${pointsOf(Math.abs(percentPoints ?? 0))}`,
              before: percent(before?.percent),
              after: percent(after?.percent),
            })}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

function OpenRounds({ unit, name, rounds }: { unit: string; name: string; rounds: Rounds }) {
  const words = useHomeWords();
  const open = rounds
    .filter(({ phase }) => phase === 'OPEN')
    .sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  if (open.length === 0) return <Text>{words('no-open-round')}</Text>;
  return open.map((round, index) => (
    <RoundPart key={round.id} round={round} unit={unit} name={name} isFirst={index === 0} />
  ));
}
