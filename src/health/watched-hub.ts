import type { VirusScanner } from '../file-checks/virus-scanner.js';
import type { DiskSpace } from './disk-space.js';
import type { LastErrors } from './last-errors.js';
import type { Readiness } from './readiness.js';

/** What a hub knows of itself, for those who look after it. */
export interface WatchedHub {
  startedAt: Date;
  readiness: Readiness;
  /** Null when it is not watched. */
  disk: DiskSpace | null;
  errors: LastErrors;
  /** Null when the hub has none. */
  scanner: VirusScanner | null;
}
