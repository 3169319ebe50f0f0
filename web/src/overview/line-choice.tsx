import { NativeSelect } from '@mantine/core';
import { useView } from '../shared/address';
import { GROUPS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { chiefOf, codeOf, offeredIn, type Line } from './line';
import { useOverviewWords } from './overview.words';

/** The line that the page is about, as the address says it, among those that there are. */
export function useChosenLine(lines: readonly Line[]): Line | undefined {
  const [view] = useView();
  const [of, code] = [view.get('of'), view.get('in')];
  const groups = GROUPS.filter((group) => lines.some((line) => line.group === group));
  const group =
    groups.find((each) => each === of) ?? groups.find((each) => chiefOf(lines, each)) ?? groups[0];
  if (!group) return undefined;
  const offered = offeredIn(lines, group);
  return offered.find((line) => codeOf(line) === code) ?? chiefOf(lines, group) ?? offered[0];
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
        data={offeredIn(lines, chosen.group).map(({ indicator: { code, name } }) => ({
          value: code,
          label: name,
        }))}
      />
    </>
  );
}
