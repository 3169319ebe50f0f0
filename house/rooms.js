/**
 * The hub and its console as two houses: storeys from top to bottom, and in each its rooms from top to bottom. A file
 * imports what stands below it, types included, and never what stands above. A room is a folder, or one file that
 * stands elsewhere than its folder. The lint rule and a test read this list; CONTRIBUTING.md draws it.
 */
export const HUB = {
  root: 'src',
  storeys: [
    { name: 'start', rooms: ['main.ts', 'cli.ts', 'cli', 'start'] },
    {
      name: 'what knows every feature',
      rooms: [
        'http/server.ts',
        'http/server-options.ts',
        'http/identity.ts',
        'graph.ts',
        'tables.ts',
      ],
    },
    {
      name: 'answers',
      rooms: [
        'watch',
        'backups',
        'register',
        'import-jobs',
        'imports',
        'calendar',
        'exports',
        'embeds',
        'verdicts',
        'report-workbooks',
        'stream',
        'participation',
        'reminders',
        'digests',
        'trials',
        'criterion-figures',
        'distributions',
        'movements',
        'boundaries',
        'breakdowns',
        'progress',
        'workforce-index',
        'webhooks',
        'feed',
        'audit',
      ],
    },
    {
      name: 'reports',
      rooms: [
        'evidence',
        'status-updates',
        'exceptions',
        'framework-drafts',
        'rounds',
        'plans',
        'workforce-registry',
      ],
    },
    {
      name: 'people and programs',
      rooms: ['issuers', 'account-imports', 'invitations', 'mail', 'api-keys', 'accounts'],
    },
    {
      name: 'subjects and their changes',
      rooms: [
        'changes',
        'frameworks',
        'institution-successions',
        'institutions',
        'counts',
        'indicators',
        'units',
      ],
    },
    {
      name: 'corridor',
      rooms: ['http', 'mcp', 'schema-gate', 'execution', 'graphql', 'request', 'reads'],
    },
    {
      name: 'ground',
      rooms: [
        'config.ts',
        'settings.ts',
        'database',
        'embedded-postgres',
        'auth',
        'health',
        'file-checks',
        'vocabulary',
        'shared',
      ],
    },
  ],
  /** Storeys whose rooms are features. */
  features: ['answers', 'reports', 'people and programs', 'subjects and their changes'],
  /** What storeys may import from outside: the demo is loaded by what starts the hub. */
  outside: [{ storeys: ['start'], may: 'seeds/' }],
  /** Imports that run up all the same, each with its reason. */
  exceptions: [
    {
      from: 'src/changes/audit-event.entity.ts',
      to: 'src/accounts/account.entity.ts',
      why: 'the trail refers to the account by a foreign key, and accounts are changed like everything else',
    },
    {
      from: 'src/changes/idempotent-answer.entity.ts',
      to: 'src/accounts/account.entity.ts',
      why: 'a key that a client chose is one of its account, by a foreign key',
    },
    {
      from: 'src/changes/import-run.entity.ts',
      to: 'src/accounts/account.entity.ts',
      why: 'an import refers to the account that made it by a foreign key',
    },
  ],
};

export const CONSOLE = {
  root: 'web/src',
  storeys: [
    { name: 'start', rooms: ['main.tsx', 'app.tsx'] },
    {
      name: 'pages',
      rooms: [
        'home',
        'search',
        'saved-views',
        'target',
        'changes',
        'map',
        'compare',
        'operations',
        'operations/webhooks',
        'operations/rounds',
        'operations/criteria',
        'operations/imports',
        'operations/plans',
        'operations/keys',
        'operations/mail',
        'operations/audit',
        'operations/health',
        'operations/accounts',
        'account',
        'operations/shared',
        'workforce',
        'workforce/registry',
        'workforce/import',
        'workforce/index',
        'workforce/shared',
        'review',
        'reports',
        'report-forms',
        'receipts',
        'overview',
        'institutions',
        'institutions/register',
        'institutions/shared',
      ],
    },
    { name: 'ground', rooms: ['sign-in', 'components', 'shared', 'first', 'generated'] },
  ],
  features: ['pages'],
  // What needs no browser and no domain is written once.
  outside: [{ storeys: ['pages', 'ground'], may: 'src/shared/' }],
  exceptions: [],
};

/** The house that a file is in; undefined for a file outside both. */
export function houseOf(file) {
  return [HUB, CONSOLE].find(({ root }) => file.startsWith(`${root}/`));
}

/** The room of a file: the file itself, or the nearest folder that is listed; undefined without one. */
export function roomOf(file) {
  const house = houseOf(file);
  if (!house) return undefined;
  const rooms = roomsOf(house);
  let place = file.slice(house.root.length + 1);
  while (place && !rooms.includes(place))
    place = place.includes('/') ? place.slice(0, place.lastIndexOf('/')) : '';
  return place || undefined;
}

/** All rooms of a house from top to bottom. */
export function roomsOf(house) {
  return house.storeys.flatMap(({ rooms }) => rooms);
}

/** The rooms of a house that are features. */
export function featuresOf(house) {
  return house.storeys
    .filter(({ name }) => house.features.includes(name))
    .flatMap(({ rooms }) => rooms);
}

/** What is wrong with an import of one file by another; null when nothing is. */
export function wrongWith(from, to) {
  const house = houseOf(from);
  if (!house) return null;
  const room = roomOf(from);
  if (!room) return `${from} is in no room of house/rooms.js.`;
  if (houseOf(to) !== house) return outside(house, room, to);
  const target = roomOf(to);
  if (!target) return `${to} is in no room of house/rooms.js.`;
  if (house.exceptions.some((each) => each.from === from && each.to === to)) return null;
  const rooms = roomsOf(house);
  if (rooms.indexOf(target) >= rooms.indexOf(room)) return null;
  return `${room} stands below ${target}: imports run down. See house/rooms.js.`;
}

/** What a room may import from outside of its house. */
function outside(house, room, to) {
  const allowed = house.outside.some(
    ({ storeys, may }) => to.startsWith(may) && storeys.some((name) => isIn(house, name, room)),
  );
  return allowed ? null : `${to} is outside of ${house.root}: the house stands without it.`;
}

function isIn(house, name, room) {
  return house.storeys.some((storey) => storey.name === name && storey.rooms.includes(room));
}
