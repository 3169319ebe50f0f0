import { Stack } from '@mantine/core';
import { PageTitle } from '../components/page-title';
import { UnitProblem, useUnitOfView } from '../components/unit-filter';
import { useView } from '../shared/address';
import { problemOfDay } from '../shared/days';
import { GROUPS, INSTITUTION_KINDS } from '../shared/lists';
import { Filters } from './filters';
import { InstitutionTable } from './institution-table';
import { useInstitutionsWords } from './institutions.words';

/** All institutions, or those of a unit; the address says which. */
export default function InstitutionsPage() {
  const words = useInstitutionsWords();
  const { unit, isUnknown } = useUnitOfView();
  const [view] = useView();
  const group = GROUPS.find((each) => each === view.get('group')) ?? null;
  const kind = INSTITUTION_KINDS.find((each) => each === view.get('kind'));
  const filter = {
    on: view.get('on'),
    group,
    kinds: kind ? [kind] : null,
    search: view.get('search'),
    // A closed school is looked for by its name or code; its page says what took its place.
    includeClosed: Boolean(view.get('search')),
  };
  return (
    <Stack>
      <PageTitle>{unit ? words('within', { unit: unit.name }) : words('title')}</PageTitle>
      <Filters />
      <UnitProblem />
      {unit !== undefined && !isUnknown && !problemOfDay(view.get('on')) && (
        <InstitutionTable filter={{ ...filter, unit: unit?.id ?? null }} />
      )}
    </Stack>
  );
}
