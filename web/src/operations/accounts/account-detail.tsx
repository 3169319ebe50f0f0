import { Paper, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Answer } from '../../components/answer';
import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import {
  AccountDetailDocument,
  AccountLetInDocument,
  AccountRenameDocument,
  AccountShutOutDocument,
  PasswordPutDocument,
  type AccountShownFragment,
} from '../../generated/graphql';
import { addressOf } from '../../shared/address';
import { moment } from '../../shared/format';
import { useChange, useGraph } from '../../shared/graph';
import { hasRole, useViewer } from '../../sign-in/viewer';
import { Act } from '../shared/act';
import { OpenedTitle } from '../shared/opened-title';
import { AccountState } from './account-state';
import { useAccountWords } from './accounts.words';
import { Duties } from './duties';
import { Invitation, type Invited } from './invitation';
import { LinkedIssuers } from './linked-issuers';
import { SecondFactorReset } from './second-factor';

/** One account: whether it can sign in, what it is charged with, and what may be done with it. */
export function AccountDetail({
  account,
  onChanged,
  onInvited,
}: {
  account: string;
  onChanged: () => void;
  onInvited: (invited: Invited) => void;
}) {
  const words = useAccountWords();
  const asked = useGraph(AccountDetailDocument, { account });
  return (
    <Answer of={asked}>
      {({ node }) =>
        node?.__typename === 'Account' ? (
          <Shown
            account={node}
            onInvited={(invited) => {
              asked.again();
              onChanged();
              onInvited(invited);
            }}
            onChanged={() => {
              asked.again();
              onChanged();
            }}
          />
        ) : (
          <Text>{words('none-such')}</Text>
        )
      }
    </Answer>
  );
}

function Shown({
  account,
  onChanged,
  onInvited,
}: {
  account: AccountShownFragment;
  onChanged: () => void;
  onInvited: (invited: Invited) => void;
}) {
  const words = useAccountWords();
  // What the graph lets operators alone do, as it concerns more than the unit of a planner.
  const operates = hasRole(useViewer(), 'OPERATOR');
  const [told, setTold] = useState('');
  const { id, name, signInName, state, createdAt, fromIssuer, grants } = account;
  function done(sentence: string) {
    setTold(sentence);
    onChanged();
  }
  return (
    <Paper withBorder p="md">
      <Stack>
        <OpenedTitle>{name}</OpenedTitle>
        <Text>
          {signInName && `${signInName}. `}
          <AccountState of={account} />. {words('created-at', { at: moment(createdAt) })}{' '}
          {fromIssuer && words('from-issuer')}
        </Text>
        <div>
          {operates && (
            <Link href={addressOf('/operations', { tab: 'audit', account: id })}>
              {words('what-done')}
            </Link>
          )}
          <div role="status">{told}</div>
        </div>
        {state === 'INVITED' && <Invitation of={account} onInvited={onInvited} />}
        <Entrance account={account} onDone={done} />
        {operates && <SecondFactorReset of={account} onDone={() => done(words('done'))} />}
        <LinkedIssuers of={account} ends={operates} onDone={() => done(words('done'))} />
        <Rename of={account} onDone={() => done(words('renamed'))} />
        <Duties account={id} duties={grants} onDone={() => done(words('done'))} />
      </Stack>
    </Paper>
  );
}

/** Gives it another name to be shown by. */
function Rename({ of: { id, name }, onDone }: { of: AccountShownFragment; onDone: () => void }) {
  const words = useAccountWords();
  const refusedBy = useRefusedBy();
  const [rename] = useChange(AccountRenameDocument);
  return (
    <EntryForm
      title={words('rename')}
      label={words('rename')}
      fields={[{ name: 'name', label: words('new-name'), required: true, start: name }]}
      send={async (typed, keyed) => {
        const { data, error } = await rename({
          input: keyed({ account: id, name: typed('name') }),
        });
        if (data?.accountRename.account) onDone();
        return refusedBy(error, data?.accountRename.userErrors);
      }}
    />
  );
}

/** Shuts it out, lets it in again, and gives it another password. */
function Entrance({
  account: { id, name, signInName, state, fromIssuer, disabledAt },
  onDone,
}: {
  account: AccountShownFragment;
  onDone: (told: string) => void;
}) {
  const words = useAccountWords();
  const viewer = useViewer();
  const refusedBy = useRefusedBy();
  const [shutOut] = useChange(AccountShutOutDocument);
  const [letIn] = useChange(AccountLetInDocument);
  const [put] = useChange(PasswordPutDocument);
  // The graph refuses it: nobody is to shut out themselves.
  if (signInName && viewer?.signInName === signInName) return <Text>{words('mine')}</Text>;
  return (
    <>
      {disabledAt ? (
        <Act
          key="enable"
          label={words('enable')}
          about={name}
          send={async (keyed) => {
            const { data, error } = await letIn({ input: keyed({ account: id }) });
            if (data?.accountEnable.account) onDone(words('done'));
            return refusedBy(error, data?.accountEnable.userErrors);
          }}
        />
      ) : (
        <Act
          key="disable"
          label={words('disable')}
          about={name}
          sure={words('disable-sure')}
          send={async (keyed) => {
            const { data, error } = await shutOut({ input: keyed({ account: id }) });
            if (data?.accountDisable.account) onDone(words('done'));
            return refusedBy(error, data?.accountDisable.userErrors);
          }}
        />
      )}
      {!fromIssuer && state !== 'INVITED' && (
        <EntryForm
          title={words('reset')}
          label={words('reset')}
          fields={[
            {
              name: 'password',
              label: words('new-password'),
              kind: 'password',
              required: true,
            },
          ]}
          send={async (typed, keyed) => {
            const { data, error } = await put({
              input: keyed({ account: id, password: typed('password') }),
            });
            if (data?.accountPasswordReset.account) onDone(words('reset-done'));
            return refusedBy(error, data?.accountPasswordReset.userErrors);
          }}
        />
      )}
    </>
  );
}
