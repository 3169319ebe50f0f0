import type { ApolloServerPlugin } from '@apollo/server';
import {
  getVariableValues,
  GraphQLError,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireReading } from '../auth/reading.js';
import { refusalIn } from '../database/refusals.js';
import { endWhen } from '../database/time-limit.js';
import { readOnStandby, type Context } from '../request/context.js';
import { refusal } from '../request/refusal.js';
import type { RequestHub } from '../request/request-context.js';
import type { SharedReads } from '../reads/batch.js';
import { RequestError } from '../shared/errors.js';
import type { Text } from '../shared/text.js';
import { requireAccess } from './access-gate.js';
import { checkArguments } from './limits/argument-size.js';
import { checkCost, costOf } from './limits/cost.js';
import { checkSize, sizeOf } from './limits/document-size.js';
import type { Limits } from './limits/limits.js';
import { chargedTo, rateLimitHeaders, tellCharge, type RateLimits } from './limits/rate-limits.js';
import { secondsOf, TooOften } from './limits/too-often.js';

export interface Admission {
  rates: RateLimits;
  limits: Limits;
  /** The loaders that requests share. */
  shared: SharedReads;
}

/** A hub that admits requests and answers them. */
export type AdmittingHub = RequestHub & Admission;

export interface AskedToRun {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/**
 * Admits a request. Size limits are checked before any SQL, even with a bearer token or key; then
 * the sender and its rights are found, and the cost is charged.
 * @param makeRoom for a sender who is known by now and may not have it; what it refuses is not charged.
 * @returns the cost; null when the variables do not fit, which the execution reports before it does
 * anything.
 * @throws GraphQLError
 */
export async function admit(
  { schema, document, operation, variables }: AskedToRun,
  context: Context,
  { rates, limits, shared }: Admission,
  makeRoom: () => void = () => undefined,
): Promise<number | null> {
  // A change is made for whoever sent it, and may have been made already; reading is for the reader.
  if (operation.operation === OperationTypeNode.QUERY) {
    endWhen(context.whenGone);
    readOnStandby(context, shared);
  }
  checked(() => checkSize(sizeOf(document, operation), limits));
  checked(() => checkArguments(document, operation, variables));
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const cost = coerced ? checked(() => costOf(schema, document, operation, variables)) : null;
  if (cost !== null) checked(() => checkCost(cost, limits));
  await throttled(context, () =>
    rates.signIns.require(context.address, signInsOf(document, operation)),
  );
  Object.assign(context, await context.identify());
  requireAccess(context, document, operation);
  if (!coerced || cost === null) return null;
  makeRoom();
  Object.assign(context, { cost, variables: coerced });
  await throttled(context, async () => {
    context.charge = await rates.charge(chargedTo(context), cost);
  });
  return cost;
}

/**
 * Admits requests and reports the cost with every answer in `extensions.cost { requested maximum
 * }`. What is left of the allowance is in header fields, so that the answer itself is the same for
 * everybody.
 */
export function admissionPlugin(admission: Admission): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      let cost: number | null = null;
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          // Without an operation there is nothing to run, and Apollo says so.
          if (!operation) return;
          if (operation.operation === OperationTypeNode.SUBSCRIPTION)
            throw refusal(
              new RequestError('SUBSCRIPTION_ELSEWHERE', ELSEWHERE, { address: STREAMS }),
            );
          const variables = request.variables ?? {};
          cost = await admit({ schema, document, operation, variables }, contextValue, admission);
        },

        async willSendResponse({ response, contextValue }) {
          const state =
            contextValue.charge ?? (await admission.rates.known(chargedTo(contextValue)));
          if (state)
            for (const [name, value] of rateLimitHeaders(state))
              response.http.headers.set(name, value);
          if (response.body.kind !== 'single' || cost === null) return;
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            cost: { requested: cost, maximum: admission.limits.cost },
          };
        },
      };
    },
  };
}

const STREAMS = '/graphql/stream';

const ELSEWHERE: Text = {
  vi: `Một lần trả lời không thể chứa subscription. Hãy gửi tới ${STREAMS}, nơi trả lời bằng server-sent events.`,
  en: `One answer cannot hold a subscription. Send it to ${STREAMS}, which answers with server-sent events.`,
};

function checked<Result>(check: () => Result): Result {
  try {
    return check();
  } catch (error) {
    if (error instanceof RequestError) throw refusal(error);
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      ...(error.nodes && { nodes: error.nodes }),
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400, headers: new Map() } },
    });
  }
}

async function throttled(context: Context, count: () => Promise<void>): Promise<void> {
  await count().catch((error: unknown) => {
    if (!(error instanceof TooOften)) throw error;
    if (error.code === 'RATE_LIMITED') context.charge = error.charge;
    throw refusal(error, 429, { 'retry-after': String(secondsOf(error.charge)) });
  });
}

/**
 * Admits the sender of a request that is answered from memory, as the graph would, and reports what
 * is left.
 * @returns false when the graph has to refuse the request.
 * @throws DatabaseRefusalError
 */
export async function admitReader(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: AdmittingHub,
  cost: number,
): Promise<boolean> {
  try {
    const identity = await hub.identify(request, reply);
    requireReading({ ...identity, publicRead: hub.publicRead }, 'READ_PUBLIC');
    const charge = await hub.rates.charge(
      chargedTo({ ...identity, address: request.address }),
      cost,
    );
    tellCharge(reply, charge);
    return true;
  } catch (error) {
    if (refusalIn(error)) throw error;
    return false;
  }
}

function signInsOf(document: DocumentNode, { operation }: OperationDefinitionNode): number {
  let attempts = 0;
  if (operation === OperationTypeNode.MUTATION)
    visit(document, {
      Field: ({ name }) => {
        if (name.value === 'sessionStart') attempts += 1;
      },
    });
  return attempts;
}
