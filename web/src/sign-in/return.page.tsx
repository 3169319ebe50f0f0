import { useEffect, useState } from 'react';
import { Answer } from '../components/answer';
import type { Refused } from '../components/refusals';
import { useGo } from '../shared/address';
import { finishAtIssuer } from '../shared/session';
import { wantedBefore } from './issuer-return';
import SignInPage, { HOME, isOfConsole } from './sign-in.page';
import { useSilence } from './silence';

/** Asked once, however often the page is drawn: the answer of an issuer is good once. */
let finishing: Promise<readonly Refused[]> | null = null;

/** Where an issuer leads back to: finishes the sign-in, or says on the page of it why not. */
export default function ReturnPage() {
  const go = useGo();
  const silence = useSilence();
  const [refused, setRefused] = useState<readonly Refused[] | null>(null);
  useEffect(() => {
    finishing ??= finishAtIssuer(window.location.search.slice(1)).catch(silence);
    // Nobody who looks at the address or its history later finds the answer.
    window.history.replaceState(null, '', window.location.pathname);
    void finishing.then((problems) => {
      const to = wantedBefore();
      finishing = null;
      if (problems.length > 0) setRefused(problems);
      else go(to && isOfConsole(to) ? to : HOME, { replace: true });
    });
    // Only when the page is opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (refused) return <SignInPage refused={refused} to={wantedBefore()} />;
  return (
    <Answer of={{ data: undefined, error: undefined, fetching: true, again: () => undefined }}>
      {() => null}
    </Answer>
  );
}
