import config from './jest.config.js';

const { testPathIgnorePatterns: _ignored, ...ordinary } = config;

/** What runs for minutes: `npm run test:long`, which sets HUB_TEST_LONG. */
export default {
  ...ordinary,
  roots: ['<rootDir>/test'],
  // The others do a fifth of it in the gate.
  testMatch: [
    '**/test/long/*.test.ts',
    '**/test/{cache-freshness,feed-copy,fuzz,given-up}.test.ts',
  ],
  // What one does to the machine, another would measure.
  maxWorkers: 1,
};
