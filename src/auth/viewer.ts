import type { LocalDate } from '../shared/dates.js';

/** A role of the viewer that holds today, and where. */
export interface ViewerGrant {
  id: number;
  role: string;
  unitId: number | null;
  /** The unit and every unit that it took over whole, directly or not: those it speaks for. */
  unitIds: readonly number[];
  institutionId: number | null;
  kinds: readonly string[] | null;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** Who is asking, signed in; anonymous requests have no viewer. */
export interface Viewer {
  accountId: number;
  name: string;
  email: string | null;
  /** The family of sessions of this sign-in; null for a token of another issuer. */
  family: string | null;
  grants: readonly ViewerGrant[];
}
