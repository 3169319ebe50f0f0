import { enumeration, type NameOf } from '../shared/enumeration.js';
import type { Text } from '../shared/text.js';

export const Role = enumeration('OPERATOR', 'PLANNER', 'REVIEWER', 'SCHOOL_ADMIN');
export type Role = NameOf<typeof Role>;

export const ROLE_LABELS: Record<Role, Text> = {
  OPERATOR: { vi: 'Người vận hành', en: 'Operator' },
  PLANNER: { vi: 'Người lập kế hoạch', en: 'Planner' },
  REVIEWER: { vi: 'Người duyệt', en: 'Reviewer' },
  SCHOOL_ADMIN: { vi: 'Quản trị trường', en: 'School administrator' },
};

/** Whether an account can sign in. */
export const AccountState = enumeration('INVITED', 'ACTIVE', 'DISABLED');
export type AccountState = NameOf<typeof AccountState>;

/** What a one-time code is for. */
export const CodePurpose = enumeration('INVITATION', 'PASSWORD_RESET');
export type CodePurpose = NameOf<typeof CodePurpose>;
