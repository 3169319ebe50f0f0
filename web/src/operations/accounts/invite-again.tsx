import { Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useRefusedBy } from '../../components/refused-by';
import { AccountsInviteDocument, type AccountShownFragment } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { Act } from '../shared/act';
import { useAtOnceWords } from './at-once.words';
import type { Letter } from './letter-texts';
import { Letters, lettersTo } from './letters';

/** As many as the hub invites at once. */
const MOST = 1000;

/** Invites all of a list who have no password yet, by letters or by mail. */
export function InviteAgain({
  rows,
  more,
  onInvited,
}: {
  rows: readonly AccountShownFragment[];
  more?: () => void;
  onInvited: () => void;
}) {
  const words = useAtOnceWords();
  const refusedBy = useRefusedBy();
  const [invite] = useChange(AccountsInviteDocument);
  const [letters, setLetters] = useState<readonly Letter[]>([]);
  useEffect(() => {
    if (more && rows.length < MOST) more();
  }, [more, rows.length]);
  const act = (to: readonly AccountShownFragment[], byMail: boolean) => (
    <Act
      label={words(byMail ? 'again-by-mail' : 'again-by-letter', { count: to.length })}
      sure={words('again-sure')}
      send={async (keyed) => {
        const accounts = to.map(({ id }) => id);
        const { data, error } = await invite({ input: keyed({ accounts, byMail }) });
        const answer = data?.accountsInvite;
        if (answer?.invitations.length) {
          setLetters(lettersTo(answer.invitations));
          onInvited();
        }
        return refusedBy(error, answer?.userErrors);
      }}
    />
  );
  const offered = rows.slice(0, MOST);
  const withMail = offered.filter(({ email }) => email !== null);
  return (
    <>
      <Group gap="xs" className="no-print">
        {act(offered, false)}
        {withMail.length > 0 && act(withMail, true)}
      </Group>
      <Letters of={letters} onKept={() => setLetters([])} />
    </>
  );
}
