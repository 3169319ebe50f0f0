import { Button, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useId, useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { useEntryCheck } from '../components/entry-check';
import { FormSummary } from '../components/form-summary';
import { PageTitle } from '../components/page-title';
import { refusalOf, type Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import { PasswordRequestDocument } from '../generated/graphql';
import { useChange } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { useSignInWords } from './sign-in.words';

/** Asks for a mail with which a new password is set; whether there is an account, it does not tell. */
export default function ForgottenPage() {
  const words = useSignInWords();
  const [requested, setRequested] = useState(false);
  return (
    <Paper withBorder p="xl" maw={420} mx="auto" mt="xl">
      <Stack>
        <PageTitle size="h2">{words('forgotten')}</PageTitle>
        {!requested && <Text c="dimmed">{words('request-lead')}</Text>}
        <div role="status">{requested && words('requested')}</div>
        {!requested && <RequestForm done={() => setRequested(true)} />}
        <Text size="sm">{words('request-without')}</Text>
        <Link href="/sign-in">{words('to-sign-in')}</Link>
      </Stack>
    </Paper>
  );
}

function RequestForm({ done }: { done: () => void }) {
  const say = useSharedWords();
  const words = useSignInWords();
  const refusedBy = useRefusedBy();
  const check = useEntryCheck();
  const form = useId();
  const [request, busy] = useChange(PasswordRequestDocument);
  const [email, setEmail] = useState('');
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const typed = email.trim();
    const wrong = check(
      [{ name: 'email', label: say('email'), kind: 'email', required: true }],
      () => typed,
    );
    if (wrong.length > 0) return setRefused(wrong);
    const { data, error } = await request({ input: { email: typed } });
    const problems = refusedBy(error, data?.accountPasswordRequest.userErrors);
    setRefused(problems);
    if (problems.length === 0) done();
  }
  return (
    <form onSubmit={(event) => void submit(event)} aria-label={words('forgotten')} noValidate>
      <Stack>
        <FormSummary of={refused} form={form} names={['email']} />
        <TextInput
          id={`${form}email`}
          label={say('email')}
          error={refusalOf(refused, 'email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          value={email}
          onChange={({ currentTarget: { value } }) => setEmail(value)}
        />
        <Button type="submit" loading={busy}>
          {words('request')}
        </Button>
      </Stack>
    </form>
  );
}
