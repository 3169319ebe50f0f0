/** What the runner does not do: it waits for ever, and a promise that nobody has caught yet ends it. */
import { addEventHandler } from 'jest-circus';

// Programs that a test starts are to run as they do for everybody.
delete process.env.NODE_OPTIONS;

/**
 * Only what never ends is to fail: a story in a browser, or six commands, take a minute on a busy machine.
 * A test that takes longer says so itself.
 */
const LIMIT = process.env.HUB_TEST_LONG ? 30 * 60_000 : 180_000;

/** How long a test may take to look at what it has started. */
const UNCAUGHT = 1000;

/** Of before the tests, some of which have a clock of their own. */
const { setTimeout, clearTimeout } = globalThis;

addEventHandler((event, { currentDescribeBlock: { hooks, tests } }) => {
  if (event.name === 'add_hook') limit(hooks.at(-1));
  if (event.name === 'add_test') limit(tests.at(-1));
});

function limit(added) {
  const { fn, timeout: milliseconds = LIMIT } = added;
  // A test that is only a name has no function.
  if (!fn) return;
  added.fn = async () => {
    let timer;
    const tooLong = new Promise((_resolve, reject) => {
      timer = setTimeout(
        () => reject(new Error(`It was not done after ${milliseconds / 1000} seconds.`)),
        milliseconds,
      );
    });
    try {
      return await Promise.race([fn(), tooLong]);
    } finally {
      clearTimeout(timer);
    }
  };
}

const uncaught = new Map();
process.on('unhandledRejection', (reason, promise) => {
  const end = () => {
    throw reason;
  };
  uncaught.set(promise, setTimeout(end, UNCAUGHT));
});
process.on('rejectionHandled', (promise) => {
  clearTimeout(uncaught.get(promise));
  uncaught.delete(promise);
});
