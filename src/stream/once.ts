/** The source of a subscription: the route runs the query again after every publication, so no events are needed. */
export async function* once(): AsyncGenerator<null> {
  yield null;
}
