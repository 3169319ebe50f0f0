import { setTimeout as pause } from 'node:timers/promises';
import type { Proxy } from '../proxy.js';
import { fault, type Fault } from './fault.js';

/** All in milliseconds. */
const RESETTING = 6_000;
const HOLE = 15_000;
const AWAY = 10_000;
/** How soon the hub answers again after a hole. */
const AFTER_HOLE = 5_000;
/** Of what passes, the share that meets a reset. */
const RESET_SHARE = 0.02;

/** What a network does to the connections between the hub and its database. */
export function proxyFaults(proxy: Proxy): Record<'resets' | 'allReset' | 'hole' | 'away', Fault> {
  return {
    resets: fault('2% of what passes to the database reset, for 6 s', async () => {
      proxy.reset(RESET_SHARE);
      await pause(RESETTING);
      proxy.pass();
    }),
    allReset: fault('every connection to the database reset', async () => proxy.resetAll()),
    hole: fault(
      'a black hole of 15 s before the database',
      async () => {
        proxy.delay();
        await pause(HOLE);
        proxy.pass();
      },
      { within: AFTER_HOLE },
    ),
    away: fault('a database that takes no connection for 10 s', async () => {
      await proxy.refuse();
      await pause(AWAY);
      await proxy.listen();
    }),
  };
}
