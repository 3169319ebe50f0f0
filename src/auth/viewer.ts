import type { LocalDate } from '../shared/dates.js';

export interface ViewerGrant {
  id: number;
  role: string;
  unitId: number | null;
  /**
   * The unit and all units that it took over whole, directly or indirectly. The grant holds for
   * these too.
   */
  unitIds: readonly number[];
  institutionId: number | null;
  kinds: readonly string[] | null;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** The signed-in account; anonymous requests have no viewer. */
export interface Viewer {
  accountId: number;
  name: string;
  email: string | null;
  /** The e-mail or the name to sign in with; null where the issuer knows the person. */
  signInName: string | null;
  /** The family of sessions of this sign-in; null for a token of another issuer. */
  family: string | null;
  /** Whether an operator set the password, so that nothing may be done until it is changed. */
  passwordChangeRequired: boolean;
  /**
   * Whether the hub asks for a second factor that has not been set up, so that nothing may be done until it
   * is.
   */
  secondFactorRequired: boolean;
  /** The grants that hold today. */
  granted: readonly ViewerGrant[];
  /** What the viewer may do now: nothing while one of the two has to be done. */
  grants: readonly ViewerGrant[];
}
