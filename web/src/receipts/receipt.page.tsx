import './receipt.css';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useParams } from 'wouter';
import { Answer } from '../components/answer';
import { PageTitle } from '../components/page-title';
import { ReceiptDocument } from '../generated/graphql';
import { useGraph } from '../shared/graph';
import { SignedIn } from '../sign-in/signed-in';
import { Receipt } from './receipt';
import { useReceiptWords } from './receipt.words';

/** What a school has handed in, as a sheet of paper that it keeps. */
export default function ReceiptPage() {
  const id = decodeURIComponent(useParams<{ update: string }>().update);
  return (
    <SignedIn>
      <Asked key={id} id={id} />
    </SignedIn>
  );
}

function Asked({ id }: { id: string }) {
  const words = useReceiptWords();
  const asked = useGraph(ReceiptDocument, { id });
  return (
    <Stack>
      <PageTitle>{words('title')}</PageTitle>
      <Answer of={asked}>
        {({ node }) => {
          if (node?.__typename !== 'StatusUpdate' || node.state == null)
            return <Text>{words('unknown')}</Text>;
          // What is being changed since was not handed in.
          const revision = node.revisions.findLast(({ submittedAt }) => submittedAt != null);
          if (!revision) return <Text>{words('none')}</Text>;
          return (
            <>
              <Group className="no-print">
                <Button onClick={() => window.print()}>{words('print')}</Button>
                <Text size="sm">{words('lead')}</Text>
              </Group>
              <Receipt update={node} revision={revision} />
            </>
          );
        }}
      </Answer>
    </Stack>
  );
}
