import { Checkbox, Text } from '@mantine/core';
import { LongTable } from '../../components/long-table';
import { day, NOTHING } from '../../shared/format';
import { useSharedWords } from '../../shared/shared.words';
import { misfitOf, type ExceptionAct, type Participant } from './exception-fit';
import { useRoundWords } from './rounds.words';

/** The institutions of a round, to choose from; where what is to be done does not fit, it says why. */
export function ParticipantTable({
  act,
  rows,
  total,
  more,
  isChosen,
  onChoose,
}: {
  act: ExceptionAct;
  rows: readonly Participant[];
  total: number;
  more: (() => void) | undefined;
  isChosen: (row: Participant) => boolean;
  onChoose: (row: Participant, isChosen: boolean) => void;
}) {
  const say = useSharedWords();
  const words = useRoundWords();
  return (
    <LongTable
      caption={words('participants-list')}
      rows={rows}
      rowKey={({ institution }) => institution.id}
      total={total}
      more={more}
      columns={[
        {
          key: 'institution',
          header: words('institution'),
          show: ({ institution, unit }) => (
            <>
              {institution.name}
              <Text size="sm">{unit.name}</Text>
            </>
          ),
        },
        {
          key: 'choose',
          header: words('choose'),
          show: (row) => {
            const misfit = misfitOf(act, row);
            return misfit ? (
              <Text size="sm">{words(misfit)}</Text>
            ) : (
              <Checkbox
                size="md"
                aria-label={words('choose-one', { name: row.institution.name })}
                checked={isChosen(row)}
                onChange={({ currentTarget }) => onChoose(row, currentTarget.checked)}
              />
            );
          },
        },
        {
          key: 'state',
          header: words('state'),
          under: true,
          show: ({ state }) => (state ? say(state) : words('not-begun')),
        },
        { key: 'due', header: words('due'), under: true, show: ({ dueOn }) => day(dueOn) },
        {
          key: 'closes',
          header: words('closes'),
          under: true,
          show: ({ closesOn }) => day(closesOn),
        },
        {
          key: 'exception',
          header: words('exception'),
          under: true,
          show: ({ exception }) =>
            exception
              ? words('exception-why', {
                  kind: words(exception.kind),
                  reason: exception.reason,
                  by: exception.recordedBy,
                })
              : NOTHING,
        },
      ]}
    />
  );
}
