import { enumeration, type NameOf } from '../shared/enumeration.js';

/** What a file holds that its reader should know of before opening it. */
export const FileFinding = enumeration(
  'SCRIPT',
  'LAUNCH',
  'EMBEDDED_FILE',
  'NOT_READABLE',
  'REFUSED_TODAY',
);
export type FileFinding = NameOf<typeof FileFinding>;
