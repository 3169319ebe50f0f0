import { Breadcrumbs } from '../components/breadcrumbs';
import type { OverviewUnitFragment } from '../generated/graphql';
import { useView } from '../shared/address';
import { unitAddressIn } from '../shared/unit-address';

/** The units above one, and the unit itself where the page is not its overview. */
export function UnitBreadcrumbs({
  of: unit,
  itself = false,
}: {
  of: OverviewUnitFragment;
  itself?: boolean;
}) {
  const [view] = useView();
  const units = [...(unit.parent ? [unit.parent] : []), ...(itself ? [unit] : [])];
  return (
    <Breadcrumbs
      above={units.map((each) => ({ name: each.name, href: unitAddressIn(view, each) }))}
    />
  );
}
