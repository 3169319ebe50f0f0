import config from './jest.config.js';

const { globalSetup: _setup, globalTeardown: _teardown, ...withoutDatabase } = config;

/** The pure rules beside their code: no database, done in seconds. */
export default { ...withoutDatabase, roots: ['<rootDir>/src'] };
