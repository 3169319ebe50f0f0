import { Button, List, Paper, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Failure } from '../components/answer';
import { useTrailNames } from '../components/trail-names.words';
import { InstitutionHistoryDocument, type InstitutionHistoryQuery } from '../generated/graphql';
import { moment } from '../shared/format';
import { useSharedWords } from '../shared/shared.words';
import { usePages } from '../shared/use-pages';
import type { Institution } from './about';
import { useInstitutionsWords } from './shared/institutions.words';

const RecordedEntry = lazy(() => import('./register/recorded-entry.lazy'));

/** What the register is about. */
const IN_REGISTER = ['Institution', 'InstitutionSuccession', 'Campus', 'InstitutionContact'];

const pick = ({ node }: InstitutionHistoryQuery) =>
  node?.__typename === 'Institution' ? node.history : null;

/** What was done about an institution, the newest first, page by page; nothing for who may not see that. */
export function History({ institution: { id, locations } }: { institution: Institution }) {
  const say = useSharedWords();
  const words = useInstitutionsWords();
  const named = useTrailNames();
  const { rows, total, error, more, fetching, retry } = usePages(
    InstitutionHistoryDocument,
    { id, first: 20 },
    pick,
  );
  const places = locations.flatMap(({ unit }) => unit ?? []);
  if (error) return <Failure error={error} again={retry} />;
  if (!total) return null;
  return (
    <Paper withBorder p="md" component="section" aria-label={words('history')}>
      <Title order={2} size="h3" mb="xs">
        {words('history')}
      </Title>
      <List size="sm" spacing={4}>
        {rows.map(({ id, at, before, after, ...entry }) => (
          <List.Item key={id}>
            {named.sentence(entry)}{' '}
            <Text span size="sm" c="dimmed">
              · {moment(at)}
            </Text>
            {IN_REGISTER.includes(entry.subjectType) && (
              <Suspense>
                <RecordedEntry before={before} after={after} places={places} />
              </Suspense>
            )}
          </List.Item>
        ))}
      </List>
      {(more || fetching) && (
        <Button variant="default" size="xs" mt="sm" loading={fetching} onClick={more}>
          {say('more')}
        </Button>
      )}
    </Paper>
  );
}
