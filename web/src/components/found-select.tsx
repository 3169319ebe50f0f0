import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useSharedWords } from '../shared/shared.words';

export interface Choice {
  value: string;
  label: string;
}

/** What is typed to find something by; `search` is null until somebody begins to choose. */
export function useLookup() {
  const [typed, setTyped] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed, 250);
  return { search, setTyped };
}

/** Chooses one of what the hub finds by what is typed. */
export function FoundSelect({
  lookup: { search, setTyped },
  present,
  found,
  isUnreached,
  every,
  error,
  ...rest
}: {
  lookup: ReturnType<typeof useLookup>;
  /** What is chosen; null for nothing. */
  present: Choice | null;
  /** What the hub found; undefined until it has answered. */
  found: readonly Choice[] | undefined;
  isUnreached: boolean;
  /** What no one in particular is called, where that can be chosen; its value is empty. */
  every?: string;
} & Pick<SelectProps, 'id' | 'label' | 'placeholder' | 'required' | 'error' | 'w'> &
  Pick<SelectProps, 'clearable' | 'allowDeselect' | 'onChange'>) {
  const say = useSharedWords();
  const first = every ? [{ value: '', label: every }] : [];
  const all = [...first, ...(present ? [present] : []), ...(found ?? [])];
  return (
    <Select
      {...rest}
      error={error ?? (isUnreached && say('offline'))}
      nothingFoundMessage={say(found ? 'none-found' : 'loading')}
      searchable
      value={present?.value ?? null}
      // The same may be found twice, by its code and by its name.
      data={[...new Map(all.map((each) => [each.value, each])).values()]}
      // The hub has searched, with accents and without.
      filter={({ options }) =>
        search
          ? options.filter(
              (each) => 'value' in each && found?.some(({ value }) => value === each.value),
            )
          : options
      }
      // Whoever comes by the keyboard has it chosen already: typing begins another name.
      onClick={({ currentTarget }) => currentTarget.select()}
      onDropdownOpen={() => setTyped((before) => before ?? '')}
      onSearchChange={(text) =>
        setTyped((before) => (before === null ? null : text === present?.label ? '' : text))
      }
    />
  );
}
