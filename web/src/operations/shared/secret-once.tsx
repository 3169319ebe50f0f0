import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { CopyText } from '../../components/copy-text';
import { useOperationsWords } from './operations.words';

/** A secret that was made just now, and of which it is. */
export interface Issued {
  name: string;
  /** Null when an answer came again, which does not tell it any more. */
  secret: string | null;
}

/** Shows a secret the one time that it is told, until the reader has kept it. */
export function SecretOnce({ of: { name, secret }, onKept }: { of: Issued; onKept: () => void }) {
  const words = useOperationsWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      color="lake"
      variant="outline"
      title={words('secret-of', { name })}
    >
      <Stack gap="sm" align="start">
        <Text size="sm">{words(secret ? 'secret-once' : 'secret-gone')}</Text>
        {secret && (
          <>
            <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {secret}
            </Code>
            <CopyText label={words('secret-copy')} text={() => secret} />
          </>
        )}
        <Button size="xs" variant="default" onClick={onKept}>
          {words('secret-kept')}
        </Button>
      </Stack>
    </Alert>
  );
}
