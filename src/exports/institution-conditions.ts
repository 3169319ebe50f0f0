import type { InstitutionConditions } from '../institutions/institution.queries.js';
import { InstitutionGroup, InstitutionKind, Ownership } from '../vocabulary/institution.enums.js';

/** Which institutions a file has; what is left out or null does not limit it. */
export type WantedInstitutions = Omit<InstitutionConditions, 'on'>;

/** The parameters that say it, as the filters of the graph are called. */
export const INSTITUTION_PARAMETERS = [
  'institutionKind',
  'group',
  'ownership',
  'settled',
  'search',
  'includeClosed',
] as const;

const TRUTH = { true: 'true', false: 'false' } as const;

/** How a parameter is read: as a text, or as one of some names. */
interface Reader {
  text: (name: string) => string | null;
  oneOf: <Name extends string>(name: string, names: Record<Name, Name>) => Name | null;
}

export function wantedInstitutions({ text, oneOf }: Reader): WantedInstitutions {
  const kind = oneOf('institutionKind', InstitutionKind);
  const settled = oneOf('settled', TRUTH);
  return {
    kinds: kind && [kind],
    group: oneOf('group', InstitutionGroup),
    ownership: oneOf('ownership', Ownership),
    settled: settled && settled === 'true',
    search: text('search'),
    includeClosed: oneOf('includeClosed', TRUTH) === 'true',
  };
}
