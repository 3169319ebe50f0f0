import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { addressOf } from '../shared/address';
import { useSession } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';

/** What only somebody who is signed in sees; everybody else is led to the sign-in, and back. */
export function SignedIn({ children }: { children: ReactNode }) {
  const say = useSharedWords();
  const { state } = useSession();
  if (state !== 'anonymous') return children;
  const here = window.location.pathname + window.location.search;
  return (
    <Text>
      {say('signed-in-needed')}{' '}
      <Link href={addressOf('/sign-in', { to: here })}>{say('sign-in')}</Link>
    </Text>
  );
}
