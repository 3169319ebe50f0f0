import './report.css';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { PageTitle } from '../components/page-title';
import { useParams } from 'wouter';
import { Answer } from '../components/answer';
import { Refusals } from '../components/refusals';
import {
  ReportDocument,
  type FrameworkNamedFragment,
  type LockReason,
  type ReportQuery,
  type ReportUpdateFragment,
} from '../generated/graphql';
import { OwnForm } from '../report-forms/own-form';
import { day } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useWhenBack } from '../shared/use-when-back';
import { SignedIn } from '../sign-in/signed-in';
import { useViewer } from '../sign-in/viewer';
import { HandIn } from './hand-in';
import { keptForm, useKeepForm } from './kept-form';
import { AsBefore, CameBack, KeptHere, NotHandedIn, Prefilled } from './notices';
import { Questions } from './questions';
import { ReportProgress } from './report-progress';
import { useReportsWords } from './reports.words';
import { Revisions } from './revisions';
import { SavingState } from './saving-state';
import { numberOf } from './typed-answers';
import { useDraft } from './use-draft';

/** A school's report in one round. */
export default function ReportPage() {
  const params = useParams<{ institution: string; round: string }>();
  const institution = decodeURIComponent(params.institution);
  const round = decodeURIComponent(params.round);
  return (
    <SignedIn>
      <Report key={`${institution} ${round}`} institution={institution} round={round} />
    </SignedIn>
  );
}

function Report({ institution, round }: { institution: string; round: string }) {
  const asked = useGraph(ReportDocument, { institution, round });
  const viewer = useViewer();
  const name = viewer ? (viewer.signInName ?? '') : undefined;
  useKeepForm({ institution, round }, name, asked.data);
  const isUnreached = asked.error?.networkError !== undefined && !asked.data;
  const before = isUnreached ? keptForm(institution, round) : null;
  useWhenBack(before ? asked.again : undefined, true);
  const data = asked.data ?? before?.data;
  const who = name ?? before?.viewer;
  const update = data?.statusUpdates.nodes[0] ?? null;
  return (
    <Stack>
      <Heading data={data} />
      {before && <AsBefore at={before.at} />}
      {isUnreached && !before && <KeptHere institution={institution} round={round} />}
      <Answer of={before ? { ...asked, data, error: undefined } : asked}>
        {({ institution: school, round: asking }) =>
          who !== undefined && (
            <>
              <Form
                of={{ viewer: who, institution, round }}
                lockReason={lockOf(school, round)}
                update={update}
                frameworks={asking?.__typename === 'ReportingRound' ? asking.frameworks : []}
                again={asked.again}
              />
              {!before &&
                school?.__typename === 'Institution' &&
                lockOf(school, round) !== 'NOT_CALLED' && (
                  <OwnForm
                    // Once the report has begun it stands elsewhere: made anew there, it is pushed nowhere.
                    key={update ? 'begun' : 'open'}
                    institution={school.id}
                    code={school.code}
                    round={round}
                    isLocked={(update ? update.lockReason : lockOf(school, round)) != null}
                    onSaved={asked.again}
                  />
                )}
            </>
          )
        }
      </Answer>
    </Stack>
  );
}

/** Why the school cannot begin; null when it can. */
function lockOf(school: ReportQuery['institution'], roundId: string): LockReason | null {
  if (school?.__typename !== 'Institution') return 'NOT_CALLED';
  const called = school.participations.nodes.find(({ round }) => round.id === roundId);
  return called ? (called.lockReason ?? null) : 'NOT_CALLED';
}

function Heading({ data }: { data: ReportQuery | undefined }) {
  const words = useReportsWords();
  const [school, round] = [data?.institution, data?.round];
  return (
    <div>
      <PageTitle size="h2">
        {school?.__typename === 'Institution' ? school.name : words('title')}
      </PageTitle>
      {round?.__typename === 'ReportingRound' && (
        <Text>
          {round.name} · {words('due-on', { day: day(round.dueOn) })}
        </Text>
      )}
    </div>
  );
}

function Form({
  of,
  lockReason,
  update,
  frameworks,
  again,
}: {
  of: { viewer: string; institution: string; round: string };
  lockReason: LockReason | null;
  update: ReportUpdateFragment | null;
  /** Those of the round, in order. */
  frameworks: readonly FrameworkNamedFragment[];
  again: () => void;
}) {
  const words = useReportsWords();
  const draft = useDraft(of, update, again);
  const revision = update?.newestRevision;
  if (!update && lockReason) return <Locked by={lockReason} />;
  if (!update || !revision)
    return (
      <Stack align="start">
        <Text>{words('begin-lead')}</Text>
        <Refusals of={draft.refused} />
        <Button onClick={() => void draft.begin()}>{words('begin')}</Button>
      </Stack>
    );
  return (
    <>
      {!draft.locked && (
        <SavingState draft={draft} nameOf={(code) => numberOf(revision.entries ?? [], code)} />
      )}
      {update.lockReason && <Locked by={update.lockReason} />}
      <NotHandedIn draft={draft} update={update} />
      <CameBack update={update} />
      <Prefilled update={update} />
      <div className="report">
        <ReportProgress revision={revision} frameworks={frameworks} />
        <Stack>
          <Questions update={update} frameworks={frameworks} draft={draft} again={again} />
          <HandIn update={update} settled={draft.saving === 'saved'} again={again} />
          <Revisions of={update} />
        </Stack>
      </div>
    </>
  );
}

function Locked({ by }: { by: LockReason }) {
  const words = useReportsWords();
  return (
    <Alert color="lake" variant="outline">
      {words(by)}
    </Alert>
  );
}
