import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useParams } from 'wouter';
import { Answer } from '../components/answer';
import { Refusals } from '../components/refusals';
import {
  ReportDocument,
  type LockReason,
  type ReportQuery,
  type ReportUpdateFragment,
} from '../generated/graphql';
import { day } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { PILLARS } from '../overview/line';
import { SignedIn } from '../sign-in/signed-in';
import { useViewer } from '../sign-in/viewer';
import { anchorOf } from './anchor';
import { CriterionCard } from './criterion-card';
import { HandIn } from './hand-in';
import { PillarProgress } from './pillar-progress';
import { useReportsWords } from './reports.words';
import { Revisions } from './revisions';
import { SavingState } from './saving-state';
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
  const update = asked.data?.statusUpdates.nodes[0] ?? null;
  return (
    <Stack>
      <Heading data={asked.data} />
      <Answer of={asked}>
        {({ institution: school }) =>
          viewer && (
            <Form
              of={{ viewer: viewer.email ?? '', institution, round }}
              lockReason={lockOf(school, round)}
              update={update}
              again={asked.again}
            />
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
      <Title order={1} size="h2">
        {school?.__typename === 'Institution' ? school.name : words('title')}
      </Title>
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
  again,
}: {
  of: { viewer: string; institution: string; round: string };
  lockReason: LockReason | null;
  update: ReportUpdateFragment | null;
  again: () => void;
}) {
  const words = useReportsWords();
  const draft = useDraft(of, update, again);
  const revision = update?.newestRevision;
  useEffect(keepFilesOut, []);
  if (!update && lockReason) return <Locked by={lockReason} />;
  if (!update || !revision)
    return (
      <Stack align="start">
        <Text>{words('begin-lead')}</Text>
        <Refusals of={draft.refused} />
        <Button onClick={() => void draft.begin()}>{words('begin')}</Button>
      </Stack>
    );
  const locked = !update.canSave;
  return (
    <>
      {!locked && <SavingState draft={draft} />}
      {update.lockReason && <Locked by={update.lockReason} />}
      <CameBack update={update} />
      <Prefilled update={update} />
      <PillarProgress pillars={revision.pillars} />
      <Questions update={update} draft={draft} locked={locked} again={again} />
      <HandIn update={update} settled={draft.saving === 'saved'} />
      <Revisions of={update.revisions} />
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

/** A file that misses its box is not opened in the place of the form. */
function keepFilesOut(): () => void {
  const stop = (event: Event) => event.preventDefault();
  window.addEventListener('dragover', stop);
  window.addEventListener('drop', stop);
  return () => {
    window.removeEventListener('dragover', stop);
    window.removeEventListener('drop', stop);
  };
}

/** The decision that the school is answering to now; a draft has none of its own. */
function returnOf({ state, revisions }: ReportUpdateFragment) {
  if (state === 'APPROVED' || state === 'SUBMITTED') return undefined;
  const decided = revisions.filter(({ decision }) => decision && decision !== 'WITHDRAWN').at(-1);
  return decided?.decision === 'RETURNED' ? decided : undefined;
}

/** Why the report came back, as a whole; each question says its own. */
function CameBack({ update }: { update: ReportUpdateFragment }) {
  const words = useReportsWords();
  const returned = returnOf(update);
  if (!returned) return null;
  return (
    <Alert color="orange" variant="outline" title={words('report-came-back')}>
      {returned.decisionNote ?? words('no-note')}
      <Group gap="sm" mt="xs">
        {returned.entries
          ?.filter(({ returnReason }) => returnReason)
          .map(({ criterion: { code } }) => (
            <QuestionLink key={code} code={code} />
          ))}
      </Group>
    </Alert>
  );
}

/** What was taken over from the last report and waits for a look. */
function Prefilled({ update }: { update: ReportUpdateFragment }) {
  const words = useReportsWords();
  const left = update.newestRevision?.entries?.filter(({ prefilled }) => prefilled) ?? [];
  if (left.length === 0 || !update.canSave) return null;
  return (
    <Alert color="lake" variant="outline" title={words('prefilled-left')}>
      <Group gap="sm">
        {left.map(({ criterion: { code } }) => (
          <QuestionLink key={code} code={code} />
        ))}
      </Group>
    </Alert>
  );
}

function QuestionLink({ code }: { code: string }) {
  const words = useReportsWords();
  return <a href={`#${anchorOf(code)}`}>{words('criterion-n', { code })}</a>;
}

function Questions({
  update,
  draft,
  locked,
  again,
}: {
  update: ReportUpdateFragment;
  draft: ReturnType<typeof useDraft>;
  locked: boolean;
  again: () => void;
}) {
  const say = useSharedWords();
  const entries = update.newestRevision?.entries ?? [];
  const problems = [...draft.refused, ...update.submissionProblems];
  const reasons = returnOf(update)?.entries ?? [];
  return PILLARS.filter((pillar) =>
    entries.some(({ criterion }) => criterion.pillar === pillar),
  ).map((pillar) => (
    <section key={pillar} id={pillar} aria-label={say(pillar)}>
      <Title order={2} size="h3" mb="xs">
        {say(pillar)}
      </Title>
      <Stack gap="sm">
        {entries
          .filter(({ criterion }) => criterion.pillar === pillar)
          .map((entry) => (
            <CriterionCard
              key={entry.criterion.code}
              update={update.id}
              entry={entry}
              typed={draft.typed[entry.criterion.code]}
              returnReason={
                reasons.find(({ criterion: { code } }) => code === entry.criterion.code)
                  ?.returnReason ?? undefined
              }
              hasDraft={update.newestRevision?.submittedAt == null}
              begin={draft.begin}
              problems={problems}
              disabled={locked}
              onAnswer={(answer) => draft.answer(entry.criterion.code, answer)}
              onEvidence={again}
            />
          ))}
      </Stack>
    </section>
  ));
}
