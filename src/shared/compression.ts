import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A shorter answer takes one packet, compressed or not. */
const LEAST_BYTES = 1_024;

/** Whether a client that sends this `Accept-Encoding` takes gzip, the only encoding of the hub. */
export function takesGzip(acceptEncoding: string | undefined): boolean {
  const weights = new Map(
    (acceptEncoding ?? '').split(',').map((each) => {
      const [name = '', weight = '1'] = each.replaceAll(/\s/g, '').toLowerCase().split(';q=');
      return [name, Number(weight)];
    }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}

/** The text compressed; null if it is too short to be worth it. */
export async function compressed(text: string): Promise<Buffer | null> {
  const bytes = Buffer.from(text);
  return bytes.length < LEAST_BYTES ? null : promisify(gzip)(bytes);
}
