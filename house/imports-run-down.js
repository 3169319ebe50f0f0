import { relative, resolve, sep } from 'node:path';
import { importedFrom } from './imports.js';
import { wrongWith } from './rooms.js';

const PROJECT = resolve(import.meta.dirname, '..');

/** An ESLint rule: each import of a file, of types as well, leads to its own room or to one below it. */
export const importsRunDown = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = relative(PROJECT, context.filename).split(sep).join('/');
    const check = (node) => {
      const specifier = node?.value;
      if (typeof specifier !== 'string' || !specifier.startsWith('.')) return;
      const message = wrongWith(file, importedFrom(file, specifier));
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
    };
  },
};
