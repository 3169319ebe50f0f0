import { List, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ShownInstitutionFragment } from '../generated/graphql';
import { institutionAddress } from '../shared/institution-address';
import { day } from '../shared/format';
import { useInstitutionsWords } from './shared/institutions.words';

type Institution = ShownInstitutionFragment;

/** What the institution took over, what took its place, and its further sites. */
export function Relatives({ institution }: { institution: Institution }) {
  const words = useInstitutionsWords();
  const { predecessors, successors, campuses } = institution;
  return (
    <>
      <Named title={words('successors')} show={successors.length > 0}>
        {successors.map(({ kind, effectiveOn, successor }) => (
          <List.Item key={`${kind} ${successor.id}`}>
            {words(`into-${kind}`, { on: day(effectiveOn) })} <Other {...successor} />
          </List.Item>
        ))}
      </Named>
      <Named title={words('predecessors')} show={predecessors.length > 0}>
        {predecessors.map(({ kind, effectiveOn, predecessor }) => (
          <List.Item key={`${kind} ${predecessor.id}`}>
            {words(`of-${kind}`, { on: day(effectiveOn) })} <Other {...predecessor} />
          </List.Item>
        ))}
      </Named>
      <Named title={words('campuses')} show={campuses.length > 0}>
        {campuses.map(({ system, code, name, unit, validTo }) => (
          <List.Item key={`${system} ${code}`}>
            {words('campus-of', { name, code, unit: unit?.name ?? words('unknown-unit') })}{' '}
            {validTo && words('until', { to: day(validTo) })}
          </List.Item>
        ))}
      </Named>
    </>
  );
}

function Named({ title, show, children }: { title: string; show: boolean; children: ReactNode }) {
  if (!show) return null;
  return (
    <>
      <Title order={3} size="h5" mt="md">
        {title}
      </Title>
      <List size="sm">{children}</List>
    </>
  );
}

function Other({ name, ...institution }: { id: string; code: string; name: string }) {
  return <Link href={institutionAddress(institution)}>{name}</Link>;
}
