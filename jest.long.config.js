import config from './jest.config.js';

const { testPathIgnorePatterns: _ignored, ...ordinary } = config;

/** What runs for minutes: `npm run test:long`. */
export default {
  ...ordinary,
  roots: ['<rootDir>/test'],
  testMatch: ['**/test/long/*.test.ts', '**/test/given-up.test.ts'],
  // More than the hub has places for, of each kind.
  globals: { costlyAborts: 1200 },
  // A test that takes longer says so itself.
  testTimeout: 30 * 60_000,
  // What one does to the machine, another would measure.
  maxWorkers: 1,
};
