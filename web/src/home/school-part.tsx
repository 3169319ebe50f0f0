import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import {
  HomeReasonsDocument,
  HomeSchoolDocument,
  type HomeSchoolQuery,
} from '../generated/graphql';
import { number } from '../shared/format';
import { useGraph } from '../shared/graph';
import { reportAddress } from '../shared/report-address';
import { useDue } from './due';
import { useHomeWords } from './home.words';
import { Part } from './part';

type Called = Extract<
  NonNullable<HomeSchoolQuery['node']>,
  { __typename: 'Institution' }
>['participations']['nodes'][number];

type UpdateState = NonNullable<Called['state']>;

/** Where the report of a school is in a round. */
type State = UpdateState | 'NOT_BEGUN' | 'EXCUSED';

const TONES: Record<State, string> = {
  RETURNED: 'behind',
  NOT_BEGUN: 'unknown',
  WITHDRAWN: 'unknown',
  DRAFT: 'going',
  SUBMITTED: 'going',
  APPROVED: 'reached',
  EXCUSED: 'unknown',
};

/** An excused school may report all the same: then it is told of its report. */
const stateOf = ({ state, exception }: Called): State =>
  state ?? (exception?.kind === 'EXCUSED' ? 'EXCUSED' : 'NOT_BEGUN');

const isOwed = (called: Called) => !['SUBMITTED', 'APPROVED', 'EXCUSED'].includes(stateOf(called));

/** What came back and is overdue first, then what is due next. */
function byUrgency(one: Called, other: Called): number {
  const rank = (called: Called) =>
    stateOf(called) === 'RETURNED' ? 0 : called.overdue ? 1 : isOwed(called) ? 2 : 3;
  return rank(one) - rank(other) || one.dueOn.localeCompare(other.dueOn);
}

/** What a school has to hand in: by when, how far it is, what came back and why. */
export function SchoolPart({ school: { id, name } }: { school: { id: string; name: string } }) {
  const words = useHomeWords();
  const asked = useGraph(HomeSchoolDocument, { institution: id });
  return (
    <Part title={name}>
      <Answer of={asked}>
        {({ node }) => {
          const called = node?.__typename === 'Institution' ? node.participations.nodes : [];
          if (called.length === 0) return <Text>{words('nothing-due')}</Text>;
          return (
            <Stack gap="lg">
              {[...called].sort(byUrgency).map((each) => (
                <Report key={each.round.id} school={id} of={each} />
              ))}
              {!called.some((each) => stateOf(each) === 'RETURNED') && (
                <Text>{words('nothing-returned')}</Text>
              )}
            </Stack>
          );
        }}
      </Answer>
      <Link href="/reports">{words('all-reports')}</Link>
    </Part>
  );
}

function Report({ school, of }: { school: string; of: Called }) {
  const words = useHomeWords();
  const due = useDue();
  const { round, update, dueOn } = of;
  const state = stateOf(of);
  const go = words(`${state}-go`);
  const counts = update?.newestRevision?.answerCounts;
  return (
    <Stack gap={6} component="section" aria-label={round.name}>
      <Group gap="sm">
        <Title order={3} size="h4">
          {round.name}
        </Title>
        <span className={`standing ${TONES[state]}`}>{words(`${state}-mark`)}</span>
      </Group>
      {isOwed(of) && <Text fw={of.overdue ? 600 : undefined}>{due(dueOn, of)}</Text>}
      {counts && isOwed(of) && state !== 'RETURNED' && (
        <>
          <Text>
            {words('answered', {
              answered: number(counts.answered),
              asked: number(counts.asked),
            })}
          </Text>
          <meter
            min={0}
            max={counts.asked}
            value={counts.answered}
            aria-label={words('answered-share', { round: round.name })}
            style={{ width: '100%', maxWidth: 420 }}
          />
        </>
      )}
      {state === 'RETURNED' && update && (
        <Reasons update={update.id} note={update.newestRevision?.decisionNote ?? null} />
      )}
      <Group mt={4}>
        <Button
          component={Link}
          href={reportAddress(school, round.id)}
          variant={isOwed(of) ? 'filled' : 'default'}
          aria-label={words('go-of', { go, round: round.name })}
        >
          {go}
        </Button>
      </Group>
    </Stack>
  );
}

/** Why it came back: of each answer, and of the whole. */
function Reasons({ update, note }: { update: string; note: string | null }) {
  const words = useHomeWords();
  const asked = useGraph(HomeReasonsDocument, { update });
  return (
    <Answer of={asked}>
      {({ node }) => {
        const entries =
          node?.__typename === 'StatusUpdate' ? (node.newestRevision?.entries ?? []) : [];
        const reasons = entries.flatMap(({ criterion, returnReason }) =>
          returnReason ? [words('criterion', { code: criterion.code, reason: returnReason })] : [],
        );
        const told = [...(note ? [note] : []), ...reasons];
        if (told.length === 0) return <Text>{words('no-reason')}</Text>;
        return (
          <div>
            <Text fw={600}>{words('came-back')}</Text>
            <List>
              {told.map((reason) => (
                <List.Item key={reason}>{reason}</List.Item>
              ))}
            </List>
          </div>
        );
      }}
    </Answer>
  );
}
