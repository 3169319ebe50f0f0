import { Paper, Stack, Text } from '@mantine/core';
import { PageTitle } from '../components/page-title';
import { CodeForm } from './code-form';
import { useSignInWords } from './sign-in.words';

/** Sets a password with a one-time code from a mail or a letter: the first one, or a new one. */
export default function CodePage({ purpose }: { purpose: 'invitation' | 'forgotten' }) {
  const words = useSignInWords();
  const about = purpose === 'invitation' ? 'invitation' : 'renew';
  return (
    <Paper withBorder p="xl" maw={420} mx="auto" mt="xl">
      <Stack>
        <PageTitle size="h2">{words(about)}</PageTitle>
        <Text c="dimmed">{words(`${about}-lead`)}</Text>
        <CodeForm purpose={purpose} label={words(`${about}-done`)} />
      </Stack>
    </Paper>
  );
}
