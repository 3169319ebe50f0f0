import { useState } from 'react';
import { EntryForm } from '../components/entry-form';
import { useRefusedBy } from '../components/refused-by';
import { OwnNameChangeDocument, ViewerDocument } from '../generated/graphql';
import { useChange, useGraph } from '../shared/graph';
import { useOwnAccountWords } from './account.words';

/** Another name for others to see; what one signs in with stays. */
export function OwnName({ name }: { name: string }) {
  const words = useOwnAccountWords();
  const refusedBy = useRefusedBy();
  const { again } = useGraph(ViewerDocument, {});
  const [change] = useChange(OwnNameChangeDocument);
  const [told, setTold] = useState('');
  return (
    <>
      <div role="status">{told}</div>
      <EntryForm
        title={words('name')}
        order={2}
        label={words('save')}
        fields={[{ name: 'name', label: words('new-name'), required: true, start: name }]}
        send={async (typed, keyed) => {
          const { data, error } = await change({ input: keyed({ name: typed('name') }) });
          if (data?.accountNameChange.name) {
            setTold(words('name-changed'));
            again();
          }
          return refusedBy(error, data?.accountNameChange.userErrors);
        }}
      />
    </>
  );
}
