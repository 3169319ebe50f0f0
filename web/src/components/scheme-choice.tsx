import { NativeSelect, useMantineColorScheme } from '@mantine/core';
import { useSharedWords } from '../shared/shared.words';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Chooses whether the pages are light or dark; the browser keeps it. */
export function SchemeChoice() {
  const say = useSharedWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      size="xs"
      mt="auto"
      p="xs"
      label={say('colours')}
      value={colorScheme}
      onChange={({ currentTarget: { value } }) =>
        setColorScheme(SCHEMES.find((each) => each === value) ?? 'auto')
      }
      data={SCHEMES.map((each) => ({ value: each, label: say(`colours-${each}`) }))}
    />
  );
}
