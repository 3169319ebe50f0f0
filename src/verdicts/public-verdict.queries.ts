import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireReading } from '../auth/reading.js';
import type { AdmittingHub } from '../execution/admission.js';
import { chargedTo } from '../execution/limits/rate-limits.js';
import type { Context } from '../request/context.js';
import { contextFor } from '../request/request-context.js';
import type { Language } from '../shared/text.js';
import { unitByCode, type UnitRow } from '../units/unit.queries.js';
import type { VerdictAddress } from './address.js';
import { unitVerdict, type UnitVerdict } from './unit-verdict.queries.js';

/** What it costs, in points: as much as a file that is made in memory. */
const COST = 100;

const NOBODY = { viewer: null, apiKey: null };

/**
 * The context of a request that is answered as everybody's, whoever sends it: no cookie, token or key is looked at.
 * @throws AccessRefused where not everybody may read.
 */
export function publicContext(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: AdmittingHub,
  language?: Language,
): Context {
  const context = contextFor(request, reply, hub, NOBODY);
  requireReading(context, 'READ_PUBLIC');
  return language ? Object.assign(context, { language }) : context;
}

/** @throws TooOften for an address that has asked for too much. */
export async function chargeVerdict(context: Context, { rates }: AdmittingHub): Promise<void> {
  await rates.charge(chargedTo(context), COST);
}

/**
 * What the page of an address says; null where there is no such unit on the day, or the day has not come.
 * @throws RequestError AMBIGUOUS_CODE, OUTSIDE_UNIT_SPAN.
 */
export async function verdictAt(
  context: Context,
  { unit: code, kind, on, basis, chosen }: VerdictAddress,
): Promise<(UnitVerdict & { unit: UnitRow }) | null> {
  const asOf = on ?? context.today;
  if (asOf > context.today) return null;
  const unit = await unitByCode(context, code, kind, asOf);
  if (!unit) return null;
  return { unit, ...(await unitVerdict(context, { unit, asOf, basis, chosen })) };
}
