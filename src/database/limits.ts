/** How much the hub asks of its database, and how long it waits for it: times in milliseconds. */
export interface DatabaseLimits {
  /** The most connections. */
  connections: number;
  /** For a connection to be made. */
  connect: number;
  /** For a free connection and for a lock; twice as long for a turn to write, which takes nobody's place. */
  wait: number;
  /** How long a statement may have no answer before it is found out whether the database works on it. */
  silence: number;
  /** From how long on a statement is told as slow; 0 for never. */
  slow: number;
}

/** Of the hub: a request has ten seconds, and is to be told what it waited for. */
export const HUB_LIMITS: DatabaseLimits = {
  connections: 16,
  connect: 3000,
  wait: 3000,
  silence: 3000,
  slow: 1000,
};

/** Of a command: whoever calls it waits for what the hub is doing. */
export const COMMAND_LIMITS: DatabaseLimits = { ...HUB_LIMITS, wait: 60_000 };
