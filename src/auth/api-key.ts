import { enumeration, type NameOf } from '../shared/enumeration.js';

/** What a key may be used for. There is none for writing or for what the public does not see. */
export const ApiKeyScope = enumeration('READ_PUBLIC', 'READ_EXPORTS');
export type ApiKeyScope = NameOf<typeof ApiKeyScope>;

/** The key that a request was sent with: it tells programs apart, and is no viewer. */
export interface ApiKeyIdentity {
  id: number;
  name: string;
  scopes: readonly ApiKeyScope[];
}
