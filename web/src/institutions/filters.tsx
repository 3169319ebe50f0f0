import { Group, NativeSelect, Paper, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { DayInput } from '../components/day-input';
import { UnitFilter } from '../components/unit-filter';
import { useView } from '../shared/address';
import { GROUPS, INSTITUTION_KINDS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { useInstitutionsWords } from './institutions.words';

/** What limits the list: a part of the name, a kind or a group of kinds, a unit, a day. All of it is in the address. */
export function Filters() {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  const [view, change] = useView();
  const [typed, setTyped] = useState(view.get('search') ?? '');
  const search = useDebouncedCallback((text: string) => change({ search: text }, true), 300);
  const options = (list: typeof GROUPS | typeof INSTITUTION_KINDS) =>
    list.map((each) => ({ value: each, label: say(each) }));
  const wide = { base: '100%', sm: 260 };
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
          w={wide}
        />
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
          w={wide}
        />
        <UnitFilter />
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
