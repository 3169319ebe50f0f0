import autocannon from 'autocannon';

const CONNECTIONS = 16;

/** The next turn of each server, so that none is asked twice by the same variables. */
const turns = new Map();

/**
 * Sends requests over 16 connections, one after another on each, until so many are answered.
 * @param bodyOf the body of the request of a turn; null asks with GET.
 * @param expected the status that every answer must have; an answer with errors, or with too little in
 *   it, stops the measurement: a fast refusal is no result.
 */
export async function load({ address, path, headers, bodyOf, amount, expected = 200 }) {
  let turn = turns.get(address) ?? 0;
  let wrong = null;
  // autocannon's own duration is in whole seconds.
  let started = null;
  let ended = null;
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    amount,
    timeout: 60,
    requests: [
      {
        method: bodyOf ? 'POST' : 'GET',
        path,
        headers: { 'content-type': 'application/json', ...headers },
        setupRequest: (request) => {
          started ??= performance.now();
          return bodyOf ? { ...request, body: bodyOf(turn++) } : request;
        },
        onResponse: (status, body) => {
          ended = performance.now();
          if (
            status !== expected ||
            (status === 200 && (body.length < 60 || body.includes('"errors"')))
          )
            wrong ??= `${status} ${body.slice(0, 500)}`;
        },
      },
    ],
  });
  turns.set(address, turn);
  if (wrong) throw new Error(`${address}${path} answered ${wrong}`);
  if (result.errors > 0) throw new Error(`${address}: ${result.errors} connections broke`);
  const count = result['2xx'] + (result['3xx'] ?? 0);
  return {
    count,
    perSecond: (count / (ended - started)) * 1000,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
