import { RegisterReopenDocument } from '../../generated/graphql';
import type { OfInstitution } from './of-institution';
import { useRecordFields } from './record-fields';
import { RegisterForm } from './register-form';
import { useRegisterWords } from './register.words';

/** Takes the closing back. */
export function ReopenForm({ institution: { id, version }, onSaved, readAgain }: OfInstitution) {
  const words = useRegisterWords();
  const { reason } = useRecordFields();
  return (
    <RegisterForm
      title={words('reopen')}
      lead={() => words('reopen-lead')}
      label={words('reopen-save')}
      document={RegisterReopenDocument}
      fields={[reason()]}
      inputOf={(typed) => ({ id, version, reason: typed('reason') })}
      onSaved={onSaved}
      readAgain={readAgain}
    />
  );
}
