import { enumeration, type NameOf } from '../shared/enumeration.js';

/** No scope allows a change, or reading data that is not public. */
export const ApiKeyScope = enumeration('READ_PUBLIC', 'READ_EXPORTS');
export type ApiKeyScope = NameOf<typeof ApiKeyScope>;

/** The key of a request. It identifies a program and is not a viewer. */
export interface ApiKeyIdentity {
  id: number;
  name: string;
  scopes: readonly ApiKeyScope[];
}
