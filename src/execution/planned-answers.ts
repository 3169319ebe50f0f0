import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../request/context.js';
import { PlannedRun } from './planned-run.js';
import { NotPlanned, planQuery, type QueryPlan } from './query-plan.js';

/** The largest number of plans of one document, which differ by `@skip` and `@include`. */
const WAYS = 16;

type Variables = Record<string, unknown>;

/**
 * Answers queries by plans that are made once per document, in a fraction of graphql's time. Only
 * successful answers are used: for anything else, above all every error, graphql begins anew, so
 * that errors are its own. A query changes nothing, so it can run twice.
 */
export function plannedAnswersPlugin(): ApolloServerPlugin<Context> {
  const documents = new WeakMap<DocumentNode, PlannedDocument>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, schema, request, contextValue }) {
          // Without an operation there is nothing to run, and graphql says so.
          if (operation?.operation !== OperationTypeNode.QUERY) return null;
          let planned = documents.get(document);
          if (!planned) documents.set(document, (planned = new PlannedDocument(schema, document)));
          const data = await planned.answer(operation, request.variables ?? {}, contextValue);
          if (!data) return null;
          return {
            http: { headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data } },
          };
        },
      };
    },
  };
}

class PlannedDocument {
  readonly #plans = new Map<string, QueryPlan | null>();
  readonly #conditions: readonly string[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {
    this.#conditions = conditionsOf(document);
  }

  /** Null when graphql has to answer. */
  async answer(
    operation: OperationDefinitionNode,
    given: Variables,
    context: Context,
  ): Promise<Variables | null> {
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], given);
    const plan = coerced && this.#planOf(operation, coerced);
    if (!plan) return null;
    try {
      return await new PlannedRun(plan, coerced, context).answer();
    } catch {
      context.batch.clear();
      return null;
    }
  }

  #planOf(operation: OperationDefinitionNode, variables: Variables): QueryPlan | null {
    const chosen = this.#conditions.map((name) => variables[name]);
    const key = JSON.stringify([operation.name?.value, chosen]);
    let plan = this.#plans.get(key);
    if (plan !== undefined) return plan;
    if (this.#plans.size >= WAYS) return null;
    try {
      plan = planQuery(this.schema, this.document, operation, variables);
    } catch (error) {
      if (!(error instanceof NotPlanned)) throw error;
      plan = null;
    }
    this.#plans.set(key, plan);
    return plan;
  }
}

function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
