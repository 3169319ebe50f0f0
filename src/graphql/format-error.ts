import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.js';
import { timeIsUp } from '../database/time-limit.js';
import { RequestError } from '../shared/errors.js';
import type { Text } from '../shared/text.js';
import { persistedRefusal } from './documents.js';
import { tokenRefusal } from './limits/document-size.js';

export const INTERNAL: Text = {
  vi: 'Hệ thống gặp lỗi không lường trước. Hãy thử lại; nếu vẫn lỗi, hãy báo cho người vận hành kèm thời điểm xảy ra.',
  en: 'Something went wrong on our side. Try again; if it stays, tell the operator when it happened.',
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
        async willSendResponse({ response, errors, contextValue }) {
          if (response.body.kind !== 'single' || !errors) return;
          const { language } = contextValue;
          response.body.singleResult.errors = errors.map((error) =>
            presentError(error, language, logger),
          );
        },
      };
    },
  };
}

export function presentError(
  error: GraphQLError,
  language: keyof Text,
  logger: Logger,
): GraphQLFormattedError {
  const { message, locations, path } = error.toJSON();
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const original =
    tokenRefusal(error.message) ?? persistedRefusal(error.message) ?? error.originalError;
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
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR')
    return { message, ...place, extensions: { code } };
  const late = timeIsUp();
  if (late) return { message: late.text[language], ...place, extensions: { code: late.code } };
  logger.error({ err: original ?? error, path }, 'a request failed');
  return { message: INTERNAL[language], ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

/** PostgreSQL's class 22: a value that no column of the type can hold. */
function isDataException(error: unknown): boolean {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
}
