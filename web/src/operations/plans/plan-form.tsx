import {
  PlanAddDocument,
  PlanChangeDocument,
  type PlanListQuery,
  type SourceStatus,
} from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { SOURCE_STATUSES } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import { EntryForm } from '../../components/entry-form';
import type { Field, Typed } from '../../components/entry-field';
import { usePlannerUnits } from '../shared/planner-units';
import { usePlanWords } from './plans.words';
import { useRefusedBy } from '../../components/refused-by';

export type Plan = PlanListQuery['plans']['nodes'][number];

/** What the form says of the document itself. */
const saidOf = (typed: Typed) => ({
  document: typed('document'),
  issuer: typed('issuer'),
  issuedOn: typed('issuedOn') || null,
  url: typed('url') || null,
  sourceStatus: typed('sourceStatus') as SourceStatus,
});

/** Adds a document that sets targets, or changes what one says of itself. */
export function PlanForm({
  plan,
  onDone,
  readAgain,
}: {
  plan?: Plan;
  onDone: () => void;
  readAgain?: () => void;
}) {
  const words = usePlanWords();
  const refusedBy = useRefusedBy(readAgain);
  const [add] = useChange(PlanAddDocument);
  const [alter] = useChange(PlanChangeDocument);
  const fields = usePlanFields(plan);
  return (
    <EntryForm
      title={words(plan ? 'plan-change' : 'plan-new')}
      label={words(plan ? 'plan-save' : 'plan-add')}
      primary={!plan}
      fields={fields}
      send={async (typed, keyed) => {
        const said = saidOf(typed);
        const [titleVi, titleEn] = [typed('titleVi'), typed('titleEn')];
        if (plan) {
          const { data, error } = await alter({
            input: keyed({
              ...said,
              id: plan.id,
              version: plan.version,
              ...(titleVi && { titleVi }),
              ...(titleEn && { titleEn }),
            }),
          });
          if (data?.planUpdate.plan) onDone();
          return refusedBy(error, data?.planUpdate.userErrors);
        }
        const { data, error } = await add({
          input: keyed({ ...said, titleVi, titleEn, unit: typed('unit') }),
        });
        if (data?.planCreate.plan) onDone();
        return refusedBy(error, data?.planCreate.userErrors);
      }}
    />
  );
}

function usePlanFields(plan: Plan | undefined): Field[] {
  const say = useSharedWords();
  const words = usePlanWords();
  const units = usePlannerUnits();
  const needed = !plan;
  const titled = (label: string) => (plan ? `${label} (${words('keep-empty')})` : label);
  return [
    ...(plan ? [] : [{ name: 'unit', label: words('unit'), options: units, required: true }]),
    { name: 'document', label: words('document'), start: plan?.document, required: true },
    // The graph tells the title in one language only: what is left empty stays as it is.
    { name: 'titleVi', label: titled(words('title-vi')), required: needed },
    { name: 'titleEn', label: titled(words('title-en')), required: needed },
    { name: 'issuer', label: words('issuer'), start: plan?.issuer, required: true },
    { name: 'issuedOn', label: words('issued'), kind: 'date', start: plan?.issuedOn ?? '' },
    { name: 'url', label: words('url'), kind: 'url', start: plan?.url ?? '' },
    {
      name: 'sourceStatus',
      label: words('status'),
      start: plan?.sourceStatus,
      options: SOURCE_STATUSES.map((each) => ({ value: each, label: say(each) })),
    },
  ];
}
