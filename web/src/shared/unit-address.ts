import type { UnitKind } from '../generated/graphql';
import { addressOf } from './address';

/** The overview of a unit; one that has ended is found on a day when it was. */
export const unitAddress = (
  { code, kind }: { code: string; kind: UnitKind },
  on?: string | null,
): string => addressOf('/', { unit: code, kind, on });
