import { useState } from 'react';
import type { Field, Typed } from '../../components/entry-field';
import {
  RegisterCreateDocument,
  type EducationLevel,
  type InstitutionCreateInput,
  type InstitutionKind,
} from '../../generated/graphql';
import { INSTITUTION_KINDS, LEVELS, OWNERSHIPS, SOURCE_STATUSES } from '../../shared/lists';
import { useRecordFields } from './record-fields';
import { oneOf, someOf } from './recorded-values';
import { RegisterForm, type Recorded } from './register-form';
import { SPECIAL_STATUSES, useRegisterWords } from './register.words';

/** What most institutions of a kind teach; those of other kinds differ. */
const LEVEL_OF: Partial<Record<InstitutionKind, EducationLevel>> = {
  PRESCHOOL: 'PRESCHOOL',
  PRIMARY_SCHOOL: 'PRIMARY',
  LOWER_SECONDARY_SCHOOL: 'LOWER_SECONDARY',
  UPPER_SECONDARY_SCHOOL: 'UPPER_SECONDARY',
  CONTINUING_EDUCATION_CENTRE: 'CONTINUING',
  VOCATIONAL_CENTRE: 'VOCATIONAL',
  VOCATIONAL_SECONDARY_SCHOOL: 'VOCATIONAL',
  COLLEGE: 'COLLEGE',
  UNIVERSITY: 'UNIVERSITY',
};

const kindOf = (typed: Typed) => oneOf(INSTITUTION_KINDS, typed('kind'));

/** Adds an institution to the register. */
export default function CreateForm({
  unit,
  onSaved,
}: {
  /** The id of the unit that is looked at; null for none. */
  unit: string | null;
  onSaved: (institution: Recorded) => void;
}) {
  const words = useRegisterWords();
  const { attributes, sourceStatus, reason } = useRecordFields();
  const [asks, setAsks] = useState(false);
  const doubt: Field = {
    name: 'acceptLikelyDuplicate',
    label: words('another-one'),
    kind: 'ticks',
    options: [{ value: 'yes', label: words('is-another') }],
  };
  return (
    <RegisterForm
      title={words('create')}
      order={2}
      lead={() => words('create-lead')}
      label={words('create-save')}
      document={RegisterCreateDocument}
      fields={[
        ...attributes({
          unit: unit ?? undefined,
          on: (typed) => typed('openedOn'),
          levels(typed) {
            const kind = kindOf(typed);
            return kind && LEVEL_OF[kind];
          },
        }),
        { name: 'system', label: words('system'), start: 'MOET' },
        { name: 'code', label: words('optional-code') },
        { name: 'openedOn', label: words('optional-opened'), kind: 'date' },
        sourceStatus(),
        reason(),
        ...(asks ? [doubt] : []),
      ]}
      inputOf={newOf}
      placeOf={(typed) => typed('unit')}
      onRefused={(codes) => setAsks((before) => before || codes.includes('LIKELY_DUPLICATE'))}
      onSaved={onSaved}
    />
  );
}

/** What is typed; null while it is not chosen what it is. */
function newOf(typed: Typed): InstitutionCreateInput | null {
  const kind = kindOf(typed);
  const ownership = oneOf(OWNERSHIPS, typed('ownership'));
  const code = typed('code');
  if (!kind || !ownership) return null;
  return {
    kind,
    ownership,
    name: typed('name'),
    levels: someOf(LEVELS, typed('levels'), ','),
    specialStatus: oneOf(SPECIAL_STATUSES, typed('specialStatus')),
    unit: typed('unit'),
    openedOn: typed('openedOn') || undefined,
    // The system is of the code, and without one there is none.
    system: (code && typed('system')) || undefined,
    code: code || undefined,
    sourceStatus: oneOf(SOURCE_STATUSES, typed('sourceStatus')),
    reason: typed('reason'),
    acceptLikelyDuplicate: typed('acceptLikelyDuplicate') === 'yes',
  };
}
