import { isIPv4, isIPv6 } from 'node:net';

/** The hextets of an IPv6 address that identify the network; its holder chooses the others. */
const NETWORK_HEXTETS = 4;

/**
 * The address to count: for IPv6 the network of 64 bits, because the holder of one of its addresses
 * has all of them. An IPv4 address stays itself, even if a socket for both families wrote it as
 * IPv6.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const mapped = /^::ffff:(.*)$/i.exec(plain)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(plain)) return address;
  const hextets = hextetsOf(plain).slice(0, NETWORK_HEXTETS);
  return `${hextets.map((hextet) => parseInt(hextet, 16).toString(16)).join(':')}::/64`;
}

/** The eight hextets of an address; those left out by `::` are zero. */
function hextetsOf(address: string): string[] {
  // An IPv4 address at the end stands for two hextets, and is never part of the network.
  const [head = '', tail] = address.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0').split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
