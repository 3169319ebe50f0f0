import type { LoggedError } from '../health/last-errors.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';

export const HubQueueName = enumeration('PUBLICATIONS', 'WEBHOOKS', 'MAILS', 'IMPORT_JOBS');
export type HubQueueName = NameOf<typeof HubQueueName>;

/** What failed last in a queue. */
export interface FailureFacts {
  at: Date;
  what: string;
  reason: string | null;
}

/** What waits in a queue, and what was given up. */
export interface QueueFacts {
  queue: HubQueueName;
  waiting: number;
  failed: number;
  lastFailure: FailureFacts | null;
}

export interface DatabaseFacts {
  version: string;
  migration: string;
  megabytes: number;
  connections: number;
  mostConnections: number;
  lockWaits: number;
}

export interface DiskFacts {
  freeMegabytes: number;
  reserveMegabytes: number;
}

export interface ScannerFacts {
  isReachable: boolean;
  notExamined: number;
}

/** A file of evidence that is in quarantine. */
export interface WithheldFacts {
  sha256: string;
  name: string;
  institution: string;
  virus: string;
  examinedAt: Date;
}

/** How a hub is. */
export interface HealthFacts {
  version: string;
  startedAt: Date;
  problems: string[];
  warnings: string[];
  database: DatabaseFacts;
  disk: DiskFacts | null;
  queues: QueueFacts[];
  virusScanner: ScannerFacts | null;
  withheldFiles: WithheldFacts[];
  errors: LoggedError[];
}
