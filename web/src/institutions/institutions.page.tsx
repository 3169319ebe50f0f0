import { Stack } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { PageTitle } from '../components/page-title';
import { UnitProblem, useUnitOfView } from '../components/unit-filter';
import { addressOf, useGo, useView } from '../shared/address';
import { problemOfDay } from '../shared/days';
import { institutionAddress } from '../shared/institution-address';
import { GROUPS, INSTITUTION_KINDS, OWNERSHIPS } from '../shared/lists';
import { hasRole, useViewer } from '../sign-in/viewer';
import { Filters } from './filters';
import { InstitutionTable } from './institution-table';
import { ListDownload } from './list-download';
import { useInstitutionsWords } from './shared/institutions.words';

const CreateForm = lazy(() => import('./register/create-form.lazy'));

/** All institutions, or those of a unit; the address says which. */
export default function InstitutionsPage() {
  const words = useInstitutionsWords();
  const { unit, isUnknown } = useUnitOfView();
  const [view] = useView();
  const go = useGo();
  const viewer = useViewer();
  const group = GROUPS.find((each) => each === view.get('group')) ?? null;
  const kind = INSTITUTION_KINDS.find((each) => each === view.get('kind'));
  const filter = {
    on: view.get('on'),
    group,
    kinds: kind ? [kind] : null,
    ownership: OWNERSHIPS.find((each) => each === view.get('ownership')) ?? null,
    settled: view.get('settled') === 'no' ? false : null,
    hasAccount: { yes: true, no: false }[view.get('account') ?? ''] ?? null,
    search: view.get('search'),
    // A closed school is looked for by its name or code; its page says what took its place.
    includeClosed: Boolean(view.get('search')),
  };
  return (
    <Stack>
      <PageTitle>{unit ? words('within', { unit: unit.name }) : words('title')}</PageTitle>
      <Filters />
      <UnitProblem />
      {hasRole(viewer, 'OPERATOR', 'PLANNER') && unit !== undefined && (
        <Suspense>
          <CreateForm
            key={unit?.id}
            unit={unit?.id ?? null}
            onSaved={(recorded) => go(institutionAddress(recorded))}
          />
        </Suspense>
      )}
      {unit !== undefined && !isUnknown && !problemOfDay(view.get('on')) && (
        <>
          {/* Who has an account is in no file that others may get. */}
          {filter.hasAccount === null && <ListDownload filter={filter} unit={unit} />}
          {filter.hasAccount === false && (
            <Link href={addressOf('/operations', { tab: 'accounts', without: 'yes' })}>
              {words('make-accounts')}
            </Link>
          )}
          <InstitutionTable
            filter={{ ...filter, unit: unit?.id ?? null }}
            orderBy={view.get('order') === 'CODE' ? 'CODE' : 'NAME'}
          />
        </>
      )}
    </Stack>
  );
}
