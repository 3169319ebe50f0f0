import { Stack, Text } from '@mantine/core';
import { PageTitle } from '../components/page-title';
import { acceptSecondFactor } from '../shared/session';
import { useOwnAccountWords } from './account.words';
import { SecondFactorSetup } from './second-factor';

/** Leads those through the second step who must have it before everything else. */
export default function FirstFactorPage() {
  const words = useOwnAccountWords();
  return (
    <Stack maw={560} mx="auto">
      <PageTitle>{words('second-factor')}</PageTitle>
      <Text>{words('factor-required')}</Text>
      <SecondFactorSetup onward={acceptSecondFactor} />
    </Stack>
  );
}
