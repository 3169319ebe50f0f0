import { Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import { HomeRoundDocument, type HomeUnitQuery } from '../generated/graphql';
import { Late } from '../operations/rounds/late';
import { Reminding } from '../operations/rounds/reminding';
import { addressOf } from '../shared/address';
import { number } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useDue } from './due';
import { useHomeWords } from './home.words';

/** What is to be done something about stands first. */
const COUNTS = [
  'notBegun',
  'overdue',
  'returned',
  'draft',
  'submitted',
  'approved',
  'called',
] as const;

/** An open round as a planner of a unit sees it: how much of it is in, who is not, and how they are reminded. */
export function RoundPart({
  round,
  unit,
  name,
  isFirst,
}: {
  round: HomeUnitQuery['reportingRounds']['nodes'][number];
  unit: string;
  name: string;
  /** What is due next is opened without being asked. */
  isFirst: boolean;
}) {
  const words = useHomeWords();
  const due = useDue();
  const [isOpen, setOpen] = useState(isFirst);
  const asked = useGraph(HomeRoundDocument, { round: round.id, unit });
  return (
    <Stack gap="xs" component="section" aria-label={round.name}>
      <Title order={3} size="h4">
        {round.name}
      </Title>
      <Text>{due(round.dueOn)}</Text>
      <Answer of={asked}>
        {({ node }) => {
          const found = node?.__typename === 'ReportingRound' ? node : null;
          if (!found?.completeness) return <Text>{words('not-called-here', { unit: name })}</Text>;
          const { total } = found.completeness;
          return (
            <>
              <dl className="counts">
                {COUNTS.map((key) => (
                  <div key={key}>
                    <dt>{words(key)}</dt>
                    <dd>{number(total[key])}</dd>
                  </div>
                ))}
              </dl>
              <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
                <summary>{words('who-to-remind')}</summary>
                {isOpen && (
                  <Stack gap="sm" mt="sm">
                    <Late round={round} unit={unit} />
                    <Reminding round={{ id: round.id, canExtend: found.canExtend }} />
                  </Stack>
                )}
              </details>
            </>
          );
        }}
      </Answer>
      <Link href={addressOf('/operations', { tab: 'rounds', round: round.id })}>
        {words('open-round')}
      </Link>
    </Stack>
  );
}
