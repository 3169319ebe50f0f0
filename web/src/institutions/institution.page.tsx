import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'wouter';
import { DayInput } from '../components/day-input';
import { Answer } from '../components/answer';
import { DataTable } from '../components/data-table';
import { InstitutionPageDocument, type InstitutionPageQuery } from '../generated/graphql';
import { unitAddress } from '../overview/unit-address';
import { useView } from '../shared/address';
import { day, moment, NOTHING, number } from '../shared/format';
import { useGraph } from '../shared/graph';
import { useSharedWords } from '../shared/shared.words';
import { useInstitutionsWords } from './institutions.words';

type Institution = NonNullable<InstitutionPageQuery['institution']>;

/** One institution: what it is, where it stands, how far it is. */
export default function InstitutionPage() {
  const words = useInstitutionsWords();
  const code = decodeURIComponent(useParams<{ code: string }>().code);
  const [view, change] = useView();
  const on = view.get('on');
  const asked = useGraph(InstitutionPageDocument, { code, on });
  return (
    <Answer of={asked}>
      {({ institution }) =>
        institution ? (
          <Stack>
            <Title order={1}>{institution.name}</Title>
            <Paper withBorder p="md" component="section" aria-label={words('progress')}>
              <Title order={2} size="h3">
                {words('progress')}
              </Title>
              <DayInput
                maw={180}
                label={words('on')}
                day={on}
                onDay={(day) => change({ on: day })}
              />
              <Pillars institution={institution} />
            </Paper>
            <About institution={institution} />
            <History institution={institution} />
          </Stack>
        ) : (
          <Title order={1}>{words('unknown-institution')}</Title>
        )
      }
    </Answer>
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

function About({ institution }: { institution: Institution }) {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  return (
    <Paper withBorder p="md" component="section" aria-label={words('what')}>
      <Title order={2} size="h3">
        {words('what')}
      </Title>
      <Text>
        {say(institution.kind)} · {words(institution.ownership)} · {say(institution.sourceStatus)}
      </Text>
      <Text size="sm">
        {words('opened')}:{' '}
        {institution.openedOn ? day(institution.openedOn) : words('before-records')}
        {institution.closedOn && ` · ${words('closed')}: ${day(institution.closedOn)}`}
      </Text>
      <Text size="sm">
        {words('codes')}:{' '}
        {institution.codes.map(({ code, system }) => words('code-of', { code, system })).join(', ')}
      </Text>
      <Title order={3} size="h5" mt="sm">
        {words('places')}
      </Title>
      <List size="sm">
        {institution.locations.map((location) => (
          <List.Item key={`${location.validFrom}`}>
            {location.unit && (
              <Link href={unitAddress(location.unit, location.validTo)}>{location.unit.name}</Link>
            )}{' '}
            {words('place-span', {
              from: location.validFrom ? day(location.validFrom) : words('before-records'),
              to: location.validTo ? day(location.validTo) : words('today'),
            })}
            {!location.settled && (
              <Text size="sm">
                {words('candidates', {
                  units: location.candidates.map(({ name }) => name).join(', '),
                })}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}

/** What was done about it; nothing for who may not see that. */
function History({ institution: { history } }: { institution: Institution }) {
  const words = useInstitutionsWords();
  if (history.nodes.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={words('history')}>
      <Title order={2} size="h3">
        {words('history')}
      </Title>
      <List size="sm">
        {history.nodes.map(({ id, at, accountName, action }) => (
          <List.Item key={id}>
            {words('history-line', { at: moment(at), who: accountName, action })}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
