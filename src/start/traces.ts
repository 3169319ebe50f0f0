import type { SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { Logger } from 'pino';

/** How long the last spans may take when the hub stops, in milliseconds. */
const GOODBYE = 2000;

/**
 * Sends traces by OTLP to where the settings of OpenTelemetry (`OTEL_…`) say, in the background; nothing waits for it
 * but the end of the hub, for two seconds. Its packages are loaded only here.
 * @returns what sends the rest.
 */
export async function startTraces(
  logger: Pick<Logger, 'warn' | 'info'>,
): Promise<() => Promise<void>> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const { detectResources, envDetector, resourceFromAttributes } = resources;
  const named = resourceFromAttributes({ 'service.name': 'edu-dx-hub' });
  const provider = new NodeTracerProvider({
    resource: named.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(toldOf(new OTLPTraceExporter(), logger))],
  });
  provider.register();
  return async () => {
    const late = new Promise<void>((resolve) => setTimeout(resolve, GOODBYE).unref());
    await Promise.race([provider.shutdown().catch(() => undefined), late]);
  };
}

/** Says once that spans are lost, and once that they arrive again. */
function toldOf(exporter: SpanExporter, logger: Pick<Logger, 'warn' | 'info'>): SpanExporter {
  let isLosing = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        // As OpenTelemetry numbers them: 0 is a success.
        const isLost = Number(result.code) !== 0;
        if (isLost && !isLosing)
          logger.warn(
            { err: result.error },
            'traces cannot be sent and are lost until they can; OTEL_EXPORTER_OTLP_ENDPOINT says where',
          );
        if (!isLost && isLosing) logger.info('traces are sent again');
        isLosing = isLost;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
