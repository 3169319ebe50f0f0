import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import {
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../request/context.js';
import { NotPlannedError, type FallBack, type FallBacks } from './fall-backs.js';
import { PlannedRun } from './planned-run.js';
import { planQuery, type QueryPlan } from './query-plan.js';

/** The largest number of plans of one document, which differ by `@skip` and `@include`. */
const WAYS = 16;

type Variables = Record<string, unknown>;

/**
 * Answers queries by plans that are made once per document, in a fraction of graphql's time. Only
 * successful answers are used: for anything else, above all every error, graphql begins anew, so
 * that errors are its own. A query changes nothing, so it can run twice.
 */
export function plannedAnswersPlugin(fallBacks: FallBacks): ApolloServerPlugin<Context> {
  const documents = new WeakMap<DocumentNode, PlannedDocument>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, schema, contextValue }) {
          // Without an operation there is nothing to run, and graphql says so.
          if (operation?.operation !== OperationTypeNode.QUERY) return null;
          let planned = documents.get(document);
          if (!planned) documents.set(document, (planned = new PlannedDocument(schema, document)));
          try {
            const data = await planned.answer(operation, contextValue);
            fallBacks.notePlanned();
            return {
              http: { headers: new HeaderMap() },
              body: { kind: 'single', singleResult: { data } },
            };
          } catch (error) {
            fallBacks.note(error instanceof NotPlannedError ? error.reason : 'an error');
            contextValue.batch.clear();
            return null;
          }
        },
      };
    },
  };
}

class PlannedDocument {
  readonly #plans = new Map<string, QueryPlan | FallBack>();
  readonly #conditions: readonly string[];

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {
    this.#conditions = conditionsOf(document);
  }

  /** @throws NotPlannedError, and what a resolver throws: graphql has to answer. */
  async answer(operation: OperationDefinitionNode, context: Context): Promise<Variables> {
    const { variables } = context;
    if (!variables) throw new NotPlannedError('variables that do not fit');
    const plan = this.#planOf(operation, variables);
    if (typeof plan === 'string') throw new NotPlannedError(plan);
    return new PlannedRun(plan, variables, context).answer();
  }

  #planOf(operation: OperationDefinitionNode, variables: Variables): QueryPlan | FallBack {
    const chosen = this.#conditions.map((name) => variables[name]);
    const key = JSON.stringify([operation.name?.value, chosen]);
    let plan = this.#plans.get(key);
    if (plan !== undefined) return plan;
    if (this.#plans.size >= WAYS) return 'too many ways through the document';
    try {
      plan = planQuery(this.schema, this.document, operation, variables);
    } catch (error) {
      if (!(error instanceof NotPlannedError)) throw error;
      plan = error.reason;
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
