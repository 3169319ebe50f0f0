/**
 * What a process needs that runs tests without a virtual environment of Jest's: TypeScript is compiled
 * as it is loaded, and `@jest/globals`, which works inside that environment only, is what the runner has.
 */
import '@swc-node/register/esm-register';
import { registerHooks } from 'node:module';

const globals = new URL('./globals.js', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals'
      ? { url: globals, format: 'module', shortCircuit: true }
      : next(specifier, context),
});
