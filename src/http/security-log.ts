import type { FastifyRequest } from 'fastify';
import type { BaseLogger } from 'pino';
import type { Metrics } from '../health/metrics.js';
import type { SecurityDetails, SecurityEvent } from '../shared/request-scope.js';

/** How many lines of one event the log gets in a minute, so that nobody fills the disk with them. */
const LINES_A_MINUTE = 60;

const MINUTE = 60_000;

/** What refusals are told as; of all others the metrics have the numbers. */
const REFUSALS: Readonly<Record<string, SecurityEvent>> = {
  FORBIDDEN: 'access-refused',
  METRICS_FORBIDDEN: 'access-refused',
  METRICS_TOKEN_WRONG: 'access-refused',
  TOO_MANY_SIGN_INS: 'sign-ins-limited',
  KEY_UNKNOWN: 'key-refused',
  KEY_REVOKED: 'key-refused',
  KEY_EXPIRED: 'key-refused',
  KEY_REPLACED: 'key-refused',
  KEY_READ_ONLY: 'key-misused',
  KEY_SCOPE_MISSING: 'key-misused',
};

interface Lines {
  since: number;
  told: number;
  leftOut: number;
}

/** Writes security events to the log, all in one shape, and counts them. */
export class SecurityLog {
  readonly #lines = new Map<SecurityEvent, Lines>();

  constructor(
    private readonly metrics: Pick<Metrics, 'countSecurity'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  tell(request: FastifyRequest, event: SecurityEvent, details: SecurityDetails = {}): void {
    this.metrics.countSecurity(event);
    const leftOut = this.#turnOf(event);
    if (leftOut === null) return;
    const { address, account } = request;
    request.log.warn(
      { event, address, account, ...details, ...(leftOut > 0 && { leftOut }) },
      'security',
    );
  }

  /** What the hub found by itself, without a request. */
  tellOfHub(logger: BaseLogger, event: SecurityEvent, details: SecurityDetails): void {
    this.metrics.countSecurity(event);
    logger.warn({ event, ...details }, 'security');
  }

  /** A request was answered with an error. */
  noteRefusal(request: FastifyRequest, code: string, operation: string): void {
    const event = REFUSALS[code];
    if (event) this.tell(request, event, { code, operation });
  }

  /** How many lines were left out before this one; null when it is to be left out as well. */
  #turnOf(event: SecurityEvent): number | null {
    const now = this.now();
    const lines = this.#lines.get(event);
    if (!lines || now - lines.since >= MINUTE) {
      this.#lines.set(event, { since: now, told: 1, leftOut: 0 });
      return lines?.leftOut ?? 0;
    }
    if (lines.told < LINES_A_MINUTE) {
      lines.told += 1;
      return 0;
    }
    lines.leftOut += 1;
    return null;
  }
}
