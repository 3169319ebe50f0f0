import { FrameworksDocument, RoundCreateDocument } from '../../generated/graphql';
import { useChange, useGraph } from '../../shared/graph';
import { useSharedWords } from '../../shared/shared.words';
import { EntryForm } from '../../components/entry-form';
import { usePlannerUnits } from '../shared/planner-units';
import { useRefusedBy } from '../../components/refused-by';
import { Calling } from './calling';
import { useRoundWords } from './rounds.words';

/** Calls the institutions of a unit to report. */
export function RoundForm({ onCalled }: { onCalled: (id: string) => void }) {
  const words = useRoundWords();
  const units = usePlannerUnits();
  const refusedBy = useRefusedBy();
  const { frameworks, only, chosen } = useFrameworks();
  const [create] = useChange(RoundCreateDocument);
  const date = { kind: 'date', required: true } as const;
  return (
    <EntryForm
      title={words('call')}
      label={words('call-now')}
      primary
      fields={[
        { name: 'unit', label: words('unit'), options: units, required: true },
        {
          name: 'frameworks',
          label: words('frameworks'),
          kind: 'ticks',
          options: frameworks,
          required: true,
          start: only,
        },
        { name: 'code', label: words('code'), required: true },
        { name: 'nameVi', label: words('name-vi'), required: true },
        { name: 'nameEn', label: words('name-en'), required: true },
        { name: 'referenceDate', label: words('reference'), ...date },
        { name: 'opensOn', label: words('opens'), ...date },
        { name: 'dueOn', label: words('due'), ...date },
        { name: 'closesOn', label: words('closes'), ...date },
      ]}
      aside={(typed) => (
        <Calling
          unit={typed('unit')}
          frameworks={chosen(typed('frameworks'))}
          referenceDate={typed('referenceDate')}
        />
      )}
      send={async (typed, keyed) => {
        const { data: answer, error } = await create({
          input: keyed({
            unit: typed('unit'),
            frameworks: chosen(typed('frameworks')),
            code: typed('code'),
            nameVi: typed('nameVi'),
            nameEn: typed('nameEn'),
            referenceDate: typed('referenceDate'),
            opensOn: typed('opensOn'),
            dueOn: typed('dueOn'),
            closesOn: typed('closesOn'),
          }),
        });
        const created = answer?.reportingRoundCreate;
        if (created?.reportingRound) onCalled(created.reportingRound.id);
        return refusedBy(error, created?.userErrors);
      }}
    />
  );
}

/** The frameworks that can be asked, and how those that are ticked are read. */
function useFrameworks() {
  const say = useSharedWords();
  const { data } = useGraph(FrameworksDocument, {});
  const frameworks = (data?.frameworks ?? []).map(({ id, name, version, sourceStatus }) => ({
    value: id,
    label: [
      `${name} (${version})`,
      ...(sourceStatus === 'CONFIRMED' ? [] : [say(sourceStatus)]),
    ].join(' · '),
  }));
  // Where there is no choice there is nothing to choose.
  const only = frameworks.length === 1 ? frameworks[0]?.value : undefined;
  /** The form asks them in the order of the list, whatever was ticked first. */
  const chosen = (ticked: string) =>
    frameworks.flatMap(({ value }) => (ticked.split(',').includes(value) ? [value] : []));
  return { frameworks, only, chosen };
}
