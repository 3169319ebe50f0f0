import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { csvLine } from '../../../../src/shared/csv-line';
import { Failure } from '../../components/answer';
import { LongTable } from '../../components/long-table';
import { SchoolsWithoutDocument, type SchoolsWithoutQuery } from '../../generated/graphql';
import { useView } from '../../shared/address';
import { NOTHING } from '../../shared/format';
import { saveText } from '../../shared/save-file';
import { usePages } from '../../shared/use-pages';
import { useAtOnceWords } from './at-once.words';

type School = SchoolsWithoutQuery['institutions']['nodes'][number];

/** As many as a file may have rows. */
const MOST = 1000;

/** The schools for which nobody has an account, folded until it is asked for; the address can ask, too. */
export function SchoolsWithout({ onFile }: { onFile: (file: File) => void }) {
  const words = useAtOnceWords();
  const [view, change] = useView();
  const isOpen = view.get('without') === 'yes';
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== isOpen) change({ without: open ? 'yes' : null }, true);
      }}
    >
      <summary>{words('without')}</summary>
      {isOpen && <List onFile={onFile} />}
    </details>
  );
}

function List({ onFile }: { onFile: (file: File) => void }) {
  const words = useAtOnceWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { rows, total, error, more, retry } = usePages(
    SchoolsWithoutDocument,
    { filter: { hasAccount: false }, first: 100 },
    (data) => data.institutions,
  );
  useEffect(() => {
    if (more && rows.length < MOST) more();
  }, [more, rows.length]);
  if (error) return <Failure error={error} again={retry} />;
  if (total === 0) return <Text role="status">{words('without-none')}</Text>;
  const picked = rows.filter(({ id }) => chosen.has(id));
  const offered = rows.slice(0, MOST);
  return (
    <Stack gap="sm" mt="sm">
      <Text size="sm">{words('without-lead')}</Text>
      <Checkbox
        label={words('all', { count: offered.length })}
        checked={picked.length > 0 && picked.length === offered.length}
        indeterminate={picked.length > 0 && picked.length < offered.length}
        onChange={({ currentTarget: { checked } }) =>
          setChosen(new Set(checked ? offered.map(({ id }) => id) : []))
        }
      />
      <Group gap="xs">
        <Button
          disabled={picked.length === 0}
          onClick={() => onFile(new File([fileOf(picked)], words('file-name')))}
        >
          {words('make-for', { count: picked.length })}
        </Button>
        <Button
          variant="default"
          onClick={() => saveText(words('file-name'), 'text/csv', `\uFEFF${fileOf(offered)}`)}
        >
          {words('download-list')}
        </Button>
      </Group>
      <Choice rows={rows} total={total ?? 0} chosen={chosen} onChosen={setChosen} />
    </Stack>
  );
}

function Choice({
  rows,
  total,
  chosen,
  onChosen,
}: {
  rows: readonly School[];
  total: number;
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
}) {
  const words = useAtOnceWords();
  return (
    <LongTable
      caption={words('without')}
      rows={rows}
      rowKey={({ id }) => id}
      total={total}
      columns={[
        {
          key: 'school',
          header: words('school'),
          show: ({ id, name, code }) => (
            <Checkbox
              label={`${name} (${code})`}
              checked={chosen.has(id)}
              onChange={({ currentTarget: { checked } }) => {
                const others = [...chosen].filter((each) => each !== id);
                onChosen(new Set(checked ? [...others, id] : others));
              }}
            />
          ),
        },
        { key: 'place', header: words('place'), show: ({ unit }) => unit?.name ?? NOTHING },
      ]}
    />
  );
}

/** A file of accounts in which each school has its own name, and signs in with its code. */
function fileOf(schools: readonly School[]): string {
  return [
    ['name', 'email', 'role', 'institution_code'],
    ...schools.map(({ name, code }) => [name, '', 'SCHOOL_ADMIN', code]),
  ]
    .map(csvLine)
    .join('');
}
