import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { Response } from 'graphql-sse';
import type { Logger } from 'pino';
import { TimeIsUp } from '../database/time-limit.js';
import { refusal as refusedAs, refusalByDatabase } from '../request/refusal.js';
import { errorFrom } from '../shared/errors.js';
import type { Language, Text } from '../shared/text.js';
import type { AskedToRun } from './admission.js';
import { presentError } from './format-error.js';
import { RefusedError } from './refused.js';

interface Asked {
  schema: GraphQLSchema;
  operationName: string | null;
  variables: Record<string, unknown>;
}

/** @throws GraphQLError unless the document is one subscription that fits the graph. */
export function readSubscription(
  query: string,
  { schema, operationName, variables }: Asked,
  maxTokens: number,
  language: Language,
): AskedToRun {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
  const [problem] = validate(schema, document);
  if (problem) throw coded(problem, 'GRAPHQL_VALIDATION_FAILED');
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
    throw coded(new GraphQLError(STREAM_ONLY[language]), 'STREAM_ONLY');
  return { schema, document, operation, variables };
}

/** @throws GraphQLError for the first variable that does not fit. */
export function checkVariables({ schema, operation, variables }: AskedToRun): void {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const [first] = errors ?? [];
  if (first) throw coded(first, 'BAD_USER_INPUT');
}

function coded({ message, nodes, source, positions }: GraphQLError, code: string) {
  const extensions = { code, http: { status: 400 } };
  return new GraphQLError(message, { nodes, source, positions, extensions });
}

export function asError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof RefusedError) return refusedAs(error, error.status, error.headers);
  const away = refusalByDatabase(error);
  if (away) return away;
  const extensions = { http: { status: error instanceof TimeIsUp ? 504 : 500 } };
  return new GraphQLError('', { originalError: errorFrom(error), extensions });
}

export function refusal(error: GraphQLError, language: Language, logger: Logger): Response {
  const { status, headers } = error.extensions['http'] as {
    status: number;
    headers?: Map<string, string>;
  };
  return [
    JSON.stringify({ errors: [presentError(error, language, logger)] }),
    {
      status,
      statusText: '',
      headers: {
        ...Object.fromEntries(headers ?? []),
        'cache-control': 'no-store',
        'content-type': 'application/json; charset=utf-8',
      },
    },
  ];
}

const STREAM_ONLY: Text = {
  vi: 'Địa chỉ này chỉ nhận subscription; hãy gửi query và mutation tới /graphql.',
  en: 'This address takes subscriptions only; send queries and mutations to /graphql.',
};
