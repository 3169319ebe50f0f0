import Fastify from 'fastify';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { refuseUnreadable } from './unreadable-request.js';

const SILENT = pino({ level: 'silent' });

interface Refusal {
  errors: { extensions: object }[];
}

test('what fails for a reason of our own is masked', async () => {
  const server = Fastify();
  server.post('/graphql', { errorHandler: refuseUnreadable(SILENT) }, () => {
    throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
  });

  const answer = await server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'accept-language': 'en' },
    payload: {},
  });

  expect(answer.statusCode).toBe(500);
  expect(answer.json<Refusal>().errors).toEqual([
    {
      message: expect.stringMatching(/^Something went wrong on our side/),
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'req-1' },
    },
  ]);
  expect(answer.body).not.toContain('10.0.0.7');
});

test('what cannot be read is told in the words of every other error', async () => {
  const server = Fastify();
  server.post('/graphql', { errorHandler: refuseUnreadable(SILENT) }, () => 'asked');

  const answer = await server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'accept-language': 'en', 'content-type': 'application/json' },
    payload: '{',
  });

  expect(answer.statusCode).toBe(400);
  expect(answer.json<Refusal>().errors[0]?.extensions).toEqual({ code: 'REQUEST_UNREADABLE' });
});
