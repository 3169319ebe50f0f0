import { z } from 'zod';

/** A path, or a host with a port; an IPv6 address stands in brackets. */
export const scannerAddress = z.string().transform((text, context) => {
  if (text.startsWith('/')) return { path: text };
  const [, host, port] = /^\[?([^\s[\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host !== undefined && Number(port) <= 65_535) return { host, port: Number(port) };
  context.addIssue('must be a path such as /run/clamav/clamd.ctl, or a host with its port');
  return z.NEVER;
});

/** What happens to files while the scanner cannot be reached. */
export const whenUnreachable = z.enum(['refuse', 'take'], { error: 'must be refuse or take' });
