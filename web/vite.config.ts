import react from '@vitejs/plugin-react';
import { readFile } from 'node:fs/promises';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Pictures would be data: addresses else; the console brings files only.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
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
});

/** The documents of the console beside its build, where the hub looks for those that it trusts. */
function documents(): Plugin {
  const fileName = 'src/generated/persisted-documents.json';
  return {
    name: 'documents',
    async generateBundle() {
      const source = await readFile(new URL(fileName, import.meta.url), 'utf8');
      this.emitFile({ type: 'asset', fileName, source });
    },
  };
}
