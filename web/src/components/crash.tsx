import { Alert, Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useSharedWords } from '../shared/shared.words';

/** Around everything: a page that fails says so, instead of leaving nothing. */
export class Crash extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const say = useSharedWords();
  return (
    <Alert color="red" variant="outline" role="alert" m="xl" title={say('crashed')}>
      <Button onClick={() => window.location.reload()}>{say('reload')}</Button>
    </Alert>
  );
}
