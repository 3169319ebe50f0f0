import type { Typed } from '../../components/entry-field';
import {
  RegisterSuccessionDocument,
  type InstitutionSuccessionKind,
} from '../../generated/graphql';
import type { OfInstitution } from './of-institution';
import { oneOf } from './recorded-values';
import { useRecordFields } from './record-fields';
import { RegisterForm } from './register-form';
import { useRegisterWords } from './register.words';

/** How an institution can have to do with another one, as its page asks it. */
const WAYS = ['merged-into', 'took-over', 'split-into', 'split-from'] as const;

const wayOf = (typed: Typed) => oneOf(WAYS, typed('way')) ?? 'merged-into';

/** Whether the institution of the page is what there was before. */
const isPredecessor = (typed: Typed) => ['merged-into', 'split-into'].includes(wayOf(typed));

const kindOf = (typed: Typed): InstitutionSuccessionKind =>
  wayOf(typed).startsWith('split') ? 'SPLIT' : 'MERGED';

/** Records that an institution took over from another: of both, one is that of the page. */
export function SuccessionForm({ institution: { id }, onSaved, readAgain }: OfInstitution) {
  const words = useRegisterWords();
  const { reason } = useRecordFields();
  const other = { kind: 'institution', required: true, closed: true } as const;
  return (
    <RegisterForm
      title={words('succession')}
      lead={() => words('succession-lead')}
      label={words('succession-save')}
      document={RegisterSuccessionDocument}
      fields={[
        {
          name: 'way',
          label: words('succession-way'),
          options: WAYS.map((value) => ({ value, label: words(value) })),
        },
        { ...other, name: 'successor', label: words('successor'), when: isPredecessor },
        {
          ...other,
          name: 'predecessor',
          label: words('predecessor'),
          when: (typed) => !isPredecessor(typed),
        },
        { name: 'effectiveOn', label: words('effective_on'), kind: 'date', required: true },
        { name: 'legalDocument', label: words('optional-document') },
        reason(),
      ]}
      inputOf={(typed) => ({
        predecessor: isPredecessor(typed) ? id : typed('predecessor'),
        successor: isPredecessor(typed) ? typed('successor') : id,
        kind: kindOf(typed),
        effectiveOn: typed('effectiveOn'),
        legalDocument: typed('legalDocument') || undefined,
        reason: typed('reason'),
      })}
      onSaved={onSaved}
      readAgain={readAgain}
    />
  );
}
