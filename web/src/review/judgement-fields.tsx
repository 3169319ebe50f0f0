import { Group, NativeSelect, Radio, Stack } from '@mantine/core';
import { CountInput } from '../components/count-input';
import { LongText } from '../components/long-text';
import { refusalOf, type Refused } from '../components/refusals';
import { useAnswerChoices } from '../components/said-answer';
import { withRead, type ReadNumber, type Unread } from '../components/whole-number';
import type { Entry } from './entry';
import type { Judgement } from './judgement';
import { useReviewWords } from './review.words';

/** What the reviewer thinks of one answer; what the hub says of a field stands beside it. */
export function JudgementFields({
  criterion: { code: number, question },
  judgement,
  refused,
  onJudge,
}: {
  criterion: Entry['criterion'];
  judgement: Judgement;
  refused: readonly Refused[];
  onJudge: (judgement: Judgement) => void;
}) {
  const words = useReviewWords();
  const choices = useAnswerChoices()(question);
  const { kind, value, choice = null, reason } = judgement;
  const { code, answerKind, unit } = question;
  const field = (name: keyof Unread | 'choice') => ({
    label: words(name === 'total' ? 'total' : 'value'),
    // What is missing is told of the value, also where it is one of options.
    error:
      refusalOf(refused, code, name) ??
      (name === 'choice' ? refusalOf(refused, code, 'value') : undefined),
    w: { base: '100%', xs: 200 },
  });
  const counted = (name: keyof Unread) => ({
    ...field(name),
    value: judgement[name],
    unread: judgement.unread?.[name],
    onRead: (read: ReadNumber) => onJudge(withRead(judgement, name, read)),
  });
  return (
    <Stack gap="xs" mt="sm">
      <Radio.Group
        label={words('judgement', { code: number })}
        value={kind}
        onChange={(chosen) => onJudge({ ...judgement, kind: chosen })}
        error={refusalOf(refused, code, 'question')}
      >
        <Group mt={4}>
          {judgementsOf(answerKind).map((each) => (
            <Radio key={each} value={each} label={words(each)} />
          ))}
        </Group>
      </Radio.Group>
      {kind === 'change' && (
        <Group align="start">
          {choices.length > 0 ? (
            <NativeSelect
              {...field(answerKind === 'CHOICE' ? 'choice' : 'value')}
              value={choice ?? value ?? ''}
              onChange={({ currentTarget: { value: chosen } }) =>
                onJudge({
                  ...judgement,
                  ...(answerKind === 'CHOICE'
                    ? { choice: chosen || null }
                    : { value: chosen === '' ? null : Number(chosen) }),
                })
              }
              data={[{ value: '', label: words('choose-value') }, ...choices]}
            />
          ) : (
            <CountInput {...counted('value')} description={unit} />
          )}
          {answerKind === 'SHARE' && <CountInput {...counted('total')} />}
        </Group>
      )}
      {kind !== 'accept' && (
        <LongText
          label={words('reason')}
          value={reason}
          onChange={({ currentTarget }) => onJudge({ ...judgement, reason: currentTarget.value })}
          error={refusalOf(refused, code, 'reason')}
        />
      )}
    </Stack>
  );
}

/** What can be thought of an answer: a text is not changed by another hand. */
export const judgementsOf = (answerKind: Entry['criterion']['question']['answerKind']) =>
  (['accept', 'change', 'return'] as const).filter(
    (kind) => kind !== 'change' || answerKind !== 'TEXT',
  );
