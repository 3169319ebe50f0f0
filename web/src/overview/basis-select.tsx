import { NativeSelect } from '@mantine/core';
import type { BoundaryBasis } from '../generated/graphql';
import type { ChangeView } from '../shared/address';
import { saidBasis } from '../shared/unit-address';
import { useOverviewWords } from './overview.words';

const BASES = ['CURRENT_UNITS', 'AS_REPORTED'] as const;

/** Chooses the borders by which figures are counted, in the address. */
export function BasisSelect({ basis, change }: { basis: BoundaryBasis; change: ChangeView }) {
  const words = useOverviewWords();
  return (
    <NativeSelect
      label={words('basis')}
      value={basis}
      onChange={({ currentTarget: { value } }) =>
        change({ basis: saidBasis(BASES.find((each) => each === value) ?? 'CURRENT_UNITS') })
      }
      data={BASES.map((each) => ({ value: each, label: words(each) }))}
    />
  );
}
