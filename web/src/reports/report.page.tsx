import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useParams } from 'wouter';
import { Answer } from '../components/answer';
import { Refusals } from '../components/refusals';
import { ReportDocument, type ReportQuery, type ReportUpdateFragment } from '../generated/graphql';
import { day } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { PILLARS } from '../overview/line';
import { SignedIn } from '../sign-in/signed-in';
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
  const update = asked.data?.statusUpdates.nodes[0] ?? null;
  return (
    <Stack>
      <Heading data={asked.data} />
      <Answer of={asked}>
        {() => <Form institution={institution} round={round} update={update} again={asked.again} />}
      </Answer>
    </Stack>
  );
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
  institution,
  round,
  update,
  again,
}: {
  institution: string;
  round: string;
  update: ReportUpdateFragment | null;
  again: () => void;
}) {
  const words = useReportsWords();
  const draft = useDraft(institution, round, update, again);
  const revision = update?.newestRevision;
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
      {update.lockReason && (
        <Alert color="lake" variant="outline">
          {words(update.lockReason)}
        </Alert>
      )}
      <CameBack update={update} />
      <PillarProgress pillars={revision.pillars} />
      <Questions update={update} draft={draft} locked={locked} again={again} />
      <HandIn update={update} settled={draft.saving === 'saved'} />
      <Revisions of={update.revisions} />
    </>
  );
}

/** Why the report came back, as a whole; each question says its own. */
function CameBack({ update: { state, revisions } }: { update: ReportUpdateFragment }) {
  const words = useReportsWords();
  if (state === 'APPROVED' || state === 'SUBMITTED') return null;
  const returned = [...revisions].reverse().find(({ decision }) => decision === 'RETURNED');
  if (!returned?.decisionNote) return null;
  return (
    <Alert color="orange" variant="outline" title={words('report-came-back')}>
      {returned.decisionNote}
    </Alert>
  );
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
