import { Paper, Stack, Text, Title } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { useGo } from '../shared/address';
import { useSharedWords } from '../shared/shared.words';
import { SignInForm } from './sign-in-form';

export default function SignInPage() {
  const say = useSharedWords();
  const go = useGo();
  const [search] = useSearchParams();
  const wanted = search.get('to') ?? '/';
  // Only pages of this console: an address with a host of its own leads elsewhere.
  const to = /^\/(?![/\\])/.test(wanted) ? wanted : '/';
  return (
    <Paper withBorder p="xl" maw={420} mx="auto" mt="xl">
      <Stack>
        <Title order={1} size="h2">
          {say('sign-in')}
        </Title>
        <Text c="dimmed">{say('sign-in-lead')}</Text>
        <SignInForm done={() => go(to, { replace: true })} />
      </Stack>
    </Paper>
  );
}
