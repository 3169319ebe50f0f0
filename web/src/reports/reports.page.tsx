import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { PageTitle } from '../components/page-title';
import { Link } from 'wouter';
import { Answer } from '../components/answer';
import { DataTable } from '../components/data-table';
import { ReportsDocument, type ReportsQuery } from '../generated/graphql';
import { institutionAddress } from '../shared/institution-address';
import { day, NOTHING, number } from '../shared/format';
import { useGraph } from '../shared/graph';
import { reportAddress } from '../shared/report-address';
import { useSharedWords } from '../shared/shared.words';
import { SignedIn } from '../sign-in/signed-in';
import { useViewer } from '../sign-in/viewer';
import { useReportsWords } from './reports.words';

type Called = Extract<
  NonNullable<ReportsQuery['node']>,
  { __typename: 'Institution' }
>['participations']['nodes'][number];

/** The institutions that somebody reports for, and the rounds that call them. */
export default function ReportsPage() {
  return (
    <SignedIn>
      <Schools />
    </SignedIn>
  );
}

function Schools() {
  const words = useReportsWords();
  const viewer = useViewer();
  const schools = viewer?.grants.flatMap(({ role, institution }) =>
    role === 'SCHOOL_ADMIN' && institution ? [institution] : [],
  );
  return (
    <Stack>
      <PageTitle>{words('title')}</PageTitle>
      {schools?.length === 0 && <Text>{words('none')}</Text>}
      {schools?.map(({ id, code, name }) => (
        <Paper withBorder p="md" key={id} component="section" aria-label={name}>
          <Title order={2} size="h3">
            {name}
          </Title>
          <Link href={institutionAddress({ id, code })}>{words('standing')}</Link>
          <Rounds institution={id} name={name} />
        </Paper>
      ))}
    </Stack>
  );
}

/** What an open round asks of the school now, and the way to it; nothing once it is handed in or approved. */
function Task({
  institution,
  of: { round, state, dueOn, overdue, daysLate, update },
}: {
  institution: string;
  of: Called;
}) {
  const words = useReportsWords();
  if (state === 'SUBMITTED' || state === 'APPROVED') return null;
  const revision = update?.newestRevision;
  const cameBack = revision?.decision === 'RETURNED';
  return (
    <Alert
      color={cameBack || overdue ? 'orange' : 'lake'}
      variant="outline"
      my="sm"
      title={words(cameBack ? 'task-returned' : state ? 'task-begun' : 'task-new', {
        round: round.name,
      })}
    >
      {cameBack && <Text size="sm">{revision.decisionNote ?? words('no-note')}</Text>}
      <Text size="sm">
        {words('due-on', { day: day(dueOn) })}
        {overdue && ` · ${words('late', { days: number(daysLate) })}`}
      </Text>
      <Link href={reportAddress(institution, round.id)}>{words('to-report')}</Link>
    </Alert>
  );
}

function Rounds({ institution, name }: { institution: string; name: string }) {
  const say = useSharedWords();
  const words = useReportsWords();
  const asked = useGraph(ReportsDocument, { institution });
  return (
    <Answer of={asked}>
      {({ node }) => {
        const called = node?.__typename === 'Institution' ? node.participations.nodes : [];
        const isOpen = ({ round }: (typeof called)[number]) => round.phase === 'OPEN';
        const rows = [...called.filter(isOpen), ...called.filter((each) => !isOpen(each))];
        if (rows.length === 0) return <Text>{words('no-rounds')}</Text>;
        return (
          <>
            {rows.filter(isOpen).map((each) => (
              <Task key={each.round.id} institution={institution} of={each} />
            ))}
            <DataTable
              caption={name}
              rows={rows}
              rowKey={({ round }) => round.id}
              columns={[
                {
                  key: 'round',
                  header: words('round'),
                  show: ({ round }) => (
                    <Link href={reportAddress(institution, round.id)}>{round.name}</Link>
                  ),
                  value: ({ round }) => round.name,
                },
                {
                  key: 'phase',
                  header: words('phase'),
                  under: true,
                  show: ({ round }) => say(round.phase),
                  value: ({ round }) => say(round.phase),
                },
                {
                  key: 'state',
                  header: words('state'),
                  show: ({ state }) => (state ? say(state) : words('not-begun')),
                  value: ({ state }) => (state ? say(state) : words('not-begun')),
                },
                {
                  key: 'due',
                  header: words('due'),
                  under: true,
                  show: ({ dueOn, overdue, daysLate }) => (
                    <>
                      {day(dueOn)}
                      {overdue && ` · ${words('late', { days: number(daysLate) })}`}
                    </>
                  ),
                  value: ({ dueOn }) => dueOn,
                },
                {
                  key: 'locked',
                  header: words('locked'),
                  under: true,
                  show: ({ lockReason }) => (lockReason ? words(lockReason) : NOTHING),
                  value: ({ lockReason }) => (lockReason ? words(lockReason) : null),
                },
              ]}
            />
          </>
        );
      }}
    </Answer>
  );
}
