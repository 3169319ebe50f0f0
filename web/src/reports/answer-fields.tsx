import { Group, NativeSelect, Radio } from '@mantine/core';
import { useAnswerWords } from '../components/answer.words';
import { CountInput } from '../components/count-input';
import { LongText } from '../components/long-text';
import type { Refused } from '../components/refusals';
import { withRead, type ReadNumber, type Unread } from '../components/whole-number';
import type { ReportEntryFragment } from '../generated/graphql';
import type { AnswerGiven } from './typed-answers';
import { useReportsWords } from './reports.words';

/** What the hub says of one answer, beside its fields. */
export function problemsOf(
  problems: readonly Refused[],
  code: string,
  field: string,
): string | undefined {
  const mine = problems.filter((each) => each.field?.includes(code) && each.field.at(-1) === field);
  return mine.map(({ message }) => message).join(' ') || undefined;
}

/** The fields of one answer, by how its question is answered. */
export function AnswerFields({
  criterion: { code, text, answerKind, levels },
  answer,
  problems,
  disabled,
  onAnswer,
}: {
  criterion: ReportEntryFragment['criterion'];
  answer: AnswerGiven;
  problems: readonly Refused[];
  disabled: boolean;
  onAnswer: (answer: AnswerGiven) => void;
}) {
  const words = useReportsWords();
  const says = useAnswerWords();
  const { value, total, comment, unread } = answer;
  const problem = problemsOf(problems, code, 'value');
  const change = (changes: Partial<AnswerGiven>) => onAnswer({ ...answer, ...changes });
  const whole = (typed: string) => (typed === '' ? null : Number(typed));
  const count = (field: keyof Unread) => (read: ReadNumber) =>
    onAnswer(withRead(answer, field, read));
  return (
    <>
      {answerKind === 'YES_NO' && (
        <Radio.Group
          label={text}
          value={value === null ? '' : `${value}`}
          onChange={(chosen) => change({ value: Number(chosen) })}
          error={problem}
        >
          <Group my={6}>
            <Radio value="1" label={says('yes')} disabled={disabled} />
            <Radio value="0" label={says('no')} disabled={disabled} />
          </Group>
        </Radio.Group>
      )}
      {answerKind === 'LEVEL' && (
        <NativeSelect
          label={text}
          value={value === null ? '' : `${value}`}
          onChange={({ currentTarget }) => change({ value: whole(currentTarget.value) })}
          error={problem}
          disabled={disabled}
          maw={640}
          data={[
            { value: '', label: says('unanswered') },
            ...Array.from({ length: (levels ?? 0) + 1 }, (_each, level) => ({
              value: `${level}`,
              label: says('level-n', { level }),
            })),
          ]}
        />
      )}
      {answerKind === 'SHARE' && (
        <fieldset style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
          <legend style={{ fontSize: 14, fontWeight: 650, padding: 0 }}>{text}</legend>
          <Group align="start" mt={4}>
            <CountInput
              label={words('part')}
              value={value}
              unread={unread?.value}
              onRead={count('value')}
              error={problem}
              disabled={disabled}
              w={160}
            />
            <CountInput
              label={words('total')}
              value={total}
              unread={unread?.total}
              onRead={count('total')}
              error={problemsOf(problems, code, 'total')}
              disabled={disabled}
              w={160}
            />
          </Group>
        </fieldset>
      )}
      <LongText
        label={words('comment')}
        aria-label={`${words('comment')}: ${text}`}
        value={comment}
        onChange={({ currentTarget }) => change({ comment: currentTarget.value })}
        error={problemsOf(problems, code, 'comment')}
        disabled={disabled}
        minRows={1}
      />
    </>
  );
}
