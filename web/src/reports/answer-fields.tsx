import { Checkbox, Group, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useAnswerWords } from '../components/answer.words';
import { CountInput } from '../components/count-input';
import { LongText } from '../components/long-text';
import type { Refused } from '../components/refusals';
import { useAnswerChoices } from '../components/said-answer';
import { withRead, type ReadNumber, type Unread } from '../components/whole-number';
import type { ReportEntryFragment } from '../generated/graphql';
import { UNANSWERED, type AnswerGiven } from './typed-answers';
import { useReportsWords } from './reports.words';

/** What the hub says of one answer, beside its fields. */
export function problemsOf(
  problems: readonly Refused[],
  question: string,
  field: string,
): string | undefined {
  const mine = problems.filter(
    (each) => each.field?.includes(question) && each.field.at(-1) === field,
  );
  return mine.map(({ message }) => message).join(' ') || undefined;
}

interface Fields {
  question: ReportEntryFragment['criterion']['question'];
  answer: AnswerGiven;
  problems: readonly Refused[];
  disabled: boolean;
  onAnswer: (answer: AnswerGiven) => void;
}

/** The fields of one answer: the answer itself, whether the question applies, and a comment. */
export function AnswerFields(fields: Fields) {
  const words = useReportsWords();
  const { question, answer, problems, disabled, onAnswer } = fields;
  const change = (changes: Partial<AnswerGiven>) => onAnswer({ ...answer, ...changes });
  const problem = (field: string) => problemsOf(problems, question.code, field);
  return (
    <>
      <OwnField {...fields} disabled={disabled || answer.doesNotApply !== null} />
      {question.mayNotApply && (
        <Checkbox
          label={words('does-not-apply')}
          checked={answer.doesNotApply !== null}
          disabled={disabled}
          onChange={({ currentTarget }) =>
            onAnswer({
              ...UNANSWERED,
              comment: answer.comment,
              doesNotApply: currentTarget.checked ? '' : null,
            })
          }
        />
      )}
      {answer.doesNotApply !== null && (
        <LongText
          label={words('why-not')}
          required
          value={answer.doesNotApply}
          onChange={({ currentTarget }) => change({ doesNotApply: currentTarget.value })}
          error={problem('reason') ?? problem('doesNotApply')}
          disabled={disabled}
          minRows={1}
        />
      )}
      <LongText
        label={words('comment')}
        aria-label={`${words('comment')}: ${question.text}`}
        value={answer.comment}
        onChange={({ currentTarget }) => change({ comment: currentTarget.value })}
        error={problem('comment')}
        disabled={disabled}
        minRows={1}
      />
    </>
  );
}

/** The field for the answer itself, by how the question is answered. */
function OwnField(fields: Fields) {
  const { question, answer, problems, disabled, onAnswer } = fields;
  const says = useAnswerWords();
  const choices = useAnswerChoices()(question);
  const { code, text, answerKind, unit } = question;
  const { value } = answer;
  const change = (changes: Partial<AnswerGiven>) => onAnswer({ ...answer, ...changes });
  const shared = { label: text, description: question.guidance, disabled };
  const problem = (field: string) => problemsOf(problems, code, field);
  switch (answerKind) {
    case 'YES_NO':
    case 'CHOICE':
      return <RadioField {...fields} />;
    case 'LEVEL':
      return (
        <NativeSelect
          {...shared}
          value={value === null ? '' : `${value}`}
          onChange={({ currentTarget: { value: chosen } }) =>
            change({ value: chosen === '' ? null : Number(chosen) })
          }
          error={problem('value')}
          maw={640}
          data={[{ value: '', label: says('unanswered') }, ...choices]}
        />
      );
    case 'COUNT':
      return (
        <CountInput
          {...shared}
          value={value}
          unread={answer.unread?.value}
          onRead={(read) => onAnswer(withRead(answer, 'value', read))}
          error={problem('value')}
          inputContainer={(input) => (
            <Group gap="xs">
              {input}
              <Text size="sm">{unit}</Text>
            </Group>
          )}
          styles={{ input: { width: 160 } }}
        />
      );
    case 'TEXT':
      return (
        <LongText
          {...shared}
          value={answer.text}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          error={problem('text')}
          minRows={1}
        />
      );
    case 'SHARE':
      return <ShareField {...fields} />;
  }
}

/** Yes or no beside each other; options, whose names may be long, below each other. */
function RadioField({ question, answer, problems, disabled, onAnswer }: Fields) {
  const choices = useAnswerChoices()(question);
  const { value, choice } = answer;
  const isChoice = question.answerKind === 'CHOICE';
  const Around = isChoice ? Stack : Group;
  return (
    <Radio.Group
      label={question.text}
      description={question.guidance}
      value={(isChoice ? choice : value === null ? null : `${value}`) ?? ''}
      onChange={(chosen) =>
        onAnswer({ ...answer, ...(isChoice ? { choice: chosen } : { value: Number(chosen) }) })
      }
      error={problemsOf(problems, question.code, isChoice ? 'choice' : 'value')}
    >
      <Around my={6} gap={isChoice ? 'xs' : undefined}>
        {choices.map((each) => (
          <Radio key={each.value} {...each} disabled={disabled} />
        ))}
      </Around>
    </Radio.Group>
  );
}

/** A counted part of a counted total. */
function ShareField({ question, answer, problems, disabled, onAnswer }: Fields) {
  const words = useReportsWords();
  const field = (name: keyof Unread) => ({
    value: answer[name],
    unread: answer.unread?.[name],
    onRead: (read: ReadNumber) => onAnswer(withRead(answer, name, read)),
    error: problemsOf(problems, question.code, name),
    disabled,
    w: 160,
  });
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
      <legend style={{ fontSize: 14, fontWeight: 650, padding: 0 }}>{question.text}</legend>
      {question.guidance && <Text size="xs">{question.guidance}</Text>}
      <Group align="start" mt={4}>
        <CountInput label={words('part')} {...field('value')} />
        <CountInput label={words('total')} {...field('total')} />
      </Group>
      {question.unit && (
        <Text size="xs" mt={4}>
          {words('counted-in', { unit: question.unit })}
        </Text>
      )}
    </fieldset>
  );
}
