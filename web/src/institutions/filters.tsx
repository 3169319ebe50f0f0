import { Group, NativeSelect, Paper, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { DayInput } from '../components/day-input';
import { UnitFilter } from '../components/unit-filter';
import { useView } from '../shared/address';
import { GROUPS, INSTITUTION_KINDS, OWNERSHIPS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { hasRole, useViewer } from '../sign-in/viewer';
import { useInstitutionsWords } from './shared/institutions.words';

const WIDE = { base: '100%', sm: 260 };

/**
 * What limits the list, and its order: a part of the name or a code, a kind or a group of kinds, an owner, a unit, what is
 * to be settled, a day. All of it is in the address.
 */
export function Filters() {
  const words = useInstitutionsWords();
  const [view, change] = useView();
  const [typed, setTyped] = useState(view.get('search') ?? '');
  const search = useDebouncedCallback((text: string) => change({ search: text }, true), 300);
  return (
    <Paper withBorder p="md" className="no-print">
      <Group align="end">
        <TextInput
          type="search"
          label={words('search')}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            search(currentTarget.value);
          }}
          w={WIDE}
        />
        <KindSelect />
        <ViewSelect
          name="ownership"
          label={words('ownership')}
          first={words('every')}
          options={OWNERSHIPS.map((each) => ({ value: each, label: words(each) }))}
        />
        <UnitFilter />
        <ViewSelect
          name="settled"
          label={words('place')}
          first={words('every')}
          options={[{ value: 'no', label: words('to-settle') }]}
        />
        {hasRole(useViewer(), 'OPERATOR', 'PLANNER') && (
          <ViewSelect
            name="account"
            label={words('account')}
            first={words('every')}
            options={[
              { value: 'no', label: words('without-account') },
              { value: 'yes', label: words('with-account') },
            ]}
          />
        )}
        <ViewSelect
          name="order"
          label={words('order')}
          first={words('by-name')}
          options={[{ value: 'CODE', label: words('by-code') }]}
        />
        <DayInput
          past
          label={words('on')}
          day={view.get('on')}
          onDay={(day) => change({ on: day })}
          w={{ base: '100%', sm: 160 }}
        />
      </Group>
    </Paper>
  );
}

/** Chooses a kind or a group of kinds. */
function KindSelect() {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  const [view, change] = useView();
  const options = (list: typeof GROUPS | typeof INSTITUTION_KINDS) =>
    list.map((each) => ({ value: each, label: say(each) }));
  return (
    <NativeSelect
      label={words('kind')}
      value={view.get('kind') ?? view.get('group') ?? ''}
      onChange={({ currentTarget: { value } }) => {
        const isGroup = GROUPS.some((each) => each === value);
        change({ group: isGroup ? value : null, kind: isGroup ? null : value });
      }}
      data={[
        { value: '', label: words('every') },
        { group: words('groups'), items: options(GROUPS) },
        { group: words('kinds'), items: options(INSTITUTION_KINDS) },
      ]}
      w={WIDE}
    />
  );
}

/** Chooses something that the address holds under a name; the first choice is not in it. */
function ViewSelect({
  name,
  label,
  first,
  options,
}: {
  name: string;
  label: string;
  first: string;
  options: readonly { value: string; label: string }[];
}) {
  const [view, change] = useView();
  return (
    <NativeSelect
      label={label}
      value={view.get(name) ?? ''}
      onChange={({ currentTarget: { value } }) => change({ [name]: value })}
      data={[{ value: '', label: first }, ...options]}
      w={{ base: '100%', sm: 200 }}
    />
  );
}
