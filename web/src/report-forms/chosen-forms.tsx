import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { Column } from '../components/column';
import { DataTable } from '../components/data-table';
import { Refusals } from '../components/refusals';
import { useSaidAnswer } from '../components/said-answer';
import { useReportFormsWords } from './report-forms.words';
import {
  bringsAnswers,
  isComplete,
  isFit,
  type ChosenForm,
  type FormLook,
  type Forms,
} from './use-forms';

/** The forms that were chosen: what each would change, what is wrong with it, and what may be done. */
export function ChosenForms({ of: forms }: { of: Forms }) {
  return forms.forms.map((form) => <Chosen key={form.key} form={form} forms={forms} />);
}

function Chosen({ form, forms }: { form: ChosenForm; forms: Forms }) {
  const words = useReportFormsWords();
  const { file, look, refused, done } = form;
  const { institution } = look ?? {};
  const title = institution ? `${institution.name} (${institution.code})` : file.name;
  return (
    <Paper withBorder p="sm" component="article" aria-label={title}>
      <Stack gap="xs">
        <Title order={5}>{title}</Title>
        <Text size="xs">{file.name}</Text>
        <div role="status">
          {done
            ? words(done)
            : !look && !('unfit' in file) && refused.length === 0 && words('reading')}
        </div>
        {'unfit' in file && (
          <Alert color="red" variant="outline" role="alert">
            {words(file.unfit, { name: file.name })}
          </Alert>
        )}
        <Refusals of={refused} />
        {look && look.problems.length > 0 && <Problems of={look} />}
        {look && !done && look.problems.length === 0 && <Changes of={look} />}
        {isFit(form) && look && look.submissionProblems.length > 0 && <Missing of={look} />}
        <Acts form={form} forms={forms} />
      </Stack>
    </Paper>
  );
}

/** What may be done with a form now. */
function Acts({ form, forms }: { form: ChosenForm; forms: Forms }) {
  const words = useReportFormsWords();
  const isOutdated = form.refused.some(({ code }) => code === 'CONFLICT');
  return (
    <Group>
      {isFit(form) && bringsAnswers(form) && (
        <Button
          variant="default"
          loading={forms.busy}
          onClick={() => void forms.save([form], false)}
        >
          {words('save')}
        </Button>
      )}
      {isComplete(form) && (
        <Button loading={forms.busy} onClick={() => void forms.save([form], true)}>
          {words('submit')}
        </Button>
      )}
      {isOutdated && (
        <Button variant="default" onClick={() => void forms.again(form)}>
          {words('look-again')}
        </Button>
      )}
      <Button variant="subtle" onClick={() => forms.leave(form)}>
        {words(form.done ? 'close' : 'leave')}
      </Button>
    </Group>
  );
}

type Changed = FormLook['answers'][number];

/** Says an answer with its remark in a line. */
function useSaidChange() {
  const saidAnswer = useSaidAnswer();
  return ({ criterion }: Changed, given: Changed['after']): string => {
    const { value = null, total = null, choice = null, text = null, doesNotApply = null } = given;
    const said = saidAnswer(criterion.question, { value, total, choice, text, doesNotApply });
    return given.comment ? `${said} · ${given.comment}` : said;
  };
}

/** Each answer that the form changes, old and new. */
function Changes({ of: { answers } }: { of: FormLook }) {
  const words = useReportFormsWords();
  const said = useSaidChange();
  if (answers.length === 0) return <Text size="sm">{words('no-change')}</Text>;
  const question: Column<Changed> = {
    key: 'question',
    header: words('question'),
    show: ({ criterion }) => `${criterion.code}. ${criterion.question.text}`,
    value: ({ criterion }) => criterion.code,
  };
  const before: Column<Changed> = {
    key: 'before',
    header: words('before'),
    show: (row) => said(row, row.before),
    value: (row) => said(row, row.before),
  };
  const after: Column<Changed> = {
    key: 'after',
    header: words('after'),
    show: (row) => <After said={said(row, row.after)} meanwhile={row.changedMeanwhile} />,
    value: (row) => said(row, row.after),
  };
  return (
    <>
      {answers.some(({ changedMeanwhile }) => changedMeanwhile) && (
        <Alert color="orange" variant="outline">
          {words('clash-lead')}
        </Alert>
      )}
      <DataTable
        caption={words('changes', { count: answers.length })}
        rows={answers}
        rowKey={({ criterion }) => criterion.question.code}
        columns={[question, before, after]}
      />
    </>
  );
}

function After({ said, meanwhile }: { said: string; meanwhile: boolean }) {
  const words = useReportFormsWords();
  return (
    <>
      {said}
      {meanwhile && (
        <Text size="xs" c="var(--warning)">
          {words('meanwhile')}
        </Text>
      )}
    </>
  );
}

function Problems({ of: { problems } }: { of: FormLook }) {
  const words = useReportFormsWords();
  return (
    <DataTable
      caption={words('problems')}
      rows={problems.map((problem, index) => ({ ...problem, key: `${index}` }))}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'where',
          header: words('where'),
          show: ({ sheet, row, column }) =>
            row == null ? sheet : words('cell', { sheet, cell: `${column ?? ''}${row}` }),
          value: ({ row }) => row ?? 0,
        },
        {
          key: 'problem',
          header: words('problem'),
          show: ({ message }) => message,
          value: ({ message }) => message,
        },
      ]}
    />
  );
}

/** What keeps the report from being handed in; it can be saved all the same. */
function Missing({ of: { submissionProblems } }: { of: FormLook }) {
  const words = useReportFormsWords();
  return (
    <Alert color="lake" variant="outline" title={words('missing')}>
      <List size="sm">
        {submissionProblems.map(({ message }) => (
          <List.Item key={message}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
