export { HubClient } from './client.js';
export type { HubOptions } from './options.js';
export type { Page, Step } from './pages.js';
export { HubError, type HubExtensions, type HubProblem } from './reply.js';
export * from './generated/graphql.js';
