import { Paper, Stack, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'wouter';
import { Breadcrumbs } from '../components/breadcrumbs';
import { PageTitle } from '../components/page-title';
import { DayInput } from '../components/day-input';
import { Answer } from '../components/answer';
import { DataTable } from '../components/data-table';
import { InstitutionPageDocument } from '../generated/graphql';
import { addressOf, useGo, useView } from '../shared/address';
import { day, NOTHING, number } from '../shared/format';
import { useGraph } from '../shared/graph';
import { institutionAddress } from '../shared/institution-address';
import { useSharedWords } from '../shared/shared.words';
import { unitAddress } from '../shared/unit-address';
import { About, type Institution } from './about';
import { History } from './history';
import { Levels } from './levels';
import type { Recorded } from './register/register-form';
import { useInstitutionsWords } from './shared/institutions.words';

const RegisterActs = lazy(() => import('./register/register-acts.lazy'));

/** One institution: what it is, where it stands, how far it is. */
export default function InstitutionPage() {
  const words = useInstitutionsWords();
  const code = decodeURIComponent(useParams<{ code: string }>().code);
  const [view] = useView();
  const go = useGo();
  const on = view.get('on');
  const id = view.get('id');
  const asked = useGraph(InstitutionPageDocument, { code, id: id ?? '', hasId: !!id, on });
  const [saved, setSaved] = useState({ of: '', times: 0 });
  function onSaved(recorded: Recorded) {
    setSaved(({ times }) => ({ of: recorded.id, times: times + 1 }));
    // A code ends with its institution, or is replaced: from now on the address names what it is.
    if (id) asked.again();
    else go(institutionAddress(recorded, on), { replace: true });
  }
  return (
    <Answer of={asked}>
      {({ node, institution = node }) =>
        institution && 'code' in institution ? (
          <Shown
            institution={institution}
            saved={saved.of === institution.id ? saved.times : 0}
            onSaved={onSaved}
            readAgain={asked.again}
          />
        ) : (
          <PageTitle>{words('unknown-institution')}</PageTitle>
        )
      }
    </Answer>
  );
}

function Shown({
  institution,
  saved,
  onSaved,
  readAgain,
}: {
  institution: Institution;
  /** How often the viewer has changed it here. */
  saved: number;
  onSaved: (recorded: Recorded) => void;
  readAgain: () => void;
}) {
  const words = useInstitutionsWords();
  const [view, change] = useView();
  const on = view.get('on');
  return (
    <Stack>
      <Above institution={institution} on={on} />
      <PageTitle>{institution.name}</PageTitle>
      <Paper withBorder p="md" component="section" aria-label={words('progress')}>
        <Title order={2} size="h3" mb="xs">
          {words('progress')}
        </Title>
        <DayInput
          maw={180}
          mb="xs"
          label={words('on')}
          day={on}
          onDay={(day) => change({ on: day })}
        />
        <Pillars institution={institution} />
      </Paper>
      <Levels institution={institution.id} on={on} />
      <About institution={institution} />
      {institution.canChange && (
        <Suspense>
          <RegisterActs
            institution={institution}
            saved={saved}
            onSaved={onSaved}
            readAgain={readAgain}
          />
        </Suspense>
      )}
      <History key={saved} institution={institution} />
    </Stack>
  );
}

/** The unit that it belongs to, and the list of those there. */
function Above({ institution, on }: { institution: Institution; on: string | null }) {
  const words = useInstitutionsWords();
  const { unit: its, locations } = institution;
  const place = locations.find(({ unit }) => unit && unit.id === its?.id)?.unit;
  if (!place) return null;
  const list = addressOf('/institutions', { unit: place.code, unitKind: place.kind, on });
  return (
    <Breadcrumbs
      above={[
        { name: place.name, href: unitAddress(place, on) },
        { name: words('title'), href: list },
      ]}
    />
  );
}

function Pillars({ institution: { name, pillars } }: { institution: Institution }) {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  return (
    <DataTable
      caption={`${name}: ${words('progress')}`}
      fileName={name}
      rows={pillars}
      rowKey={({ pillar }) => pillar}
      columns={[
        {
          key: 'pillar',
          header: words('pillar'),
          show: ({ pillar }) => say(pillar),
          value: ({ pillar }) => say(pillar),
        },
        {
          key: 'observation',
          header: words('observation'),
          show: ({ observation }) => say(observation),
          value: ({ observation }) => say(observation),
        },
        {
          key: 'stage',
          header: words('stage'),
          show: ({ stage }) => (stage ? say(stage) : NOTHING),
          value: ({ stage }) => (stage ? say(stage) : null),
        },
        {
          key: 'points',
          header: words('points'),
          numeric: true,
          show: ({ points, maxPoints }) =>
            points == null
              ? NOTHING
              : words('points-of', { points: number(points, 2), maxPoints: number(maxPoints, 2) }),
          value: ({ points }) => points ?? null,
        },
        {
          key: 'as-of',
          header: words('on'),
          show: ({ asOf }) => day(asOf),
          value: ({ asOf }) => asOf ?? null,
        },
      ]}
    />
  );
}
