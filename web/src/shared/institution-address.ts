import { addressOf } from './address';

/**
 * The page of an institution: its code is there to be read, and its id leads to it also when the code
 * was given to another one later.
 */
export const institutionAddress = (
  { code, id }: { code: string; id: string },
  on?: string | null,
): string => addressOf(`/institutions/${encodeURIComponent(code)}`, { id, on });
