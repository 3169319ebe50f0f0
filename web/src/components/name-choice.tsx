import type { SelectProps } from '@mantine/core';
import { useState } from 'react';
import { useNameChoiceWords } from './name-choice.words';
import { useChoices, useChosen, type Choosable } from './choices';
import { FoundSelect, useLookup, type Choice } from './found-select';

/** Chooses a unit, an institution or an account by its name; what is chosen is its id. */
export function NameChoice({
  of,
  on,
  closed,
  chosen,
  onChoose,
  ...rest
}: {
  of: Choosable;
  /** The day of which units are found; left out or null for today. */
  on?: string | null;
  /** Whether institutions that have closed are found, too. */
  closed?: boolean | undefined;
  /** The id; empty or null for none. */
  chosen: string | null;
  onChoose: (id: string | null) => void;
} & Pick<SelectProps, 'id' | 'label' | 'required' | 'error' | 'w'>) {
  const words = useNameChoiceWords();
  const lookup = useLookup();
  const [picked, setPicked] = useState<Choice | null>(null);
  const isPicked = picked?.value === chosen;
  const named = useChosen(isPicked ? null : chosen);
  const { choices, error } = useChoices(of, lookup.search, { on, closed });
  return (
    <FoundSelect
      {...rest}
      lookup={lookup}
      present={chosen ? (isPicked ? picked : named) : null}
      found={choices}
      isUnreached={error !== undefined}
      placeholder={words(of === 'account' ? 'account-search' : 'place-search')}
      clearable
      onChange={(id, option) => {
        setPicked(id ? option : null);
        onChoose(id);
      }}
    />
  );
}
