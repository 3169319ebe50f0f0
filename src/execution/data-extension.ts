import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Context } from '../request/context.js';

/**
 * Adds to every answer the state of its data, the licence, and whether it contains demonstration
 * data or assumptions, so that it cannot pass for a real one: `extensions.data { revision
 * publishedAt licence illustrative hypothetical }`.
 */
export function dataExtensionPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ contextValue, operation }) {
          // Read beside the answer, not after it; a change reports the state that it made. Without
          // a cost the variables do not fit, and nothing is answered.
          if (operation?.operation === OperationTypeNode.QUERY && contextValue.cost > 0)
            contextValue.publication().catch(() => null);
          return null;
        },
        async willSendResponse({ response, contextValue, operation }) {
          if (response.body.kind !== 'single' || !operation) return;
          // A request that was refused as a whole has no state of the data.
          if (response.body.singleResult.data === undefined) return;
          const state = await contextValue.publication().catch(() => null);
          // Without a database the answer carries an error already, and its state is not known.
          if (!state) return;
          const { revision, publishedAt, illustrative } = state;
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            data: {
              revision,
              publishedAt: publishedAt.toISOString(),
              licence: contextValue.licence,
              illustrative,
              hypothetical: contextValue.hypothetical,
            },
          };
        },
      };
    },
  };
}
