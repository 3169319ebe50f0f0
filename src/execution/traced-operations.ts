import type { ApolloServerPlugin } from '@apollo/server';
import { trace } from '@opentelemetry/api';
import type { Context } from '../request/context.js';

/** Tells the span of a request to the graph what kind of operation it is; it is read from the document. */
export function tracedOperationsPlugin(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation }) {
          if (operation)
            trace.getActiveSpan()?.setAttribute('graphql.operation.type', operation.operation);
        },
      };
    },
  };
}
