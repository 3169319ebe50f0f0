import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  // The hub serves the pages at / and the files of the build below it; Vite serves both at /.
  base: command === 'build' ? '/console/' : '/',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Pictures would be data: addresses else; the console brings files only.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // One file of what every page needs: many small ones wait for each other on a slow network.
          groups: [
            {
              name: 'frame',
              test: /node_modules\/(react|react-dom|scheduler|react-i18next|i18next|urql|@urql|wonka|@0no-co|wouter|regexparam|clsx|use-sync-external-store)\/|@mantine\/(hooks|core\/esm\/(core|components\/(ActionIcon|Alert|Anchor|AppShell|Box|Burger|Button|CloseButton|Collapse|FloatingIndicator|Group|Input|List|Loader|NativeSelect|NavLink|Paper|SegmentedControl|SimpleGrid|Stack|Table|Text|TextInput|Title|Transition|UnstyledButton)))\/|web\/src\/(shared|generated)\//,
            },
          ],
        },
      },
    },
  },
  // The hub serves another React to GraphiQL; the console has one of its own, and only one.
  resolve: { dedupe: ['react', 'react-dom'] },
  plugins: [
    react(),
    documents(),
    compression({ algorithms: ['brotliCompress', 'gzip'], threshold: 1024 }),
  ],
  server: {
    proxy: { '/graphql': 'http://127.0.0.1:4000', '/evidence': 'http://127.0.0.1:4000' },
  },
}));

/**
 * The documents of the console: their hashes for the console, which asks by them, and their texts beside its build,
 * where the hub looks for those that it trusts.
 */
function documents(): Plugin {
  const fileName = 'src/generated/persisted-documents.json';
  const name = 'virtual:document-hashes';
  const read = () => readFile(new URL(fileName, import.meta.url), 'utf8');
  return {
    name: 'documents',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null;
      const texts = Object.values(JSON.parse(await read()) as Record<string, string>);
      const hashes = texts.map((text) => [
        /(?:query|mutation) (\w+)/.exec(text)![1]!,
        createHash('sha256').update(text).digest('hex'),
      ]);
      return `export const hashes = ${JSON.stringify(Object.fromEntries(hashes))};`;
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await read() });
    },
  };
}
