import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { SECURITY_EVENTS, type SecurityEvent } from '../shared/request-scope.js';

/** What a request came to, as it is counted. */
export interface CountedRequest {
  /** The name of a known document, `other` for another one, or the route of what is not for the graph. */
  operation: string;
  code: string;
  sender: string;
  /** Null for a stream, which is open for hours. */
  seconds: number | null;
}

/** What a value means; with a label there are several, told apart by it. */
export interface Measured {
  name: string;
  help: string;
  label?: string;
  /** Whether it only rises, from the start of the process on. */
  isCounter?: boolean;
}

/** Values by the names of what is measured: one, or one for each value of its label. */
export type Readings = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

/** From a millisecond, an answer from memory, to the limit for a request. */
const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What a hub counts and measures, in the form of Prometheus. Each hub of a process has its own. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #readers: (() => Promise<void>)[] = [];
  readonly #registers = [this.#registry];
  readonly #requests = new Counter({
    name: 'hub_requests_total',
    help: 'Requests that were answered, by document or route, by error code or OK, and by the kind of sender.',
    labelNames: ['operation', 'code', 'sender'],
    registers: this.#registers,
  });
  readonly #seconds = new Histogram({
    name: 'hub_request_duration_seconds',
    help: 'From the arrival of a request until its answer was sent, by document or route.',
    labelNames: ['operation'],
    buckets: SECONDS,
    registers: this.#registers,
  });
  readonly #cache = new Counter({
    name: 'hub_cache_answers_total',
    help: 'Answers that may be kept in memory: hit when one was found there, miss when it had to be made.',
    labelNames: ['result'],
    registers: this.#registers,
  });

  readonly #security = new Counter({
    name: 'hub_security_events_total',
    help: 'Failed sign-ins, lock-outs, refusals and exports of what is not public, by event.',
    labelNames: ['event'],
    registers: this.#registers,
  });

  readonly contentType = this.#registry.contentType;

  constructor() {
    // What was never counted would have no series, and its first time would be no rise.
    for (const event of SECURITY_EVENTS) this.#security.inc({ event }, 0);
  }

  countRequest({ operation, code, sender, seconds }: CountedRequest): void {
    this.#requests.inc({ operation, code, sender });
    if (seconds !== null) this.#seconds.observe({ operation }, seconds);
  }

  countCached(result: 'hit' | 'miss'): void {
    this.#cache.inc({ result });
  }

  countSecurity(event: SecurityEvent): void {
    this.#security.inc({ event });
  }

  /**
   * Values that are read whenever somebody asks.
   * @param read without a value for a name, or when it fails, there is none: what is not known is not 0.
   */
  watch(measured: readonly Measured[], read: () => Readings | Promise<Readings>): void {
    const kept = measured.map(({ name, help, label, isCounter = false }) => {
      const labelNames = label ? [label] : [];
      const options = { name, help, labelNames, registers: this.#registers };
      return { name, label, metric: isCounter ? new Counter(options) : new Gauge(options) };
    });
    this.#readers.push(async () => {
      const found = await Promise.resolve()
        .then(read)
        .catch((): Readings => ({}));
      for (const { name, label, metric } of kept) {
        const value = found[name];
        if (label) metric.reset();
        else metric.remove();
        if (typeof value === 'number') metric.inc(value);
        else if (label && value)
          for (const [of, each] of Object.entries(value)) metric.inc({ [label]: of }, each);
      }
    });
  }

  /** The text that Prometheus reads. */
  async text(): Promise<string> {
    await Promise.all(this.#readers.map((read) => read()));
    return this.#registry.metrics();
  }
}
