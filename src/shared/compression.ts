import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import {
  brotliCompress,
  constants,
  createBrotliCompress,
  createGzip,
  gzip,
  type BrotliOptions,
} from 'node:zlib';

/** The encodings of the hub, the one that it prefers first. */
const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A shorter answer takes one packet, compressed or not. */
const LEAST_BYTES = 1_024;

/**
 * How hard is tried, with Brotli and with gzip. What is read once is compressed as it is sent, and may cost
 * little; an answer is kept in memory; what changes only with the hub is compressed once for everybody.
 */
const EFFORTS = {
  stream: { br: 2, gzip: 2 },
  answer: { br: 4, gzip: 6 },
  hub: { br: 9, gzip: 9 },
};
export type Effort = keyof typeof EFFORTS;

/**
 * The encoding for a client that sends this `Accept-Encoding`, by RFC 9110: what it prefers, else what the hub
 * prefers; null for the bytes as they are, which is also what a client gets that takes nothing of the hub.
 */
export function encodingFor(acceptEncoding: string | undefined): Encoding | null {
  const weights = new Map(
    (acceptEncoding ?? '').split(',').map((each) => {
      const [name = '', weight = '1'] = each.replaceAll(/\s/g, '').toLowerCase().split(';q=');
      return [name === 'x-gzip' ? 'gzip' : name, Number(weight)];
    }),
  );
  // Whoever does not speak of it takes it, and likes everything that is named better.
  const plain = weights.get('identity') ?? 0;
  const weightOf = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0;
  const [best] = ENCODINGS.filter((name) => weightOf(name) > 0 && weightOf(name) >= plain).sort(
    (a, b) => weightOf(b) - weightOf(a),
  );
  return best ?? null;
}

/** The text or the bytes compressed; null if they are too short to be worth it. */
export async function compressed(
  content: string | Buffer,
  encoding: Encoding,
  effort: Effort = 'answer',
): Promise<Buffer | null> {
  const bytes = Buffer.from(content);
  if (bytes.length < LEAST_BYTES) return null;
  const level = EFFORTS[effort][encoding];
  return encoding === 'gzip'
    ? promisify(gzip)(bytes, { level })
    : promisify(brotliCompress)(bytes, quality(level));
}

/** Compresses what flows through it. */
export function compressor(encoding: Encoding): Transform {
  const level = EFFORTS.stream[encoding];
  return encoding === 'gzip' ? createGzip({ level }) : createBrotliCompress(quality(level));
}

function quality(level: number): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: level,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  };
}
