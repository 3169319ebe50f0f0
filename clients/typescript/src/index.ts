export { HubClient, HubError, type HubOptions, type HubProblem, type Page } from './client.js';
export * from './generated/graphql.js';
