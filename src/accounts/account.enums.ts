import { enumeration, type NameOf } from '../shared/enumeration.js';

export const Role = enumeration('OPERATOR', 'PLANNER', 'REVIEWER', 'SCHOOL_ADMIN');
export type Role = NameOf<typeof Role>;
