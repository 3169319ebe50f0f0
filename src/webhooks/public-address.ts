import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Of IPv6 only this is given out to the public; what no list names is taken for public elsewhere. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the open internet; false for what is no address. IPv6 addresses that
 * hold one of IPv4 are not, wherever that leads.
 */
export function isPublicAddress(address: string): boolean {
  // ipaddr.js also takes short, octal and hexadecimal forms, which sockets are not given.
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  return (
    parsed.range() === 'unicast' && (!(parsed instanceof ipaddr.IPv6) || parsed.match(GIVEN_OUT))
  );
}
