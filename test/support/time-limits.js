import { clearTimeout, setTimeout } from 'node:timers';
import { addEventHandler } from 'jest-circus';

/**
 * Only what never ends is to fail: a story in a browser, or six commands, take a minute on a busy machine. A test that
 * takes longer says so itself.
 */
const LIMIT = process.env.HUB_TEST_LONG ? 30 * 60_000 : 180_000;

// The runner knows no limit, and what waits for ever would hold the whole run.
addEventHandler(({ name }, { currentDescribeBlock }) => {
  if (name === 'add_test') limit(currentDescribeBlock.children.at(-1));
  if (name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1));
});

function limit(entry) {
  const { fn: work, timeout = LIMIT } = entry;
  entry.fn = async () => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`It did not end in ${timeout} ms.`)), timeout);
    });
    try {
      await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
