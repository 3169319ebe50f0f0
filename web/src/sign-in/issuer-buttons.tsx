import { Button, Divider, Stack } from '@mantine/core';
import { useState } from 'react';
import { Refusals, type Refused } from '../components/refusals';
import { useRefusedBy } from '../components/refused-by';
import { IssuerSignInStartDocument, SignInIssuersDocument } from '../generated/graphql';
import { useChange, useGraph } from '../shared/graph';
import { goToIssuer } from './issuer-return';
import { useSignInWords } from './sign-in.words';

/** A button for each issuer through which people sign in; nothing where there is none. */
export function IssuerButtons({ to }: { to: string }) {
  const words = useSignInWords();
  const refusedBy = useRefusedBy();
  const { data } = useGraph(SignInIssuersDocument, {});
  const [start] = useChange(IssuerSignInStartDocument);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [busy, setBusy] = useState('');
  const issuers = data?.signInIssuers ?? [];
  if (issuers.length === 0) return null;
  async function go(issuer: string) {
    setBusy(issuer);
    const { data: answer, error } = await start({ input: { issuer } });
    const address = answer?.issuerSignInStart.address;
    if (address) return goToIssuer(address, to);
    setBusy('');
    setRefused(refusedBy(error, answer?.issuerSignInStart.userErrors));
  }
  return (
    <Stack gap="sm">
      <Refusals of={refused} />
      {issuers.map(({ issuer, name }) => (
        <Button
          key={issuer}
          variant="default"
          loading={busy === issuer}
          onClick={() => void go(issuer)}
        >
          {words('through', { name })}
        </Button>
      ))}
      <Divider label={words('or-password')} labelPosition="center" />
    </Stack>
  );
}
