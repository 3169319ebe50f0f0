/** The beginning of an address, its hosts, its path, and its options. */
const PARTS = /^(postgres(?:ql)?:\/\/(?:[^/?#]*@)?)([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?$/;

/** What of the options says where a server is, and which of several is meant; `pg` knows one only. */
const OF_HOSTS = /^(host|target_session_attrs)=/;

/** Which of several servers is meant: one that takes changes, one that takes none, or whichever answers. */
export type Target = 'changes' | 'standby' | 'any';

/** What an address can say of it. */
const TARGETS: Readonly<Record<string, Target>> = {
  'read-write': 'changes',
  primary: 'changes',
  any: 'any',
};

/**
 * An address for each host in one as libpq takes it: `postgresql://user:password@a:5432,b:5432/database`, or
 * `?host=a,b&port=5432,5433`, where a host that begins with a slash is the folder of a socket. None for
 * what is no address.
 */
export function addressesIn(url: string): string[] {
  const [, start, authority = '', path = '', query = ''] = PARTS.exec(url) ?? [];
  if (start === undefined) return [];
  const { host, port } = Object.fromEntries(new URLSearchParams(query));
  const hosts = host ? hostsOf(host.split(','), port?.split(',') ?? []) : authority.split(',');
  const options = query
    .split('&')
    .filter((option) => !OF_HOSTS.test(option) && !(host && option.startsWith('port=')))
    .join('&');
  return hosts.map((each) => `${start}${each}${path}${options && `?${options}`}`);
}

/** With one port for all, or one for each. */
function hostsOf(hosts: readonly string[], ports: readonly string[]): string[] {
  return hosts.map((host, index) => {
    const port = ports[index] ?? ports[0];
    const name = host.includes(':') ? `[${host}]` : encodeURIComponent(host);
    return port ? `${name}:${port}` : name;
  });
}

/** One that takes changes where several are named; as for libpq, whichever answers where one is. */
export function targetOf(url: string): Target {
  const target = targetIn(url) ?? (addressesIn(url).length > 1 ? 'read-write' : 'any');
  return TARGETS[target] ?? 'any';
}

function targetIn(url: string): string | null {
  return new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('target_session_attrs');
}

/** Whether the hub can use it: each of its hosts, and which of them it asks for. */
export function isDatabaseUrl(url: string): boolean {
  const addresses = addressesIn(url);
  const target = targetIn(url);
  return (
    addresses.length > 0 &&
    addresses.every((address) => URL.canParse(address)) &&
    (target === null || target in TARGETS)
  );
}

/** For people: without a password, and without options, which may name one as well. */
export function placeOf(url: string): string {
  return addressesIn(url)
    .map((address) => {
      const place = new URL(address);
      place.password = '';
      place.search = '';
      return place.toString();
    })
    .join(', ');
}
