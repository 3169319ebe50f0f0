import pg from 'pg';

/** What was asked beside a connection, and not answered in time. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/**
 * Asks the database on a connection of its own, such as about a connection that does not answer. It
 * ends in time, also where nothing comes back at all.
 * @throws NoAnswerError when the time is up.
 */
export async function askAside<Row extends pg.QueryResultRow>(
  server: pg.ClientConfig,
  question: { text: string; values: unknown[] },
  milliseconds: number,
): Promise<Row[]> {
  const client = new pg.Client({ ...server, connectionTimeoutMillis: 0 });
  // The question tells of it.
  client.on('error', () => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new NoAnswerError(`no answer in ${milliseconds} ms`)),
      milliseconds,
    );
  });
  const asked = client.connect().then(() => client.query<Row>(question));
  // Nobody waits for it once it is late.
  asked.catch(() => undefined);
  try {
    return (await Promise.race([asked, late])).rows;
  } finally {
    clearTimeout(timer);
    client.connection.stream.destroy();
  }
}
