import { Group, NativeSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { Link } from 'wouter';
import { Coming, Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import { AccountListDocument } from '../../generated/graphql';
import { addressOf, useView } from '../../shared/address';
import { NOTHING, number } from '../../shared/format';
import { ROLES } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import { usePages } from '../../shared/use-pages';
import { useOperationsWords } from '../shared/operations.words';
import { AccountDetail } from './account-detail';
import { AccountForm } from './account-form';
import { AccountState } from './account-state';
import { AccountFiles } from './account-files';
import { InvitationCode, type Invited } from './invitation';
import { InviteAgain } from './invite-again';
import { useAccountWords } from './accounts.words';
import { phaseOf, useDutyName, type Duty } from './duty';

const ACCOUNT_STATES = ['ACTIVE', 'INVITED', 'DISABLED'] as const;

/** Who can sign in and as what; one of them in detail, and a form to add another. */
export function Accounts() {
  const all = useOperationsWords();
  const words = useAccountWords();
  const [view, change] = useView();
  const [told, setTold] = useState('');
  const [invited, setInvited] = useState<Invited | null>(null);
  const state = view.get('state');
  const { rows, total, error, more, again, retry } = usePages(
    AccountListDocument,
    {
      filter: {
        search: view.get('search'),
        role: ROLES.find((each) => each === view.get('role')) ?? null,
        state: ACCOUNT_STATES.find((each) => each === state) ?? null,
      },
      first: 50,
    },
    (data) => data.accounts,
  );
  const chosen = view.get('account');
  return (
    <Stack className="in-order">
      <Title order={2} size="h3">
        {all('accounts')}
      </Title>
      <Filters />
      {error && <Failure error={error} again={retry} />}
      {total === undefined && !error && <Coming />}
      {total === 0 && <Text role="status">{words('none-such')}</Text>}
      {total !== undefined && total !== 0 && (
        <>
          <Text role="status">{all('total', { total: number(total) })}</Text>
          <Paper withBorder>
            <LongTable
              caption={all('accounts')}
              rows={rows}
              rowKey={({ id }) => id}
              total={total}
              more={more}
              columns={[
                {
                  key: 'name',
                  header: words('name'),
                  show: ({ id, name }) => (
                    <Link
                      href={addressOf('/operations', {
                        ...Object.fromEntries(view),
                        account: id,
                      })}
                      aria-current={id === chosen ? 'true' : undefined}
                    >
                      {name}
                    </Link>
                  ),
                },
                {
                  key: 'signInName',
                  header: words('signs-in-with'),
                  show: ({ signInName }) => signInName ?? NOTHING,
                },
                { key: 'state', header: words('state'), show: (row) => <AccountState of={row} /> },
                {
                  key: 'duties',
                  header: words('duties-today'),
                  show: ({ grants }) => <DutyNames of={grants} />,
                },
              ]}
            />
          </Paper>
          {state === 'INVITED' && <InviteAgain rows={rows} more={more} onInvited={again} />}
        </>
      )}
      <div role="status">{told}</div>
      {invited && <InvitationCode of={invited} onKept={() => setInvited(null)} />}
      {chosen && (
        <AccountDetail
          key={chosen}
          account={chosen}
          onChanged={again}
          onInvited={(one) => {
            setTold(words(one.code ? 'invited-by-code' : 'invited-by-mail'));
            setInvited(one);
          }}
        />
      )}
      <AccountForm
        onAdded={(id, one) => {
          setTold(words(one ? (one.code ? 'invited-by-code' : 'invited-by-mail') : 'added'));
          setInvited(one);
          again();
          change({ account: id });
        }}
      />
      <AccountFiles onImported={again} />
    </Stack>
  );
}

/** What holds today, each in a line of its own. */
function DutyNames({ of: duties }: { of: readonly Duty[] }) {
  const nameOf = useDutyName();
  const present = duties.filter((each) => phaseOf(each) === 'present');
  if (present.length === 0) return NOTHING;
  return present.map((each) => <div key={each.id}>{nameOf(each)}</div>);
}

function Filters() {
  const say = useSharedWords();
  const words = useAccountWords();
  const [view, change] = useView();
  const [typed, setTyped] = useState(view.get('search') ?? '');
  const search = useDebouncedCallback((text: string) => change({ search: text }, true), 300);
  const every = { value: '', label: words('every') };
  return (
    <Group align="end" className="no-print">
      <TextInput
        type="search"
        label={words('search')}
        w={{ base: '100%', sm: 260 }}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          search(currentTarget.value);
        }}
      />
      <NativeSelect
        label={words('with-role')}
        w={{ base: '100%', sm: 260 }}
        value={view.get('role') ?? ''}
        onChange={({ currentTarget }) => change({ role: currentTarget.value })}
        data={[every, ...ROLES.map((each) => ({ value: each, label: say(each) }))]}
      />
      <NativeSelect
        label={words('state')}
        w={{ base: '100%', sm: 260 }}
        value={view.get('state') ?? ''}
        onChange={({ currentTarget }) => change({ state: currentTarget.value })}
        data={[every, ...ACCOUNT_STATES.map((each) => ({ value: each, label: words(each) }))]}
      />
    </Group>
  );
}
