import { useRefusedBy } from '../../components/refused-by';
import { MailAgainDocument, type MailShownFragment } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { Act } from '../shared/act';
import { useMailWords } from './mail.words';
import { LEFT } from './mail-lists';

/** Has a mail sent again that the hub does not send by itself any more. */
export function MailAct({
  of: { id, version, state, address },
  readAgain,
  onDone,
}: {
  of: MailShownFragment;
  /** Reads the list anew, as it has changed meanwhile. */
  readAgain: () => void;
  onDone: () => void;
}) {
  const words = useMailWords();
  const refusedBy = useRefusedBy(readAgain);
  const [again] = useChange(MailAgainDocument);
  if (!LEFT.includes(state)) return null;
  return (
    <Act
      key={state}
      label={words('again')}
      about={address}
      {...(state === 'PERHAPS_SENT' && { sure: words('again-perhaps') })}
      send={async (keyed) => {
        const { data, error } = await again({ input: keyed({ id, version }) });
        if (data?.mailResend.mailMessage) onDone();
        return refusedBy(error, data?.mailResend.userErrors);
      }}
    />
  );
}
