import './user-menu.css';
import { Button, Menu } from '@mantine/core';
import { Link } from 'wouter';
import { signOut, type Hold } from '../shared/session';
import { useSharedWords } from '../shared/shared.words';
import { CHANGE_PASSWORD, OWN_ACCOUNT } from './own-places';
import type { Viewer } from './viewer';

/** Who is signed in and as what, the pages that are theirs, and the way out. */
export default function SignedInMenu({
  viewer,
  held,
  home,
}: {
  viewer: Viewer;
  held: Hold | null;
  home: string | null;
}) {
  const say = useSharedWords();
  const { name, signInName, grants } = viewer;
  return (
    <Menu
      position="bottom-end"
      width={280}
      // Within the head, so that it is in a landmark; the first item has the focus.
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button size="xs" variant="default" className="user-menu" title={name}>
          <span className="name">{name}</span>
          <span aria-hidden>▾</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{[name, signInName].filter(Boolean).join(' · ')}</Menu.Label>
        {grants.map(({ id, role, unit, institution }) => (
          <Menu.Label key={id}>
            {[say(role), unit?.name ?? institution?.name].filter(Boolean).join(' · ')}
          </Menu.Label>
        ))}
        {home && (
          <Menu.Item component={Link} href={home}>
            {say('home')}
          </Menu.Item>
        )}
        {held !== 'password' && (
          <Menu.Item component={Link} href={OWN_ACCOUNT}>
            {say('own-account')}
          </Menu.Item>
        )}
        {/* Of whom nobody types a name, the issuer keeps the password. */}
        {signInName && (
          <Menu.Item component={Link} href={CHANGE_PASSWORD}>
            {say('change-password')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{say('sign-out')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
