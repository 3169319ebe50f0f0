import { Stack, Text } from '@mantine/core';
import { Redirect } from 'wouter';
import { PageTitle } from '../components/page-title';
import { today } from '../shared/days';
import { day } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { hasRole, useViewer, type Viewer } from '../sign-in/viewer';
import { useHomeWords } from './home.words';
import { HubPart } from './hub-part';
import { QueuePart } from './queue-part';
import { SchoolPart } from './school-part';
import { UnitPart } from './unit-part';

/**
 * What is to be done, first thing after signing in: a part for each role, what has a day to be done by before what has
 * none. Whoever has no role is led to the public figures.
 */
export default function HomePage() {
  const viewer = useViewer();
  if (viewer === undefined) return null;
  if (viewer === null || viewer.grants.length === 0) return <Redirect to="/" replace />;
  return <Parts of={viewer} />;
}

function Parts({ of: viewer }: { of: Viewer }) {
  const say = useSharedWords();
  const words = useHomeWords();
  const schools = viewer.grants.flatMap(({ role, institution }) =>
    role === 'SCHOOL_ADMIN' && institution ? [institution] : [],
  );
  const units = viewer.grants.flatMap(({ role, unit }) =>
    role === 'PLANNER' && unit ? [unit] : [],
  );
  return (
    <Stack gap="lg">
      <div>
        <PageTitle>{say('home')}</PageTitle>
        <Text c="dimmed">{words('lead', { day: day(today()) })}</Text>
      </div>
      {schools.map((school) => (
        <SchoolPart key={school.id} school={school} />
      ))}
      {hasRole(viewer, 'REVIEWER') && <QueuePart />}
      {units.map(({ id, name }) => (
        <UnitPart key={id} unit={id} name={name} />
      ))}
      {hasRole(viewer, 'OPERATOR') && <HubPart />}
    </Stack>
  );
}
