import { Alert, Button, Group, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Answer } from '../../components/answer';
import { DataTable } from '../../components/data-table';
import { HubHealthDocument, type HubHealthQuery } from '../../generated/graphql';
import { moment, NOTHING, number } from '../../shared/format';
import { useGraph } from '../../shared/graph';
import { useOperationsWords } from '../shared/operations.words';
import { useHealthWords } from './health.words';

type HealthShown = NonNullable<HubHealthQuery['hubHealth']>;

/** How the hub is: for who runs it beside other work, and is rung up when something is wrong. */
export function Health() {
  const all = useOperationsWords();
  const words = useHealthWords();
  const asked = useGraph(HubHealthDocument, {});
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {all('health')}
        </Title>
        <Button variant="default" size="xs" onClick={asked.again} className="no-print">
          {words('again')}
        </Button>
      </Group>
      <Text size="sm">{words('lead')}</Text>
      <Answer of={asked}>{({ hubHealth }) => hubHealth && <Shown of={hubHealth} />}</Answer>
    </Stack>
  );
}

function Shown({ of }: { of: HealthShown }) {
  return (
    <Stack>
      <Standing of={of} />
      <Facts of={of} />
      <Queues of={of.queues} />
      <Withheld of={of.withheldFiles} />
      <Errors of={of.errors} />
    </Stack>
  );
}

/** What the hub says of itself is in English, as in its log. */
function Standing({ of: { problems, warnings } }: { of: HealthShown }) {
  const words = useHealthWords();
  const told = [...problems, ...warnings];
  const title = problems.length > 0 ? 'not-well' : told.length > 0 ? 'warned' : 'well';
  const color = { 'not-well': 'red', warned: 'orange', well: 'teal' }[title];
  return (
    <Alert color={color} variant="outline" title={words(title)} role="status">
      {told.length > 0 && (
        <List size="sm" lang="en">
          {told.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

function scannerText(
  scanner: HealthShown['virusScanner'],
  words: ReturnType<typeof useHealthWords>,
) {
  if (!scanner) return words('scanner-none');
  const count = number(scanner.notExamined);
  return words(scanner.isReachable ? 'scanner-well' : 'scanner-away', { count });
}

function Facts({ of: { version, startedAt, database, disk, virusScanner } }: { of: HealthShown }) {
  const words = useHealthWords();
  const facts: [string, ReactNode][] = [
    [words('version'), version],
    [words('started'), moment(startedAt)],
    [
      words('database'),
      words('database-is', { version: database.version, megabytes: number(database.megabytes) }),
    ],
    [words('migration'), database.migration],
    [
      words('connections'),
      words('connections-of', {
        used: number(database.connections),
        most: number(database.mostConnections),
      }),
    ],
    [words('locks'), number(database.lockWaits)],
    [
      words('disk'),
      disk
        ? words('disk-free', {
            free: number(disk.freeMegabytes),
            reserve: number(disk.reserveMegabytes),
          })
        : words('disk-unknown'),
    ],
    [words('scanner'), scannerText(virusScanner, words)],
  ];
  return (
    <Paper withBorder p="xs">
      <Table>
        <Table.Caption className="visually-hidden">{words('hub')}</Table.Caption>
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={{ base: '40%', sm: 260 }}>
                {name}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Queues({ of }: { of: HealthShown['queues'] }) {
  const words = useHealthWords();
  return (
    <section aria-label={words('queues')}>
      <Title order={3} size="h4" mb="xs">
        {words('queues')}
      </Title>
      <DataTable
        caption={words('queues')}
        rows={of}
        rowKey={({ queue }) => queue}
        columns={[
          { key: 'queue', header: words('queue'), show: ({ queue }) => words(queue) },
          { key: 'waiting', header: words('waiting'), show: ({ waiting }) => number(waiting) },
          { key: 'failed', header: words('failed'), show: ({ failed }) => number(failed) },
          {
            key: 'last',
            header: words('last-failure'),
            show: ({ lastFailure }) => <Failed of={lastFailure} />,
          },
        ]}
      />
    </section>
  );
}

/** What is in quarantine; most hubs have nothing. */
function Withheld({ of }: { of: HealthShown['withheldFiles'] }) {
  const words = useHealthWords();
  if (of.length === 0) return null;
  return (
    <section aria-label={words('withheld')}>
      <Title order={3} size="h4" mb="xs">
        {words('withheld')}
      </Title>
      <Text size="sm" mb="xs">
        {words('withheld-lead')}
      </Text>
      <DataTable
        caption={words('withheld')}
        rows={of}
        rowKey={({ sha256 }) => sha256}
        columns={[
          { key: 'file', header: words('file'), show: ({ name }) => name },
          { key: 'institution', header: words('institution'), show: (row) => row.institution },
          { key: 'virus', header: words('virus'), show: ({ virus }) => virus },
          { key: 'at', header: words('examined'), show: ({ examinedAt }) => moment(examinedAt) },
        ]}
      />
    </section>
  );
}

function Failed({ of }: { of: HealthShown['queues'][number]['lastFailure'] }) {
  if (!of) return NOTHING;
  return (
    <Text inherit miw={180} style={{ overflowWrap: 'anywhere' }}>
      {moment(of.at)}: {of.what}
      {of.reason && (
        <>
          <br />
          <span lang="en">{of.reason}</span>
        </>
      )}
    </Text>
  );
}

function Errors({ of }: { of: HealthShown['errors'] }) {
  const words = useHealthWords();
  return (
    <section aria-label={words('errors')}>
      <Title order={3} size="h4" mb="xs">
        {words('errors')}
      </Title>
      <Text size="sm" mb="xs">
        {words('errors-lead')}
      </Text>
      {of.length === 0 ? (
        <Text>{words('no-errors')}</Text>
      ) : (
        <DataTable
          caption={words('errors')}
          rows={of.map((error, index) => ({ ...error, index }))}
          rowKey={({ index }) => String(index)}
          columns={[
            { key: 'at', header: words('at'), show: ({ at }) => moment(at) },
            {
              key: 'error',
              header: words('error'),
              show: ({ message, reason }) => (
                <Text inherit lang="en" miw={180} style={{ overflowWrap: 'anywhere' }}>
                  {message}
                  {reason && (
                    <>
                      <br />
                      {reason}
                    </>
                  )}
                </Text>
              ),
            },
            {
              key: 'request',
              header: words('request'),
              show: ({ requestId }) => requestId ?? NOTHING,
            },
          ]}
        />
      )}
    </section>
  );
}
