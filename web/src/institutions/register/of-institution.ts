import type { ShownInstitutionFragment } from '../../generated/graphql';
import type { Recorded } from './register-form';

/** An institution, what to do when something of it was saved, and how to read it again. */
export interface OfInstitution {
  institution: ShownInstitutionFragment;
  onSaved: (institution: Recorded) => void;
  readAgain: () => void;
}
