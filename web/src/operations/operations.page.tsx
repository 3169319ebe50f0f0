import { Stack, Tabs, Title } from '@mantine/core';
import { useView } from '../shared/address';
import { SignedIn } from '../sign-in/signed-in';
import { Audit } from './audit';
import { useOperationsWords } from './operations.words';
import { Plans } from './plans';
import { Rounds } from './rounds';

const TABS = ['rounds', 'plans', 'audit'] as const;

/** What planners and operators do: each tab is in the address. */
export default function OperationsPage() {
  const words = useOperationsWords();
  const [view, change] = useView();
  const tab = TABS.find((each) => each === view.get('tab')) ?? 'rounds';
  return (
    <Stack>
      <Title order={1}>{words('title')}</Title>
      <SignedIn>
        <Tabs
          value={tab}
          onChange={(chosen) =>
            change({ tab: chosen, action: null, from: null, to: null, round: null })
          }
          keepMounted={false}
        >
          <Tabs.List mb="md">
            {TABS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {words(each)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="rounds">
            <Rounds />
          </Tabs.Panel>
          <Tabs.Panel value="plans">
            <Plans />
          </Tabs.Panel>
          <Tabs.Panel value="audit">
            <Audit />
          </Tabs.Panel>
        </Tabs>
      </SignedIn>
    </Stack>
  );
}
