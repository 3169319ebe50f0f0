import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Documents } from '../execution/documents.js';
import { withinRequest } from '../shared/request-scope.js';
import { asNobody } from '../shared/who-asks.js';
import type { SecurityLog } from './security-log.js';
import { operationOf } from './counted-requests.js';

const REQUEST_ID = 'x-request-id';

/** What may stand in a line of the log, and be read out by somebody. */
const WELL_FORMED = /^[\w.-]{8,64}$/;

/** As long as is needed to tell requests apart, and short enough to be copied by hand. */
const LENGTH = 18;

/**
 * Makes the id of a request, or takes the one that a trusted proxy gave it.
 * @param proxies addresses and networks.
 */
export function requestIds(proxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = listOf(proxies);
  return ({ headers, socket: { remoteAddress } }) => {
    const given = headers[REQUEST_ID];
    if (typeof given === 'string' && WELL_FORMED.test(given) && isIn(trusted, remoteAddress))
      return given;
    return randomUUID().slice(0, LENGTH);
  };
}

/** @param proxies addresses and networks. */
export function listOf(proxies: readonly string[]): BlockList {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Whether an address is in a list; one of a connection that has closed is not known any more. */
export function isIn(list: BlockList, address: string | undefined): boolean {
  return address !== undefined && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Has everything that happens for a request know whose it is, and its answer say its id. */
export function nameRequests(
  server: FastifyInstance,
  { documents, security }: { documents: Documents; security: SecurityLog },
): void {
  const enter = (request: FastifyRequest, goOn: () => void) =>
    withinRequest(
      {
        id: request.id,
        operation: () => operationOf(request, documents),
        tellSecurity: (event, details) => security.tell(request, event, details),
      },
      () => asNobody(goOn),
    );
  server.addHook('onRequest', (request, reply, done) => {
    // On what streams answer with as well.
    reply.raw.setHeader(REQUEST_ID, request.id);
    enter(request, done);
  });
  // A body comes from the connection, which serves many requests.
  server.addHook('preValidation', (request, _reply, done) => enter(request, done));
}
