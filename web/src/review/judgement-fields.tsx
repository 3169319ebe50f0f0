import { Group, NativeSelect, Radio, Stack } from '@mantine/core';
import { CountInput } from '../components/count-input';
import { LongText } from '../components/long-text';
import { refusalOf, type Refused } from '../components/refusals';
import { useSaidAnswer } from '../components/said-answer';
import type { AnswerKind } from '../generated/graphql';
import { withRead, type ReadNumber, type Unread } from '../components/whole-number';
import type { Entry } from './entry';
import type { Judgement } from './judgement';
import { useReviewWords } from './review.words';

/** What the reviewer thinks of one answer; what the hub says of a field stands beside it. */
export function JudgementFields({
  criterion: { code, answerKind, levels },
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
  const said = useSaidAnswer();
  const { kind, reason } = judgement;
  const field = (name: keyof Unread) => ({
    label: words(name),
    error: refusalOf(refused, code, name),
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
        label={words('judgement', { code })}
        value={kind}
        onChange={(chosen) => onJudge({ ...judgement, kind: chosen })}
        error={refusalOf(refused, code, 'criterion')}
      >
        <Group mt={4}>
          {(['accept', 'change', 'return'] as const).map((each) => (
            <Radio key={each} value={each} label={words(each)} />
          ))}
        </Group>
      </Radio.Group>
      {kind === 'change' && (
        <Group align="start">
          {answerKind === 'SHARE' ? (
            <>
              <CountInput {...counted('value')} />
              <CountInput {...counted('total')} />
            </>
          ) : (
            <NativeSelect
              {...field('value')}
              value={judgement.value ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onJudge({ ...judgement, value: value === '' ? null : Number(value) })
              }
              data={[
                { value: '', label: words('choose-value') },
                ...valuesOf(answerKind, levels).map((value) => ({
                  value: `${value}`,
                  label: said(answerKind, value, null),
                })),
              ]}
            />
          )}
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

/** What an answer may be that is no share. */
const valuesOf = (answerKind: AnswerKind, levels: number | null | undefined): number[] =>
  answerKind === 'YES_NO' ? [1, 0] : Array.from({ length: (levels ?? 0) + 1 }, (_, level) => level);
