import { enumeration, type NameOf } from '../shared/enumeration.js';

export const Role = enumeration('OPERATOR', 'PLANNER', 'REVIEWER', 'SCHOOL_ADMIN');
export type Role = NameOf<typeof Role>;

/** Whether an account can sign in. */
export const AccountState = enumeration('INVITED', 'ACTIVE', 'DISABLED');
export type AccountState = NameOf<typeof AccountState>;

/** What a one-time code is for. */
export const CodePurpose = enumeration('INVITATION', 'PASSWORD_RESET');
export type CodePurpose = NameOf<typeof CodePurpose>;
