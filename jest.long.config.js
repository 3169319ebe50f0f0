import config from './jest.config.js';

const { testPathIgnorePatterns: _ignored, ...ordinary } = config;

/** What runs for minutes: `npm run test:long`. */
export default {
  ...ordinary,
  roots: ['<rootDir>/test'],
  // The others do a fifth of it in the gate.
  testMatch: [
    '**/test/long/*.test.ts',
    '**/test/{cache-freshness,feed-copy,fuzz,given-up}.test.ts',
  ],
  globals: { isLongRun: true },
  // A test that takes longer says so itself.
  testTimeout: 30 * 60_000,
  // What one does to the machine, another would measure.
  maxWorkers: 1,
};
