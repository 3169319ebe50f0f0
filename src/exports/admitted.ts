import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireReading } from '../auth/reading.js';
import type { AdmittingHub } from '../execution/admission.js';
import { chargedTo, tellCharge } from '../execution/limits/rate-limits.js';
import type { Context } from '../request/context.js';
import { contextOf } from '../request/request-context.js';

/** What a file that is made in memory costs: as much as an object with a hundred others in it. */
const COST = 100;

/** The context of a request for a file, of somebody who may read it and was charged for it. */
export async function admitted(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: AdmittingHub,
): Promise<Context> {
  const context = await contextOf(request, reply, hub);
  requireReading(context, 'READ_EXPORTS');
  tellCharge(reply, await hub.rates.charge(chargedTo(context), COST));
  return context;
}
