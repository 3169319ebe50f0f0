import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Context } from '../request/context.js';

/**
 * Says with every answer which state of the data it is from, under which licence it may be used,
 * whether demonstration data is among it, and whether any part of the answer rests on assumptions, so
 * that it must not pass for a real one:
 * `extensions.data { revision publishedAt licence illustrative hypothetical }`.
 */
export function dataExtensionPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ contextValue, operation }) {
          // Read beside the answer instead of after it; a change says itself what it made.
          // Without a cost the variables do not fit, and nothing is answered.
          if (operation?.operation === OperationTypeNode.QUERY && contextValue.cost > 0)
            contextValue.publication().catch(() => null);
          return null;
        },
        async willSendResponse({ response, contextValue, operation }) {
          if (response.body.kind !== 'single' || !operation) return;
          // What was refused as a whole is from no state of the data.
          if (response.body.singleResult.data === undefined) return;
          const state = await contextValue.publication().catch(() => null);
          // Without a database the answer carries an error already; nothing can be said of the data.
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
