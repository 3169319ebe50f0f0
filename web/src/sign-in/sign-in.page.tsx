import { Paper, Stack, Text } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import { PageTitle } from '../components/page-title';
import { Refusals, type Refused } from '../components/refusals';
import { useGo } from '../shared/address';
import { useSharedWords } from '../shared/shared.words';
import { IssuerButtons } from './issuer-buttons';
import { SignInForm } from './sign-in-form';
import { useSignInWords } from './sign-in.words';

/** Where somebody goes who was on the way to nowhere. */
export const HOME = '/home';

/** Only pages of this console: an address with a host of its own leads elsewhere. */
export const isOfConsole = (to: string): boolean => /^\/(?![/\\])/.test(to);

/**
 * Signs in through an issuer or with a password.
 * @param refused why an issuer has not signed somebody in, and `to` where they wanted to go.
 */
export default function SignInPage({
  refused = [],
  to: before = null,
}: {
  refused?: readonly Refused[];
  to?: string | null;
}) {
  const say = useSharedWords();
  const words = useSignInWords();
  const go = useGo();
  const [search] = useSearchParams();
  const wanted = search.get('to') ?? before ?? HOME;
  const to = isOfConsole(wanted) ? wanted : HOME;
  return (
    <Paper withBorder p="xl" maw={420} mx="auto" mt="xl">
      <Stack>
        <PageTitle size="h2">{say('sign-in')}</PageTitle>
        <Refusals of={refused} />
        <Text c="dimmed">{say('sign-in-lead')}</Text>
        <IssuerButtons to={to} />
        <SignInForm done={() => go(to, { replace: true })} />
        <Link href="/forgotten-password">{words('forgotten')}</Link>
        <Link href="/invitation">{words('have-code')}</Link>
      </Stack>
    </Paper>
  );
}
