import { Stack, Tabs, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageTitle, usePageName } from '../components/page-title';
import { useView } from '../shared/address';
import { SignedIn } from '../sign-in/signed-in';
import { hasRole, useViewer } from '../sign-in/viewer';
import { Accounts } from './accounts/accounts';
import { Audit } from './audit/audit';
import { Criteria } from './criteria/criteria';
import { Health } from './health/health';
import { Imports } from './imports/imports';
import { Keys } from './keys/keys';
import { Mail } from './mail/mail';
import { Plans } from './plans/plans';
import { Rounds } from './rounds/rounds';
import { useOperationsWords } from './shared/operations.words';
import { Webhooks } from './webhooks/webhooks';

/** The tabs in their order; some are for operators alone. */
const TABS = [
  { name: 'rounds', show: <Rounds />, operators: false },
  { name: 'criteria', show: <Criteria />, operators: false },
  { name: 'plans', show: <Plans />, operators: false },
  { name: 'imports', show: <Imports />, operators: false },
  { name: 'accounts', show: <Accounts />, operators: false },
  { name: 'keys', show: <Keys />, operators: true },
  { name: 'webhooks', show: <Webhooks />, operators: true },
  { name: 'mail', show: <Mail />, operators: true },
  { name: 'audit', show: <Audit />, operators: false },
  { name: 'health', show: <Health />, operators: true },
] as const satisfies { name: string; show: ReactNode; operators: boolean }[];

/** What planners and operators do: each tab is in the address. */
export default function OperationsPage() {
  const words = useOperationsWords();
  return (
    <Stack>
      <PageTitle>{words('title')}</PageTitle>
      <SignedIn>
        <Offered />
      </SignedIn>
    </Stack>
  );
}

function Offered() {
  const words = useOperationsWords();
  const [view, change] = useView();
  const viewer = useViewer();
  const operates = hasRole(viewer, 'OPERATOR');
  const asked = TABS.find(({ name }) => name === view.get('tab')) ?? TABS[0];
  // Of ten tabs each has a name in the history of the browser; the heading of all of them stays.
  usePageName(`${words(asked.name)} · ${words('title')}`);
  if (!viewer) return null;
  if (!hasRole(viewer, 'PLANNER', 'OPERATOR')) return <Text>{words('not-yours')}</Text>;
  function go(tab: string | null) {
    // What one tab asks for means nothing in another.
    const others = [...view.keys()].map((key) => [key, null] as const);
    change({ ...Object.fromEntries(others), tab });
  }
  return (
    <Tabs value={asked.name} onChange={go} keepMounted={false}>
      <Tabs.List mb="md">
        {TABS.filter(({ operators }) => operates || !operators).map(({ name }) => (
          <Tabs.Tab key={name} value={name}>
            {words(name)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {asked.operators && !operates ? (
        <Text>{words('for-operators')}</Text>
      ) : (
        <Tabs.Panel value={asked.name}>{asked.show}</Tabs.Panel>
      )}
    </Tabs>
  );
}
