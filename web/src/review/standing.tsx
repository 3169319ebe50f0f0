import { Alert, Group, List, Text } from '@mantine/core';
import { NOT_GIVEN } from '../components/given-answer';
import { useSaidAnswer } from '../components/said-answer';
import { moment, number } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import type { Entry } from './entry';
import type { Judgements } from './judgement';
import { useReviewWords } from './review.words';
import { TakeBack } from './take-back';
import type { Reviewed } from './use-decision';

/** Why there is nothing for the viewer to decide: what was decided already, by whom, and with which words. */
export function Standing({ update, again }: { update: Reviewed; again: () => void }) {
  const say = useSharedWords();
  const words = useReviewWords();
  const { state, newestRevision: revision } = update;
  return (
    <Alert
      color="lake"
      variant="outline"
      title={state ? say(state) : undefined}
      role="group"
      aria-label={words('decision')}
    >
      {revision?.decision ? (
        <>
          <Text size="sm">
            {words('decided', {
              decision: say(revision.decision),
              at: moment(revision.decidedAt),
              by: revision.decidedBy ?? words('outside'),
            })}
          </Text>
          {revision.decisionNote && <Text size="sm">{revision.decisionNote}</Text>}
        </>
      ) : (
        <Text size="sm">{words('cannot-decide')}</Text>
      )}
      {update.canTakeBack && (
        <Group mt="sm">
          <TakeBack update={update} onDone={again} />
        </Group>
      )}
      {state === 'APPROVED' && update.takeBackProblem && (
        <Text size="sm" mt="xs">
          {words('not-taken-back', { why: update.takeBackProblem.message })}
        </Text>
      )}
    </Alert>
  );
}

/** That somebody else was faster; where there is nothing to decide any more, what was typed, to be copied. */
export function Overtaken({
  decidable,
  entries,
  judgements,
  note,
}: {
  decidable: boolean;
  entries: readonly Entry[];
  judgements: Judgements;
  note: string;
}) {
  const words = useReviewWords();
  const said = useSaidAnswer();
  const typed = Object.entries(judgements).flatMap(([code, judgement]) => {
    const { value, total, choice = null, reason } = judgement;
    const criterion = entries.find((each) => each.criterion.question.code === code)?.criterion;
    const parts = [
      (value ?? choice) !== null
        ? criterion && said(criterion.question, { ...NOT_GIVEN, value, total, choice })
        : total !== null && `${words('total')}: ${number(total)}`,
      reason,
    ];
    const text = parts.filter(Boolean).join('; ');
    return text ? [`${criterion?.code ?? code}: ${text}`] : [];
  });
  return (
    <Alert color="orange" variant="outline" title={words('overtaken')} role="alert">
      <Text size="sm">{words(decidable ? 'overtaken-again' : 'overtaken-done')}</Text>
      {!decidable && (note || typed.length > 0) && (
        <>
          <Text size="sm" mt="xs">
            {words('you-typed')}
          </Text>
          <List size="sm">
            {[...typed, ...(note ? [note] : [])].map((each) => (
              <List.Item key={each}>{each}</List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}
