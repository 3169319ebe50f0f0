export default {
  // Without a context of its own for every file: the hub's modules are loaded once a worker, not 300 times.
  runner: 'jest-light-runner',
  setupFilesAfterEnv: ['<rootDir>/test/support/time-limits.js'],
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // They take minutes: jest.long.config.js.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/long/'],
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  // As many as the smallest machine has processors: most of the work is the database's.
  maxWorkers: 2,
};
