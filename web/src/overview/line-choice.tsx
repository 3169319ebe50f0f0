import { Group, NativeSelect } from '@mantine/core';
import type { InstitutionGroup } from '../generated/graphql';
import { useView } from '../shared/address';
import { useSharedWords } from '../shared/shared.words';
import type { Line } from './line';
import { GROUPS } from '../shared/lists';
import { useOverviewWords } from './overview.words';

/** What the figures of a line are of. */
interface ChosenLine {
  group: InstitutionGroup;
  indicator: Pick<Line['indicator'], 'code' | 'name'>;
}

/** The lines of a group, that of all four pillars first. */
function offeredIn(lines: readonly Line[], group: InstitutionGroup): readonly Line[] {
  const offered = lines.filter((line) => line.group === group);
  const isWhole = ({ indicator }: Line) => indicator.code === 'ALL_FOUR';
  return [...offered.filter(isWhole), ...offered.filter((line) => !isWhole(line))];
}

/** The line that the trend and the comparison are of, as the address says it, among those that there are. */
export function useChosenLine(lines: readonly Line[]): ChosenLine {
  const say = useSharedWords();
  const [view] = useView();
  const [of, code] = [view.get('of'), view.get('in')];
  const groups = GROUPS.filter((group) => lines.some((line) => line.group === group));
  const group = groups.find((each) => each === of) ?? groups[0] ?? 'GENERAL_EDUCATION';
  const offered = offeredIn(lines, group);
  const line = offered.find(({ indicator }) => indicator.code === code) ?? offered[0];
  return { group, indicator: line?.indicator ?? { code: 'ALL_FOUR', name: say('ALL_FOUR') } };
}

/** Chooses it. */
export function LineChoice({ lines }: { lines: readonly Line[] }) {
  const say = useSharedWords();
  const words = useOverviewWords();
  const [, change] = useView();
  const { group, indicator } = useChosenLine(lines);
  return (
    <Group className="no-print" mb="sm">
      <NativeSelect
        label={words('line')}
        maw="100%"
        value={group}
        onChange={({ currentTarget: { value } }) => change({ of: value }, true)}
        data={GROUPS.filter((each) => lines.some((line) => line.group === each)).map((each) => ({
          value: each,
          label: say(each),
        }))}
      />
      <NativeSelect
        label={words('indicator')}
        maw="100%"
        value={indicator.code}
        onChange={({ currentTarget: { value } }) => change({ in: value }, true)}
        data={offeredIn(lines, group).map(({ indicator: { code, name } }) => ({
          value: code,
          label: name,
        }))}
      />
    </Group>
  );
}
