import type { Field } from '../../components/entry-field';
import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import { AccountAddDocument } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { useAccountWords } from './accounts.words';
import { dutyOf, useDutyFields } from './duty';
import type { Invited } from './invitation';

/** Adds somebody with their first duty, who is invited to set a password or is handed a first one. */
export function AccountForm({
  onAdded,
}: {
  onAdded: (id: string, invited: Invited | null) => void;
}) {
  const words = useAccountWords();
  const fields = useAccountFields();
  const refusedBy = useRefusedBy();
  const [add] = useChange(AccountAddDocument);
  return (
    <EntryForm
      title={words('add')}
      label={words('add')}
      primary
      fields={fields}
      send={async (typed, keyed) => {
        const { data, error } = await add({
          input: keyed({
            name: typed('name'),
            email: typed('email') || null,
            signInName: typed('signInName') || null,
            password: typed('password') || null,
            grants: [dutyOf(typed)],
          }),
        });
        const answer = data?.accountCreate;
        const added = answer?.account;
        const code = answer?.invitationCode ?? null;
        if (added) onAdded(added.id, added.state === 'INVITED' ? { account: added, code } : null);
        return refusedBy(error, data?.accountCreate.userErrors);
      }}
    />
  );
}

/** What is asked of somebody new: who they are, how they come in, and their first duty. */
function useAccountFields(): Field[] {
  const words = useAccountWords();
  const duty = useDutyFields();
  return [
    { name: 'name', label: words('name'), required: true },
    {
      name: 'way',
      label: words('way'),
      options: [
        { value: 'invite', label: words('way-invite') },
        { value: 'password', label: words('way-password') },
      ],
    },
    { name: 'email', label: words('email-if'), kind: 'email' },
    { name: 'signInName', label: words('sign-in-name') },
    {
      name: 'password',
      label: words('first-password'),
      kind: 'password',
      required: true,
      when: (typed) => typed('way') === 'password',
    },
    ...duty,
  ];
}
