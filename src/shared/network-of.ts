import { isIP, isIPv4 } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The hextets of an IPv6 address that identify the network; its holder chooses the others. */
const NETWORK_HEXTETS = 4;

/** Some proxies write the port of the sender behind its address, which is another every time. */
const BRACKETED = /^\[([^[\]]*)\](?::\d+)?$/;
const IPV4_WITH_PORT = /^([\d.]+):\d+$/;

/**
 * The address to count: for IPv6 the network of 64 bits, because the holder of one of its addresses
 * has all of them. An IPv4 address stays itself, even if a socket for both families wrote it as
 * IPv6.
 */
export function networkOf(address: string): string {
  const plain = withoutPort(address);
  if (isIPv4(plain)) return plain;
  if (isIP(plain) === 0) return address;
  const parsed = ipaddr.process(plain);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const hextets = parsed.parts.slice(0, NETWORK_HEXTETS);
  return `${hextets.map((hextet) => hextet.toString(16)).join(':')}::/64`;
}

/**
 * The site to which a network belongs: for IPv6 48 bits, which one customer may have with all their
 * networks; an IPv4 address is its own.
 * @param network what `networkOf` gave.
 */
export function siteOf(network: string): string {
  return network.replace(/^(\w+:\w+:\w+):\w+::\/64$/, '$1::/48');
}

/** Only the address, without a port and the zone of a link. */
function withoutPort(address: string): string {
  const [, inside = address] = BRACKETED.exec(address) ?? IPV4_WITH_PORT.exec(address) ?? [];
  const [plain = ''] = inside.split('%');
  return plain;
}
