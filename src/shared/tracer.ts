import { SpanStatusCode, trace, type Span } from '@opentelemetry/api';

/** Tells what the hub does and how long it takes; to nobody unless `start/traces.ts` has found somebody. */
export const tracer = trace.getTracer('edu-dx-hub');

/** Does work as a part of what is being traced; statements of the database become parts of it. */
export function traced<Result>(
  name: string,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The trace in which something happens; null outside of one, or when it is not kept. */
export function traceId(): string | null {
  const span = trace.getActiveSpan();
  return span?.isRecording() ? span.spanContext().traceId : null;
}
