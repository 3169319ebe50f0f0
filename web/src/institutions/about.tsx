import { List, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ShownInstitutionFragment } from '../generated/graphql';
import { unitAddress } from '../shared/unit-address';
import { day } from '../shared/format';
import { LEVELS } from '../shared/lists';
import { useSharedWords } from '../shared/shared.words';
import { useInstitutionsWords } from './shared/institutions.words';
import { Relatives } from './relatives';

export type Institution = ShownInstitutionFragment;

/** What an institution is, under which codes it goes, and where it stands and stood. */
export function About({ institution }: { institution: Institution }) {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  const span = useSpan();
  const { kind, levels, ownership, openedOn, closedOn, sourceStatus } = institution;
  return (
    <Paper withBorder p="md" component="section" aria-label={words('what')}>
      <Title order={2} size="h3" mb="xs">
        {words('what')}
      </Title>
      <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} m={0}>
        <Fact name={words('kind')}>{say(kind)}</Fact>
        <Fact name={words('levels')}>
          {LEVELS.filter((each) => levels.includes(each))
            .map((each) => words(each))
            .join(', ')}
        </Fact>
        <Fact name={words('ownership')}>{words(ownership)}</Fact>
        <Fact name={words('opened')}>{openedOn ? day(openedOn) : words('before-records')}</Fact>
        {closedOn && <Fact name={words('closed')}>{day(closedOn)}</Fact>}
        <Fact name={words('source-status')}>{say(sourceStatus)}</Fact>
      </SimpleGrid>
      <Contact of={institution.contact} />
      <Title order={3} size="h5" mt="md">
        {words('codes')}
      </Title>
      <List size="sm">
        {institution.codes.map(({ code, system, validFrom, validTo }) => (
          <List.Item key={`${system} ${code} ${validFrom}`}>
            {words('code-of', { code, system })} {span(validFrom, validTo)}
          </List.Item>
        ))}
      </List>
      <Relatives institution={institution} />
      <Title order={3} size="h5" mt="md">
        {words('places')}
      </Title>
      <List size="sm">
        {institution.locations.map(({ unit, settled, candidates, validFrom, validTo }) => (
          <List.Item key={`${validFrom}`}>
            {unit ? (
              <Link href={unitAddress(unit, validTo)}>{unit.name}</Link>
            ) : (
              words('unknown-unit')
            )}{' '}
            {span(validFrom, validTo)}
            {!settled && (
              <Text size="sm">
                {candidates.length > 0
                  ? words('candidates', { units: candidates.map(({ name }) => name).join(', ') })
                  : words('unsettled')}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}

/** How its office is reached, for those who may see that and if anything is recorded. */
function Contact({ of: contact }: { of: Institution['contact'] }) {
  const words = useInstitutionsWords();
  const { email, telephone } = contact ?? {};
  if (!email && !telephone) return null;
  return (
    <>
      <Title order={3} size="h5" mt="md">
        {words('contact')}
      </Title>
      <List size="sm">
        {email && (
          <List.Item>
            <a href={`mailto:${email}`}>{email}</a>
          </List.Item>
        )}
        {telephone && <List.Item>{telephone}</List.Item>}
      </List>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0}>
        {children}
      </Text>
    </div>
  );
}

/** From when to when something was so, where one end may be open. */
function useSpan() {
  const words = useInstitutionsWords();
  return (from: string | null | undefined, to: string | null | undefined) =>
    words('span', {
      from: from ? day(from) : words('before-records'),
      to: to ? day(to) : words('today'),
    });
}
