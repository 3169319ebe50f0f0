import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

/** What tests import from there are globals of the runner. */
const GLOBALS = new URL('jest-globals.js', import.meta.url).href;

// Node runs the tests and what they import as they are written: TypeScript becomes JavaScript as in a build.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
    const isOurs = !context.parentURL?.includes('/node_modules/');
    if (isOurs && specifier.startsWith('.') && specifier.endsWith('.js')) {
      const typed = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
      if (existsSync(typed)) return { url: typed.href, shortCircuit: true };
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    // The runner adds a question to the address, so that a file can run twice.
    const file = url.split('?')[0];
    if (!file.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(file);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      sourceMaps: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
