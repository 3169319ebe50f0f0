import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Of IPv6, only this range is assigned to the public; addresses that no list names would count as
 * public.
 */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is public; false for a text that is no address. IPv6 addresses that contain
 * an IPv4 address are not, wherever they lead.
 */
export function isPublicAddress(address: string): boolean {
  // ipaddr.js also accepts short, octal and hexadecimal forms, which sockets never get.
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  return (
    parsed.range() === 'unicast' && (!(parsed instanceof ipaddr.IPv6) || parsed.match(GIVEN_OUT))
  );
}
