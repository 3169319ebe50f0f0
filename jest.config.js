export default {
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // They take minutes: jest.long.config.js.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/long/'],
  // In plain Node.js: a virtual environment for each file took half of the processor time (bench/RESULTS.md).
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  setupFilesAfterEnv: ['<rootDir>/test/runner/setup.js'],
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
  // Global setup is plain JavaScript already, and the tests are compiled where they run.
  transform: {},
  // As many as the smallest machine has processors: most of the work is the database's.
  maxWorkers: 2,
};
