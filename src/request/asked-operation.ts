import type { FastifyRequest } from 'fastify';

export interface AskedOperation {
  query: string | undefined;
  /** The SHA-256 of a known document (automatic persisted queries), in hexadecimal digits. */
  hash: string | undefined;
  operationName: string | undefined;
  variables: unknown;
}

/** What a request by GET says in its address. */
const PARAMETERS = ['query', 'operationName', 'variables', 'extensions'];

/**
 * The operation of a GET, HEAD or POST, read as Apollo reads it; null for requests that Apollo refuses or
 * that are not known here.
 */
export function askedOperation(request: FastifyRequest): AskedOperation | null {
  if (request.method === 'POST') return isRecord(request.body) ? operationOf(request.body) : null;
  const type = request.headers['content-type'];
  if (type !== undefined && type !== 'application/json') return null;
  const search = new URL(request.url, 'http://hub').searchParams;
  const fields: Record<string, unknown> = {};
  for (const name of PARAMETERS) {
    const [value, ...more] = search.getAll(name);
    if (more.length > 0) return null;
    // Clients that always write all of them leave those empty that they have nothing for.
    if (value !== '') fields[name] = value;
  }
  try {
    for (const name of ['variables', 'extensions'])
      if (typeof fields[name] === 'string') fields[name] = JSON.parse(fields[name]);
  } catch {
    return null;
  }
  return operationOf(fields);
}

/** The query of an address without the parameters of a GraphQL request that are empty. */
export function searchOf(url: string): string {
  const { search, searchParams } = new URL(url, 'http://hub');
  const empty = PARAMETERS.filter((name) => searchParams.getAll(name).join('') === '');
  if (empty.every((name) => !searchParams.has(name))) return search;
  for (const name of empty) searchParams.delete(name);
  return `?${searchParams.toString()}`;
}

function operationOf(fields: Record<string, unknown>): AskedOperation | null {
  const { query, operationName, variables, extensions } = fields;
  if (!isOptional(query, isText) || !isOptional(operationName, isText)) return null;
  if (!isOptional(variables, isRecord) || !isOptional(extensions, isRecord)) return null;
  const asked = {
    query: query ?? undefined,
    operationName: operationName ?? undefined,
    variables,
  };
  const persisted = extensions?.['persistedQuery'];
  if (persisted == null) return { ...asked, hash: undefined };
  if (!isRecord(persisted) || persisted['version'] !== 1) return null;
  const hash = persisted['sha256Hash'];
  return isText(hash) ? { ...asked, hash } : null;
}

/**
 * JSON in which the order of an object's keys does not matter, as in GraphQL.
 * @throws RangeError when it is nested too deep.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value ?? {}, (_name, part: unknown) =>
    isRecord(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Apollo treats null as left out. */
function isOptional<Value>(
  value: unknown,
  is: (value: unknown) => value is Value,
): value is Value | null | undefined {
  return value == null || is(value);
}
