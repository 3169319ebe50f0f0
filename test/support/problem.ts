import { STATUS_CODES } from 'node:http';
import { expect } from '@jest/globals';
import type { LightMyRequestResponse } from 'fastify';

/**
 * The body of an answer. A refusal must be a problem of RFC 9457, and is given without what only
 * repeats its status and its message.
 */
export function bodyOf(response: LightMyRequestResponse): any {
  const body = response.json();
  if (response.statusCode < 400) return body;
  const { title, status, detail, ...own } = body;
  expect({ title, status, detail, type: response.headers['content-type'] }).toEqual({
    title: STATUS_CODES[response.statusCode],
    status: response.statusCode,
    detail: own.message,
    type: 'application/problem+json; charset=utf-8',
  });
  return own;
}
