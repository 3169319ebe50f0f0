import type { ApolloServerPlugin, HTTPGraphQLHead } from '@apollo/server';
import {
  GraphQLError,
  OperationTypeNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from 'graphql';
import type { Logger } from 'pino';
import { refusalIn, type DatabaseRefusalError } from '../database/refusals.js';
import { tellRefusal } from '../database/tell-refusal.js';
import { hasCommitted, timeIsUp } from '../database/time-limit.js';
import type { Context } from '../request/context.js';
import { INTERNAL, propertyOf, RequestError } from '../shared/errors.js';
import { requestScope } from '../shared/request-scope.js';
import type { Text } from '../shared/text.js';
import { persistedRefusal } from './documents.js';
import { tokenRefusal } from './limits/document-size.js';
import { masked } from './refused.js';

/** The database was away, or busy, when something of the request had been committed. */
const COMMITTED_BEFORE: Text = {
  vi: 'Cơ sở dữ liệu không trả lời kịp sau khi một phần của yêu cầu đã được ghi; phần đã ghi vẫn còn. Hãy gửi lại với cùng idempotencyKey để nhận câu trả lời, hoặc xem lại dữ liệu.',
  en: 'The database did not answer in time after something of the request had been committed, and that stays. Send it again with the same idempotencyKey for the answer, or look at the data.',
};

const UNSTORABLE: Text = {
  vi: 'Một giá trị có ký tự hoặc con số không thể lưu trữ. Hãy kiểm tra lại các tham số.',
  en: 'A value has a character or a number that cannot be stored. Check the arguments.',
};

/**
 * Gives every error its documented code and its sentence in the language of the request. Errors
 * that are neither a mistake of the client nor an error of GraphQL itself are bugs: they are logged
 * and masked.
 */
export function errorPlugin(logger: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, errors, contextValue, operation }) {
          if (response.body.kind !== 'single' || !errors) return;
          const { language } = contextValue;
          const refusal = errors.map((error) => refusalIn(error.originalError)).find(Boolean);
          const { data } = response.body.singleResult;
          if (refusal && isWorthSendingAgain(operation, data))
            unavailableFor(refusal, response.http);
          const presented = errors.map((error) => presentError(error, language, logger));
          response.body.singleResult.errors = presented;
          if (contextValue.exchange)
            contextValue.exchange.request.outcome = String(presented[0]?.extensions?.['code']);
        },
      };
    },
  };
}

/** A query that lacks something changes nothing when it is sent again; nor does an answer without any data. */
function isWorthSendingAgain(
  operation: OperationDefinitionNode | undefined,
  data: Record<string, unknown> | null | undefined,
): boolean {
  if (hasCommitted()) return false;
  return (
    operation?.operation === OperationTypeNode.QUERY ||
    Object.values(data ?? {}).every((value) => value === null)
  );
}

function unavailableFor({ retryAfter }: DatabaseRefusalError, http: HTTPGraphQLHead): void {
  if (retryAfter === null) return;
  http.status = 503;
  http.headers.set('retry-after', String(retryAfter));
}

export function presentError(
  error: GraphQLError,
  language: keyof Text,
  logger: Logger,
): GraphQLFormattedError {
  const { message, locations, path } = error.toJSON();
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const original =
    tokenRefusal(error.message) ?? persistedRefusal(error.message) ?? originalOf(error);
  const refusal = refusalIn(original);
  if (refusal) {
    tellRefusal(logger, refusal);
    const text = hasCommitted() ? COMMITTED_BEFORE : refusal.text;
    return { message: text[language], ...place, extensions: { code: refusal.code } };
  }
  if (original instanceof RequestError)
    return {
      message: original.text[language],
      ...place,
      extensions: { code: original.code, ...original.details },
    };
  if (isDataException(original))
    return { message: UNSTORABLE[language], ...place, extensions: { code: 'BAD_USER_INPUT' } };
  const code = error.extensions['code'];
  // GraphQL's own errors about the document or the variables; all others were thrown by the hub.
  if (typeof code === 'string' && code !== INTERNAL)
    return { message, ...place, extensions: { code } };
  const late = timeIsUp();
  if (late) return { message: late.text[language], ...place, extensions: { code: late.code } };
  logger.error({ err: original ?? error, path }, 'a request failed');
  const { text, details } = masked(requestScope()?.id ?? null);
  return { message: text[language], ...place, extensions: { code: INTERNAL, ...details } };
}

/** What was thrown; a resolver that refuses with a status throws it inside an error of GraphQL. */
function originalOf({ originalError }: GraphQLError): Error | undefined {
  return originalError instanceof GraphQLError
    ? (originalError.originalError ?? originalError)
    : originalError;
}

/** PostgreSQL's class 22: a value that no column of the type can hold. */
function isDataException(error: unknown): boolean {
  const code = propertyOf(error, 'code');
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
}
