import { Group, NativeSelect } from '@mantine/core';
import type { InstitutionGroup } from '../generated/graphql';
import { useView } from '../shared/address';
import { useSharedWords } from '../shared/shared.words';
import { type PillarOrAll } from './line';
import { GROUPS, PILLARS } from '../shared/lists';
import { useOverviewWords } from './overview.words';

/** The line that the trend and the comparison are of, as the address says it. */
export function useChosenLine(): { group: InstitutionGroup; pillar: PillarOrAll } {
  const [view] = useView();
  const [group, pillar] = [view.get('of'), view.get('in')];
  return {
    group: GROUPS.find((each) => each === group) ?? 'GENERAL_EDUCATION',
    pillar: PILLARS.find((each) => each === pillar) ?? 'ALL_FOUR',
  };
}

/** Chooses it. */
export function LineChoice() {
  const say = useSharedWords();
  const words = useOverviewWords();
  const [, change] = useView();
  const { group, pillar } = useChosenLine();
  return (
    <Group className="no-print" mb="sm">
      <NativeSelect
        label={words('line')}
        value={group}
        onChange={({ currentTarget: { value } }) => change({ of: value }, true)}
        data={GROUPS.map((each) => ({ value: each, label: say(each) }))}
      />
      <NativeSelect
        label={words('pillar')}
        value={pillar}
        onChange={({ currentTarget: { value } }) => change({ in: value }, true)}
        data={(['ALL_FOUR', ...PILLARS] as const).map((each) => ({
          value: each,
          label: say(each),
        }))}
      />
    </Group>
  );
}
