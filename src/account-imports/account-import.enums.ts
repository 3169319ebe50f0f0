import { enumeration, type NameOf } from '../shared/enumeration.js';

/** How the owners of new accounts are invited. */
export const InvitationWay = enumeration('MAIL', 'LETTER', 'NONE');
export type InvitationWay = NameOf<typeof InvitationWay>;
