/**
 * Asks for the overview's figures while the scripts that show them are on their way: on a slow network they take most
 * of the time. It is loaded by itself, before everything else, and so imports nothing but what is in this folder.
 */
import { bodyByHash } from './by-hash';
import { chosenLanguage } from './chosen-language';
import { overviewView } from './overview-view';
import { wasSignedIn } from './was-signed-in';

declare global {
  /** What was asked before the console was there; whoever asks the same takes the answer. */
  var askedFirst: { body: string; language: string; answer: Promise<Response> } | undefined;
}

// Whoever is signed in may get another answer, and their token has to be renewed before.
if (location.pathname === '/' && !wasSignedIn()) {
  const language = chosenLanguage();
  const variables = overviewView(new URLSearchParams(location.search));
  const body = bodyByHash({ operationName: 'Overview', variables });
  if (body) {
    const headers = { 'content-type': 'application/json', 'accept-language': language };
    const answer = fetch('/graphql', { method: 'POST', headers, body });
    // Whoever takes it hears of it; nobody has to.
    answer.catch(() => undefined);
    globalThis.askedFirst = { body, language, answer };
  }
}
