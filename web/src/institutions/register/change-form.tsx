import type { Typed } from '../../components/entry-field';
import {
  RegisterChangeDocument,
  type InstitutionChangeInput,
  type ShownInstitutionFragment,
} from '../../generated/graphql';
import { INSTITUTION_KINDS, LEVELS, OWNERSHIPS, SOURCE_STATUSES } from '../../shared/lists';
import type { OfInstitution } from './of-institution';
import { useRecordFields } from './record-fields';
import { oneOf, someOf } from './recorded-values';
import { RegisterForm } from './register-form';
import { SPECIAL_STATUSES, useRegisterWords } from './register.words';

/** Changes what is recorded of an institution, from a day on or because it was recorded wrongly. */
export function ChangeForm({ institution, onSaved, readAgain }: OfInstitution) {
  const words = useRegisterWords();
  const { attributes, sourceStatus, reason } = useRecordFields();
  const isSettled = institution.locations.every(({ settled }) => settled);
  const corrects = (typed: Typed) => typed('way') === 'CORRECTION';
  return (
    <RegisterForm
      title={words('change')}
      label={words('change-save')}
      document={RegisterChangeDocument}
      lead={(typed) =>
        [
          ...(isSettled ? [] : [words('settle-lead')]),
          words(corrects(typed) ? 'correction-lead' : 'from-lead'),
        ].join(' ')
      }
      fields={[
        {
          name: 'way',
          label: words('way'),
          options: (['FROM', 'CORRECTION'] as const).map((value) => ({
            value,
            label: words(value),
          })),
          // Where it is becomes known; it does not begin to be there.
          start: isSettled ? 'FROM' : 'CORRECTION',
        },
        {
          name: 'from',
          label: words('from'),
          kind: 'date',
          required: true,
          when: (typed) => !corrects(typed),
        },
        ...attributes({
          ...institution,
          unit: institution.unit?.id,
          on: (typed) => typed('from'),
          levels: institution.levels.join(','),
        }),
        {
          name: 'openedOn',
          label: words('opened_on'),
          kind: 'date',
          start: institution.openedOn ?? '',
          when: corrects,
        },
        { ...sourceStatus(institution.sourceStatus), when: corrects },
        reason(),
      ]}
      inputOf={(typed) => changeOf(institution, typed)}
      places={institution.locations.flatMap(({ unit }) => unit ?? [])}
      placeOf={(typed) => typed('unit')}
      onSaved={onSaved}
      readAgain={readAgain}
    />
  );
}

/** What is typed otherwise than it is recorded; the rest is left out, and stays. */
function changeOf(institution: ShownInstitutionFragment, typed: Typed): InstitutionChangeInput {
  const { id, version, levels } = institution;
  const ticked = someOf(LEVELS, typed('levels'), ',');
  const isTicked = ticked.length === levels.length && ticked.every((each) => levels.includes(each));
  const other = (name: string, recorded: string | null | undefined) =>
    typed(name) === (recorded ?? '') ? undefined : typed(name);
  const special = other('specialStatus', institution.specialStatus);
  return {
    id,
    version,
    reason: typed('reason'),
    from: typed('from') || undefined,
    name: other('name', institution.name),
    kind: oneOf(INSTITUTION_KINDS, other('kind', institution.kind)),
    levels: isTicked ? undefined : ticked,
    ownership: oneOf(OWNERSHIPS, other('ownership', institution.ownership)),
    specialStatus: special === '' ? null : oneOf(SPECIAL_STATUSES, special),
    unit: other('unit', institution.unit?.id),
    openedOn: other('openedOn', institution.openedOn) || undefined,
    sourceStatus: oneOf(SOURCE_STATUSES, other('sourceStatus', institution.sourceStatus)),
  };
}
