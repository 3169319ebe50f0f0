import type { UnitKind } from '../generated/graphql';
import { addressOf } from '../shared/address';
import { codeOf, type Line } from './line';

/** The page of what would bring a unit to the target of a line, of what has changed in it, or its map. */
export const lineAddress = (
  path: '/target' | '/changes' | '/map',
  line: Line,
  { code, kind }: { code: string; kind: UnitKind },
  seen: { from?: string; on?: string | null; basis?: string | null } = {},
): string => addressOf(path, { unit: code, kind, ...seen, of: line.group, in: codeOf(line) });
