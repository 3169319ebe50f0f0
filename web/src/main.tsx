import '@mantine/core/styles.css';
import './shared/colours.css';
import './shared/console.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { App } from './app';
import { Crash } from './components/crash';
import { wasSignedIn } from './first/was-signed-in';
import { graphClient } from './shared/graph';
import { keepConsole } from './shared/keep-console';
import { finishSignOutOnline, heldBy, renew, unreached, useSession } from './shared/session';
import { theme, variables } from './shared/theme';
import { language } from './shared/words';

/**
 * A viewer and a language have a cache of their own, as answers differ; a session that ended keeps its pages. Whoever
 * had something to do first has other answers afterwards.
 */
function Console() {
  // Reads the page anew when another language is chosen.
  useTranslation();
  const session = useSession();
  const speaking = language();
  const who = heldBy(session) ? 'held' : session.state === 'anonymous' ? 'public' : 'viewer';
  const client = useMemo(() => graphClient(speaking, who !== 'public'), [speaking, who]);
  return (
    <Provider value={client}>
      <App />
    </Provider>
  );
}

async function start(): Promise<void> {
  // Whoever was signed in stays so; where the hub cannot be reached, the pages say so and ask again.
  if (wasSignedIn()) await renew().catch(unreached);
  finishSignOutOnline();
  createRoot(document.getElementById('console')!).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <Crash>
          <Console />
        </Crash>
      </MantineProvider>
    </StrictMode>,
  );
}

void start();
keepConsole();
