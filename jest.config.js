export default {
  testEnvironment: './test/support/plain-environment.js',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // They take minutes: jest.long.config.js.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/long/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest'],
  },
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  // Only what never ends is to fail: a story in a browser, or six commands, take a minute on a busy machine.
  testTimeout: 180_000,
  // As many as the smallest machine has processors: most of the work is the database's.
  maxWorkers: 2,
  // A worker keeps the modules of every file it ran, some 30 MB each: a fresh one takes over before it is full.
  workerIdleMemoryLimit: '1GB',
};
