import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { tracer } from '../shared/tracer.js';

/** What is told of a statement, without the values in it. */
export interface ToldStatement {
  /** SLOW took long, LOCKED waited for a lock in vain. */
  kind: 'SLOW' | 'LOCKED';
  statement: string;
  milliseconds: number;
}

/** The code of a lock that did not come in time. */
export const LOCK_NOT_AVAILABLE = '55P03';

/** Longer ones are cut. */
const LONGEST = 1000;

/** Sees which statements take long, and which wait for a lock in vain. */
export class StatementWatch {
  slow = 0;
  locked = 0;

  /** @param limit in milliseconds; 0 for none. */
  constructor(
    private readonly limit: number,
    private readonly tell: (told: ToldStatement) => void,
  ) {}

  /**
   * A statement has ended.
   * @param since when it began, as `performance.now()` said.
   * @param state the code of PostgreSQL with which it failed; null when it did not.
   */
  ended(text: string, since: number, state: string | null): void {
    traceStatement(text, since, state);
    const isLocked = state === LOCK_NOT_AVAILABLE;
    const milliseconds = performance.now() - since;
    const isSlow = this.limit > 0 && milliseconds >= this.limit;
    if (!isLocked && !isSlow) return;
    if (isLocked) this.locked += 1;
    else this.slow += 1;
    this.tell({
      kind: isLocked ? 'LOCKED' : 'SLOW',
      statement: withoutValues(text),
      milliseconds: Math.round(milliseconds),
    });
  }
}

/** A statement as it is written for any values; most have theirs beside the text. */
export function withoutValues(text: string): string {
  return text
    .replace(/'(?:[^']|'')*'/g, '?')
    .replace(/(?<![\w$."])\d+(?:\.\d+)?\b/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}

/** Of what is traced it is a part; what the hub does by itself is not traced. */
function traceStatement(text: string, since: number, state: string | null): void {
  if (!trace.getActiveSpan()?.isRecording()) return;
  const statement = withoutValues(text);
  const [operation = ''] = statement.split(/[\s;]/, 1);
  const span = tracer.startSpan(operation, {
    kind: SpanKind.CLIENT,
    startTime: performance.timeOrigin + since,
    attributes: { 'db.system.name': 'postgresql', 'db.query.text': statement },
  });
  if (state !== null)
    span.setAttribute('db.response.status_code', state).setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
