import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import { AccountAddDocument } from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { useAccountWords } from './accounts.words';
import { dutyOf, useDutyFields } from './duty';

/** Adds somebody who signs in with a password, with their first duty. */
export function AccountForm({ onAdded }: { onAdded: (id: string) => void }) {
  const words = useAccountWords();
  const fields = useDutyFields();
  const refusedBy = useRefusedBy();
  const [add] = useChange(AccountAddDocument);
  return (
    <EntryForm
      title={words('add')}
      label={words('add')}
      primary
      fields={[
        { name: 'name', label: words('name'), required: true },
        { name: 'email', label: words('email'), kind: 'email', required: true },
        { name: 'password', label: words('first-password'), kind: 'password', required: true },
        ...fields,
      ]}
      send={async (typed, keyed) => {
        const { data, error } = await add({
          input: keyed({
            name: typed('name'),
            email: typed('email'),
            password: typed('password'),
            grants: [dutyOf(typed)],
          }),
        });
        const added = data?.accountCreate.account;
        if (added) onAdded(added.id);
        return refusedBy(error, data?.accountCreate.userErrors);
      }}
    />
  );
}
