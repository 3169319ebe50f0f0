import { once } from 'node:events';
import { connect } from 'node:net';
import type pg from 'pg';
import { propertyOf } from '../shared/errors.js';

/** By which the protocol knows a message as the wish to cancel what a connection does. */
const CODE = 80_877_102;

/**
 * Asks whoever gave a connection its key, such as a pooler, to cancel what runs for it; resolves once that
 * is done, or the time is up, and never fails. As with libpq it is not encrypted, and says nothing but the key.
 */
export async function requestCancel(client: pg.Client, milliseconds: number): Promise<void> {
  const [process, secret] = [propertyOf(client, 'processID'), propertyOf(client, 'secretKey')];
  if (typeof process !== 'number' || typeof secret !== 'number') return;
  const message = Buffer.alloc(16);
  [message.length, CODE, process, secret].forEach((each, place) =>
    message.writeInt32BE(each, 4 * place),
  );
  const { host, port } = client;
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  const signal = AbortSignal.timeout(milliseconds);
  socket.on('error', () => undefined);
  // The other side ends it: a pooler takes an end of ours for a change of mind.
  socket.resume().write(message);
  await once(socket, 'close', { signal }).catch(() => undefined);
  socket.destroy();
}
