import { Alert, Group } from '@mantine/core';
import type { ReportUpdateFragment } from '../generated/graphql';
import { moment } from '../shared/format';
import { keptQuestions } from './kept-answers';
import { QuestionLink } from './question-link';
import { useReportsWords } from './reports.words';
import type { Draft } from './use-draft';

/** The decision that the school is answering to now; a draft has none of its own. */
export function returnOf({ state, revisions }: ReportUpdateFragment) {
  if (state === 'APPROVED' || state === 'SUBMITTED') return undefined;
  const decided = revisions.filter(({ decision }) => decision && decision !== 'WITHDRAWN').at(-1);
  return decided?.decision === 'RETURNED' ? decided : undefined;
}

/** Why the report came back, as a whole; each question says its own. */
export function CameBack({ update }: { update: ReportUpdateFragment }) {
  const words = useReportsWords();
  const returned = returnOf(update);
  if (!returned) return null;
  return (
    <Alert color="orange" variant="outline" title={words('report-came-back')}>
      {returned.decisionNote ?? words('no-note')}
      <Group gap="sm" mt="xs">
        {returned.entries
          ?.filter(({ returnReason }) => returnReason)
          .map(({ criterion }) => (
            <QuestionLink key={criterion.question.code} to={criterion} />
          ))}
      </Group>
    </Alert>
  );
}

/** What was typed in this browser and is not in the report that is locked. */
export function NotHandedIn({ draft, update }: { draft: Draft; update: ReportUpdateFragment }) {
  const words = useReportsWords();
  const entries = update.newestRevision?.entries ?? [];
  const left = entries.filter(({ criterion }) => draft.left[criterion.question.code]);
  if (left.length === 0) return null;
  return (
    <Alert color="orange" variant="outline" title={words('left-title')}>
      {words(update.canWithdraw ? 'left-withdraw' : 'left-lead')}
      <Group gap="sm" mt="xs">
        {left.map(({ criterion }) => (
          <QuestionLink key={criterion.question.code} to={criterion} />
        ))}
      </Group>
    </Alert>
  );
}

/** What was typed here and waits for the network, where the form itself cannot be shown yet. */
export function KeptHere({ institution, round }: { institution: string; round: string }) {
  const words = useReportsWords();
  const codes = keptQuestions(institution, round);
  if (codes.length === 0) return null;
  return (
    <Alert color="lake" variant="outline" title={words('kept-title')}>
      {words('kept-here', { codes: codes.join(', ') })}
    </Alert>
  );
}

/** The hub cannot be reached, and the form is the one that was open before. */
export function AsBefore({ at }: { at: string }) {
  const words = useReportsWords();
  return (
    <Alert color="lake" variant="outline" role="status" title={words('as-before')}>
      {words('as-before-lead', { at: moment(at) })}
    </Alert>
  );
}

/** What was taken over from the last report and waits for a look. */
export function Prefilled({ update }: { update: ReportUpdateFragment }) {
  const words = useReportsWords();
  const left = update.newestRevision?.entries?.filter(({ prefilled }) => prefilled) ?? [];
  if (left.length === 0 || !update.canSave) return null;
  return (
    <Alert color="lake" variant="outline" title={words('prefilled-left')}>
      <Group gap="sm">
        {left.map(({ criterion }) => (
          <QuestionLink key={criterion.question.code} to={criterion} />
        ))}
      </Group>
    </Alert>
  );
}
