import type { FastifyRequest } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config.js';
import { LastErrors } from '../health/last-errors.js';
import { propertyOf } from '../shared/errors.js';
import { requestScope } from '../shared/request-scope.js';
import { withoutSecrets } from '../shared/secrets.js';
import { traceId } from '../shared/tracer.js';

/**
 * Logs go to standard error, so that standard output stays for people. They contain no secrets: only
 * the route of a request, only the common fields of an error, and no text that looks like a secret.
 * @param errors notes the last errors.
 */
export function createLogger(
  config: { logLevel: Config['logLevel'] | 'trace' },
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
  errors = new LastErrors(),
): Logger {
  return pino(
    {
      level: config.logLevel,
      serializers: { req: requestInLog, err: errorInLog },
      mixin: (_line, _level, logger) => {
        const id = traceId();
        return { ...requestIdFor(logger), ...(id !== null && { traceId: id }) };
      },
      hooks: {
        streamWrite: (line) => {
          const written = withoutSecrets(line);
          errors.note(written);
          return written;
        },
      },
    },
    destination,
  );
}

/** In every line that is about a request; the loggers of requests have it already. */
function requestIdFor(logger: Pick<Logger, 'bindings'>): object {
  const scope = requestScope();
  return scope && !('requestId' in logger.bindings()) ? { requestId: scope.id } : {};
}

/** Only the route, because the path holds the tokens of uploads, and queries with their variables. */
function requestInLog({ method, routeOptions, ip }: FastifyRequest): object {
  return { method, route: routeOptions?.url ?? null, remoteAddress: ip };
}

const DEPTH = 4;

/**
 * Only the fields of every error. Others may hold anything: rows of the database, the bytes of a
 * request, a whole connection with its password.
 */
function errorInLog(error: unknown, depth = DEPTH): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = propertyOf(error, 'code');
  return {
    type: name,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    message,
    stack,
    ...(error instanceof AggregateError && {
      errors: error.errors.map((each) => errorInLog(each, 0)),
    }),
    ...(cause !== undefined && depth > 0 && { cause: errorInLog(cause, depth - 1) }),
  };
}
