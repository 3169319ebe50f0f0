import { NativeSelect } from '@mantine/core';
import type { BoundaryBasis } from '../generated/graphql';
import type { ChangeView } from '../shared/address';
import { useOverviewWords } from './overview.words';

/** Chooses the borders by which figures are counted, in the address. */
export function BasisSelect({ basis, change }: { basis: BoundaryBasis; change: ChangeView }) {
  const words = useOverviewWords();
  return (
    <NativeSelect
      label={words('basis')}
      value={basis}
      onChange={({ currentTarget: { value } }) =>
        change({ basis: value === 'CURRENT_UNITS' ? null : value })
      }
      data={(['CURRENT_UNITS', 'AS_REPORTED'] as const).map((each) => ({
        value: each,
        label: words(each),
      }))}
    />
  );
}
