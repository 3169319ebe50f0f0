import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

/** A breaking change that is meant, with the reason: one line, `TYPE Description # reason`. */
export interface AllowedChange {
  change: string;
  reason: string;
}

export interface GateResult {
  /** Breaking changes that nobody has allowed. */
  refused: string[];
  /** Changes that clients may notice; printed only. */
  dangerous: string[];
  /** Allowances that no change needs any more. */
  unused: string[];
}

/**
 * Holds a graph against the last one that was released.
 * @param released the text of the released graph.
 * @param current the text of the graph as it is now.
 */
export function compareGraphs(
  released: string,
  current: string,
  allowed: readonly AllowedChange[],
): GateResult {
  const before = buildSchema(released);
  const after = buildSchema(current);
  const named = ({ type, description }: { type: string; description: string }) =>
    `${type} ${description}`;
  const breaking = findBreakingChanges(before, after).map(named);
  return {
    refused: breaking.filter((change) => !allowed.some((each) => each.change === change)),
    dangerous: findDangerousChanges(before, after).map(named),
    unused: allowed.map(({ change }) => change).filter((change) => !breaking.includes(change)),
  };
}

/**
 * Reads the list of allowed breaking changes; empty lines and lines that begin with # say nothing.
 * @throws Error naming a line without a reason.
 */
export function parseAllowedChanges(text: string): AllowedChange[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [change = '', reason = ''] = line.split(' # ').map((part) => part.trim());
    if (reason === '')
      throw new Error(`line ${index + 1} gives no reason; write “CHANGE # reason”`);
    return [{ change, reason }];
  });
}
