import { RegisterCodeAddDocument } from '../../generated/graphql';
import type { OfInstitution } from './of-institution';
import { useRecordFields } from './record-fields';
import { RegisterForm } from './register-form';
import { useRegisterWords } from './register.words';

/** Gives an institution a code, beside those that it has or in the place of one. */
export function CodeForm({ institution, onSaved, readAgain }: OfInstitution) {
  const words = useRegisterWords();
  const { reason } = useRecordFields();
  const { id, version, codes } = institution;
  const present = codes.filter(({ validTo }) => validTo === null);
  return (
    <RegisterForm
      title={words('add-code')}
      lead={(typed) => words(typed('replaces') ? 'replaced-lead' : 'beside-lead')}
      label={words('add-code-save')}
      document={RegisterCodeAddDocument}
      fields={[
        { name: 'code', label: words('code'), required: true },
        { name: 'system', label: words('system'), required: true, start: 'MOET' },
        {
          name: 'replaces',
          label: words('replaces'),
          options: [
            { value: '', label: words('replaces-none') },
            ...present.map(({ code, system }) => ({
              value: code,
              label: words('code-of', { code, system }),
            })),
          ],
        },
        { name: 'from', label: words('code_from'), kind: 'date' },
        reason(),
      ]}
      inputOf={(typed) => ({
        id,
        version,
        system: typed('system'),
        code: typed('code'),
        from: typed('from') || undefined,
        replaces: typed('replaces') || undefined,
        reason: typed('reason'),
      })}
      onSaved={onSaved}
      readAgain={readAgain}
    />
  );
}
