import type { Typed } from '../../components/entry-field';
import {
  RegisterCampusAddDocument,
  RegisterCampusChangeDocument,
  type ShownInstitutionFragment,
} from '../../generated/graphql';
import type { OfInstitution } from './of-institution';
import { useRecordFields } from './record-fields';
import { RegisterForm } from './register-form';
import { useRegisterWords } from './register.words';

/** Adds a further site of an institution. */
export function CampusAddForm({ institution, onSaved, readAgain }: OfInstitution) {
  const words = useRegisterWords();
  const { reason } = useRecordFields();
  const { id, version } = institution;
  return (
    <RegisterForm
      title={words('campus-add')}
      lead={() => words('campus-add-lead')}
      label={words('campus-add-save')}
      document={RegisterCampusAddDocument}
      fields={[
        { name: 'name', label: words('name'), required: true },
        { name: 'code', label: words('code'), required: true },
        { name: 'system', label: words('campus-system') },
        {
          ...{ name: 'unit', label: words('unit_code'), kind: 'unit', required: true },
          start: institution.unit?.id,
          on: (typed) => typed('from'),
        },
        { name: 'from', label: words('campus-from'), kind: 'date' },
        reason(),
      ]}
      inputOf={(typed) => ({
        ...{ id, version, name: typed('name'), code: typed('code'), unit: typed('unit') },
        system: typed('system') || undefined,
        from: typed('from') || undefined,
        reason: typed('reason'),
      })}
      placeOf={(typed) => typed('unit')}
      onSaved={onSaved}
      readAgain={readAgain}
    />
  );
}

type Campus = ShownInstitutionFragment['campuses'][number];

const keyOf = ({ system, code }: Campus) => `${system} ${code}`;

/** Renames or closes a further site of an institution, or mends what is recorded of it. */
export function CampusChangeForm({ institution, onSaved, readAgain }: OfInstitution) {
  const words = useRegisterWords();
  const { reason } = useRecordFields();
  const { campuses } = institution;
  const [first] = campuses;
  const chosen = (typed: Typed) =>
    campuses.find((campus) => keyOf(campus) === typed('campus')) ?? first;
  return (
    <RegisterForm
      title={words('campus-change')}
      lead={() => words('campus-change-lead')}
      label={words('campus-change-save')}
      document={RegisterCampusChangeDocument}
      fields={[
        {
          ...{ name: 'campus', label: words('campus') },
          options: campuses.map((campus) => ({
            value: keyOf(campus),
            label: words('code-of', { code: campus.name, system: campus.code }),
          })),
        },
        {
          ...{ name: 'name', label: words('name'), required: true },
          start: (typed) => chosen(typed)?.name,
        },
        {
          ...{ name: 'unit', label: words('unit_code'), kind: 'unit', required: true },
          start: (typed) => chosen(typed)?.unit?.id,
          on: (typed) => chosen(typed)?.validFrom ?? '',
        },
        {
          ...{ name: 'from', label: words('campus-from'), kind: 'date' },
          start: (typed) => chosen(typed)?.validFrom ?? '',
        },
        {
          ...{ name: 'lastDay', label: words('campus-last-day'), kind: 'date' },
          start: (typed) => chosen(typed)?.validTo ?? '',
        },
        reason(),
      ]}
      inputOf={(typed) => changeOf(institution, chosen(typed), typed)}
      placeOf={(typed) => typed('unit')}
      onSaved={onSaved}
      readAgain={readAgain}
    />
  );
}

/** What is typed otherwise than it is recorded; the rest is left out, and stays. */
function changeOf(
  { id, version }: ShownInstitutionFragment,
  campus: Campus | undefined,
  typed: Typed,
) {
  if (!campus) return null;
  const { system, code, name, unit, validFrom, validTo } = campus;
  const other = (field: string, recorded: string | null | undefined) =>
    typed(field) === (recorded ?? '') ? undefined : typed(field);
  const lastDay = other('lastDay', validTo);
  return {
    ...{ id, version, system, code, reason: typed('reason') },
    name: other('name', name),
    unit: other('unit', unit?.id),
    from: other('from', validFrom) || undefined,
    lastDay: lastDay === '' ? null : lastDay,
  };
}
