import { Alert, Button, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { requestOf, silenceOf } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { useWhenBack } from '../shared/use-when-back';

/**
 * What was refused, in the words of the hub; where it could not be reached, what to do.
 * @param again asks once more: when the reader says so, and when the network is back.
 * @param isAll whether there is nothing else to see: the page then looks by itself whether the hub is there.
 */
export function Failure({
  error,
  again,
  isAll = false,
}: {
  error: CombinedError;
  again?: () => void;
  isAll?: boolean;
}) {
  const say = useSharedWords();
  const request = requestOf(error);
  const silent = error.networkError !== undefined && error.graphQLErrors.length === 0;
  const silence = silenceOf(error);
  const comesBack = silent && silence === 'offline' && again !== undefined;
  const looks = comesBack && isAll;
  useWhenBack(comesBack ? again : undefined, looks);
  return (
    <Alert color="red" variant="outline" title={say('something-wrong')} role="alert">
      <Stack gap="xs" align="start">
        {silent ? (
          <>
            <Text size="sm">{say(looks ? 'unreached' : silence)}</Text>
            {request && <Text size="sm">{say('request-number', { request })}</Text>}
          </>
        ) : (
          error.graphQLErrors.map(({ message }) => (
            <Text size="sm" key={message}>
              {message}
            </Text>
          ))
        )}
        {again && (
          <Button size="xs" variant="default" onClick={again}>
            {say('again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** That something is coming. Below it, in what is `in-order`, nothing is shown yet: it would be pushed away. */
export function Coming() {
  const say = useSharedWords();
  return (
    <div role="status" className="coming">
      <Loader size="sm" aria-hidden /> <span>{say('loading')}</span>
    </div>
  );
}

/** Shows an answer when there is one; until then that it is coming, or why it is not. */
export function Answer<Data>({
  of: { data, error, fetching, again },
  children,
}: {
  of: {
    data: Data | undefined;
    error: CombinedError | undefined;
    fetching: boolean;
    again: () => void;
  };
  children: (data: Data) => ReactNode;
}) {
  return (
    <>
      {error && <Failure error={error} again={again} isAll={!data} />}
      {data ? children(data) : fetching && !error ? <Coming /> : null}
    </>
  );
}
