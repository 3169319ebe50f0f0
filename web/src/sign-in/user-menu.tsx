import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { signOut, useSession, type Hold } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';
import type { Viewer } from './viewer';

const SignedInMenu = lazy(() => import('./user-menu.lazy'));

/** Who is signed in, with what is theirs; where that cannot be known now, the way out alone; for the public, the way in. */
export function UserMenu({
  viewer,
  held,
  home,
}: {
  viewer: Viewer | null | undefined;
  held: Hold | null;
  /** The page of what is to be done; null for whoever has none. */
  home: string | null;
}) {
  const say = useSharedWords();
  const { state } = useSession();
  if (state === 'anonymous')
    return (
      <Button component={Link} href="/sign-in" size="xs" variant="default">
        {say('sign-in')}
      </Button>
    );
  const wayOut = (
    <Button size="xs" variant="default" onClick={() => void signOut()}>
      {say('sign-out')}
    </Button>
  );
  if (!viewer) return wayOut;
  return (
    <Suspense fallback={wayOut}>
      <SignedInMenu viewer={viewer} held={held} home={home} />
    </Suspense>
  );
}
