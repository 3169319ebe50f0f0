import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useSharedWords } from '../shared/shared.words';
import { useChoices, useChosen, type Choice, type Choosable } from './choices';
import { useOperationsWords } from './operations.words';

/** Chooses a unit, an institution or an account by its name; what is chosen is its id. */
export function NameChoice({
  of,
  chosen,
  onChoose,
  error,
  ...rest
}: {
  of: Choosable;
  /** The id; empty or null for none. */
  chosen: string | null;
  onChoose: (id: string | null) => void;
} & Pick<SelectProps, 'label' | 'required' | 'error' | 'w'>) {
  const say = useSharedWords();
  const words = useOperationsWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [search] = useDebouncedValue(typed, 250);
  const [picked, setPicked] = useState<Choice | null>(null);
  const isPicked = picked?.value === chosen;
  const named = useChosen(isPicked ? null : chosen);
  const { choices, error: unreached } = useChoices(of, search);
  const present = chosen ? (isPicked ? picked : named) : null;
  const others = (choices ?? []).filter(({ value }) => value !== present?.value);
  // A code and a name may find the same.
  const shown = [...new Map(others.map((each) => [each.value, each])).values()];
  return (
    <Select
      {...rest}
      error={error ?? (unreached && say('offline'))}
      placeholder={words(of === 'account' ? 'account-search' : 'place-search')}
      nothingFoundMessage={choices ? words('none-found') : say('loading')}
      searchable
      clearable
      value={present?.value ?? null}
      data={present ? [present, ...shown] : shown}
      // The hub has searched, with accents and without.
      filter={({ options }) => options}
      onDropdownOpen={() => setTyped((before) => before ?? '')}
      onSearchChange={(text) =>
        setTyped((before) => (before === null || text === present?.label ? before : text))
      }
      onChange={(id, option) => {
        setPicked(id ? option : null);
        onChoose(id);
      }}
    />
  );
}
