import { Paper, Stack, Text } from '@mantine/core';
import { PageTitle } from '../components/page-title';
import { Link, useSearchParams } from 'wouter';
import { useGo } from '../shared/address';
import { useSharedWords } from '../shared/shared.words';
import { SignInForm } from './sign-in-form';
import { useSignInWords } from './sign-in.words';

/** Where somebody goes who was on the way to nowhere. */
const HOME = '/home';

export default function SignInPage() {
  const say = useSharedWords();
  const words = useSignInWords();
  const go = useGo();
  const [search] = useSearchParams();
  const wanted = search.get('to') ?? HOME;
  // Only pages of this console: an address with a host of its own leads elsewhere.
  const to = /^\/(?![/\\])/.test(wanted) ? wanted : HOME;
  return (
    <Paper withBorder p="xl" maw={420} mx="auto" mt="xl">
      <Stack>
        <PageTitle size="h2">{say('sign-in')}</PageTitle>
        <Text c="dimmed">{say('sign-in-lead')}</Text>
        <SignInForm done={() => go(to, { replace: true })} />
        <Link href="/forgotten-password">{words('forgotten')}</Link>
        <Link href="/invitation">{words('have-code')}</Link>
      </Stack>
    </Paper>
  );
}
