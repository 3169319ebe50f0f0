import { NativeSelect } from '@mantine/core';
import { chosenLine, linesIn } from '../../../src/shared/told-lines';
import { useView } from '../shared/address';
import { GROUPS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { codeOf, type Line } from './line';
import { useOverviewWords } from './overview.words';

/** The line that the page is about, as the address says it, among those that there are. */
export function useChosenLine(lines: readonly Line[]): Line | undefined {
  const [view] = useView();
  return chosenLine(lines, { group: view.get('of'), indicator: view.get('in') }, GROUPS);
}

/** Chooses it. */
export function LineChoice({ lines }: { lines: readonly Line[] }) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const [, change] = useView();
  const chosen = useChosenLine(lines);
  if (!chosen) return null;
  return (
    <>
      <NativeSelect
        label={words('line')}
        w={{ base: '100%', sm: 190 }}
        value={chosen.group}
        onChange={({ currentTarget: { value } }) => change({ of: value }, true)}
        data={GROUPS.filter((each) => lines.some((line) => line.group === each)).map((each) => ({
          value: each,
          label: say(each),
        }))}
      />
      <NativeSelect
        label={words('indicator')}
        w={{ base: '100%', sm: 230 }}
        value={codeOf(chosen)}
        onChange={({ currentTarget: { value } }) => change({ in: value }, true)}
        data={linesIn(lines, chosen.group).map(({ indicator: { code, name } }) => ({
          value: code,
          label: name,
        }))}
      />
    </>
  );
}
