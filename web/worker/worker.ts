/**
 * The service worker of the console: keeps the files of the build, so that the console opens without a network. It
 * keeps nothing else: no answer of the hub, and nothing of anybody.
 *
 * It is a script of its own, no module: it neither imports nor exports. A new one waits until all tabs of the old one
 * are gone, and only then throws the old files away: until then a tab finds them here, where the hub has them no more.
 */
declare const self: ServiceWorkerGlobalScope;

/** What the build writes in front of this file. */
declare const BUILD: {
  /** Of which build it is. */
  version: string;
  /** The file that the page of this build names, and that of no other build. */
  entry: string;
  /** What the page may need, by address. */
  files: string[];
};

const KEPT = 'console-';
const SHELL = '/console/index.html';

/** What the hub answers itself: without a network, the console has nothing to show there. */
const NO_PAGE =
  /^\/(graphql|graphiql|evidence|exports|catalog|health|metrics|mcp|embed|console|schema\.graphql|robots\.txt)(\/|$)/;

/** Whether the name has the hash of the content, so that it is the same in every build. */
const isHashed = (address: string): boolean => address.startsWith('/console/assets/');

async function fetched(address: string): Promise<Response> {
  const cache = isHashed(address) ? 'default' : 'no-cache';
  const answer = await fetch(address, { cache, priority: 'low' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/** A file of whichever build is kept here. */
const keptFile = (address: string): Promise<Response | undefined> =>
  caches.match(address, { ignoreVary: true });

/** One after the other: whoever reads the page meanwhile comes first. What has arrived is kept when the rest fails. */
async function keepBuild(): Promise<void> {
  const cache = await caches.open(KEPT + BUILD.version);
  for (const file of BUILD.files) {
    const known = isHashed(file) ? await keptFile(file) : undefined;
    await cache.put(file, known ?? (await fetched(file)));
  }
  // The page comes last: where it is kept, all that it names is.
  const shell = await fetched(SHELL);
  if (!(await shell.clone().text()).includes(BUILD.entry))
    throw new Error('The hub has the page of another build.');
  await cache.put(SHELL, shell);
}

/** The page of the newest build that is kept whole. */
async function keptShell(): Promise<Response | undefined> {
  for (const name of (await caches.keys()).reverse()) {
    const shell = await (await caches.open(name)).match(SHELL, { ignoreVary: true });
    if (shell) return shell;
  }
  return undefined;
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name !== KEPT + BUILD.version).map((name) => caches.delete(name)),
  );
  // The tab that brought it may lose the network before it is loaded anew.
  await self.clients.claim();
}

/** From the hub; where it cannot be reached at all, the page that is kept. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const shell = await keptShell();
    if (!shell) throw error;
    return shell;
  }
}

self.addEventListener('install', (event) => event.waitUntil(keepBuild()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (!NO_PAGE.test(pathname)) event.respondWith(page(request));
  } else if (pathname.startsWith('/console/'))
    event.respondWith(keptFile(request.url).then((file) => file ?? fetch(request)));
});
