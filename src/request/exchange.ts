import type { FastifyRequest } from 'fastify';
import type { PublicationState } from '../database/publish.js';
import { askedOperation, type AskedOperation } from './asked-operation.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null for a request to another route, and until the graph receives it. */
    exchange: Exchange | null;
  }
}

/** A request to the graph, with what becomes known of it until its answer has been sent. */
export class Exchange {
  /** Null for requests that Apollo refuses, or whose operation is not known here. */
  readonly asked: AskedOperation | null;
  /** Under what its answer may be kept in memory; null when it is not kept. */
  key: string | null = null;
  /** The state of published data before anything of the answer was read; null until it is known. */
  publication: PublicationState | null = null;
  /** The cost of the answer, once it is known to be the same for everybody. */
  publicCost: number | null = null;
  /** Whether what was answered is a query; only changes answer with what is secret. */
  isQuery = false;
  /** Whether the answer came from memory and has its headers already. */
  isRepeated = false;

  /** @param now the moment of the request, which decides what dates that are left out mean. */
  constructor(
    readonly request: FastifyRequest,
    readonly now: Date,
  ) {
    this.asked = askedOperation(request);
  }
}
