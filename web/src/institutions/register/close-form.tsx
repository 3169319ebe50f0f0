import { useState } from 'react';
import type { Field } from '../../components/entry-field';
import { RegisterCloseDocument } from '../../generated/graphql';
import type { OfInstitution } from './of-institution';
import { useRecordFields } from './record-fields';
import { RegisterForm } from './register-form';
import { useRegisterWords } from './register.words';

/** Closes an institution with its last day, or gives a closed one another last day. */
export function CloseForm({ institution, onSaved, readAgain }: OfInstitution) {
  const words = useRegisterWords();
  const { reason } = useRecordFields();
  const [asks, setAsks] = useState(false);
  const { id, version, closedOn } = institution;
  const doubt: Field = {
    name: 'acceptOpenReports',
    label: words('open-reports'),
    kind: 'ticks',
    options: [{ value: 'yes', label: words('close-anyway') }],
  };
  return (
    <RegisterForm
      title={words(closedOn ? 'close-mend' : 'close')}
      lead={() => words('close-lead')}
      label={words(closedOn ? 'close-mend-save' : 'close-save')}
      document={RegisterCloseDocument}
      fields={[
        {
          name: 'lastDay',
          label: words('closed_on'),
          kind: 'date',
          required: true,
          start: closedOn ?? '',
        },
        reason(),
        ...(asks ? [doubt] : []),
      ]}
      inputOf={(typed) => ({
        id,
        version,
        lastDay: typed('lastDay'),
        reason: typed('reason'),
        acceptOpenReports: typed('acceptOpenReports') === 'yes',
      })}
      onRefused={(codes) => setAsks((before) => before || codes.includes('REPORTS_OPEN'))}
      onSaved={onSaved}
      readAgain={readAgain}
    />
  );
}
