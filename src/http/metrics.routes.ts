import { hash, timingSafeEqual } from 'node:crypto';
import { BlockList } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendProblem, type Refused } from '../execution/refused.js';
import type { Metrics } from '../health/metrics.js';
import { isIn } from './request-ids.js';

/** What says that somebody else asks through whoever connects: then an address of this machine proves nothing. */
const FORWARDED = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

const ELSEWHERE: Refused = {
  status: 403,
  code: 'METRICS_FORBIDDEN',
  text: {
    vi: 'Số liệu vận hành chỉ trả lời chính máy chủ này, không qua máy chủ trung gian. Để đọc từ nơi khác, hãy đặt HUB_METRICS_TOKEN rồi gửi “Authorization: Bearer …”.',
    en: 'Metrics are answered to this machine only, and not through a proxy. To read them from elsewhere, set HUB_METRICS_TOKEN and send “Authorization: Bearer …”.',
  },
};

const WRONG_TOKEN: Refused = {
  status: 401,
  code: 'METRICS_TOKEN_WRONG',
  text: {
    vi: 'Hãy gửi “Authorization: Bearer …” với đúng giá trị của HUB_METRICS_TOKEN.',
    en: 'Send “Authorization: Bearer …” with the value of HUB_METRICS_TOKEN.',
  },
  headers: { 'www-authenticate': 'Bearer' },
};

/**
 * What the hub counts and measures, for Prometheus.
 * @param token whoever sends it may read, and nobody else; null for programs of this machine alone.
 */
export async function metricsRoutes(
  server: FastifyInstance,
  { metrics, token }: { metrics: Metrics; token: string | null },
): Promise<void> {
  const refusalOf = token === null ? ofThisMachine : withToken(token);
  server.get('/metrics', async (request, reply) => {
    const refused = refusalOf(request);
    if (refused) return sendProblem(request, reply, refused);
    const text = await metrics.text();
    return reply.header('cache-control', 'no-store').type(metrics.contentType).send(text);
  });
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

function ofThisMachine({ socket, headers }: FastifyRequest): Refused | null {
  const isHere = isIn(LOOPBACK, socket.remoteAddress);
  return isHere && FORWARDED.every((name) => headers[name] === undefined) ? null : ELSEWHERE;
}

function withToken(token: string): (request: FastifyRequest) => Refused | null {
  const expected = digest(`Bearer ${token}`);
  return ({ headers }) =>
    timingSafeEqual(digest(headers.authorization ?? ''), expected) ? null : WRONG_TOKEN;
}

/** Of one length, whatever was sent. */
function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
