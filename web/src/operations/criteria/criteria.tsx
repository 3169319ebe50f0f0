import { Paper, Stack, Text, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import { CriteriaListDocument, type CriteriaListQuery } from '../../generated/graphql';
import { addressOf, useView } from '../../shared/address';
import { useGraph } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { useOperationsWords } from '../shared/operations.words';
import { CriteriaDetail } from './criteria-detail';
import { CriteriaImport } from './criteria-import';
import { useCriteriaWords } from './criteria.words';
import { useSpan } from './use-span';

/** The sets of criteria, published and drafted; one of them in detail, and a box for the file of another. */
export function Criteria() {
  const all = useOperationsWords();
  const words = useCriteriaWords();
  const [view, change] = useView();
  const [told, setTold] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, again } = useGraph(CriteriaListDocument, {});
  const chosen = view.get('set');
  function open(id: string | null, what = '') {
    setTold(what);
    again();
    change({ set: id });
    // What was open is gone, and the button in it.
    if (id === null) heading.current?.focus();
  }
  return (
    <Stack>
      <Title order={2} size="h3" ref={heading} tabIndex={-1}>
        {all('criteria')}
      </Title>
      <Text size="sm">{words('lead')}</Text>
      <div role="status">{told}</div>
      {error && <Failure error={error} again={again} />}
      {data && <Versions of={data} chosen={chosen} />}
      {chosen && (
        <CriteriaDetail
          key={chosen}
          id={chosen}
          onChanged={(what) => open(chosen, what)}
          onGone={(what, id) => open(id, what)}
        />
      )}
      <CriteriaImport onStored={(id) => open(id, words('stored-now'))} onOpen={open} />
    </Stack>
  );
}

interface Listed {
  id: string;
  name: string;
  version: number;
  state: 'DRAFTED' | 'draft-lacking' | CriteriaListQuery['frameworks'][number]['state'];
  sourceStatus: CriteriaListQuery['frameworks'][number]['sourceStatus'];
  validFrom: string;
  validTo: string | null;
}

function listedIn({ frameworks, frameworkDrafts }: CriteriaListQuery): Listed[] {
  const drafts = frameworkDrafts.map(({ frameworkVersion, problems, ...draft }): Listed => ({
    ...draft,
    version: frameworkVersion,
    state: problems.length > 0 ? 'draft-lacking' : 'DRAFTED',
  }));
  return [...drafts, ...frameworks.toReversed()];
}

function Versions({ of: data, chosen }: { of: CriteriaListQuery; chosen: string | null }) {
  const say = useSharedWords();
  const words = useCriteriaWords();
  const spanOf = useSpan();
  const rows = listedIn(data);
  if (rows.length === 0) return <Text role="status">{words('none')}</Text>;
  return (
    <Paper withBorder>
      <LongTable
        caption={words('list')}
        rows={rows}
        rowKey={({ id }) => id}
        total={rows.length}
        columns={[
          {
            key: 'name',
            header: words('name'),
            show: ({ id, name }) => (
              <Link
                href={addressOf('/operations', { tab: 'criteria', set: id })}
                aria-current={id === chosen ? 'true' : undefined}
              >
                {name}
              </Link>
            ),
          },
          {
            key: 'version',
            header: words('version'),
            show: ({ version }) => version,
            numeric: true,
          },
          { key: 'state', header: words('state'), show: ({ state }) => words(state) },
          { key: 'span', header: words('span'), show: spanOf, under: true },
          {
            key: 'source',
            header: words('source'),
            show: ({ sourceStatus }) => say(sourceStatus),
            under: true,
          },
        ]}
      />
    </Paper>
  );
}
