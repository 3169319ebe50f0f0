import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { defineConfig, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** What is loaded by itself, before everything else. */
const FIRST = new URL('src/first/ask-first.ts', import.meta.url).pathname;

/** The document that it asks by. */
const ASKED_FIRST = 'Overview';

/** What nothing is drawn before. */
const SCHEME = new URL('src/first/colour-scheme.ts', import.meta.url).pathname;

/** What keeps the console for when there is no network. */
const WORKER = new URL('worker/worker.ts', import.meta.url).pathname;

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
      input: ['index.html', FIRST, SCHEME, WORKER],
      output: {
        // A browser looks for a new worker at the address of the old one.
        entryFileNames: ({ facadeModuleId }) =>
          facadeModuleId === WORKER ? 'worker.js' : 'assets/[name]-[hash].js',
        codeSplitting: {
          // One file of what every page needs: many small ones wait for each other on a slow network.
          groups: [
            {
              name: 'first',
              test: /web\/src\/first\/(?!colour-scheme)|virtual:document-hashes/,
              priority: 1,
            },
            {
              name: 'frame',
              test: /node_modules\/(react|react-dom|scheduler|react-i18next|i18next|urql|@urql|wonka|@0no-co|wouter|regexparam|clsx|use-sync-external-store)\/|@mantine\/(hooks|core\/esm\/(core|components\/(ActionIcon|Alert|Anchor|AppShell|Box|Burger|Button|CloseButton|Collapse|FloatingIndicator|Group|Input|List|Loader|NativeSelect|NavLink|Paper|SegmentedControl|SimpleGrid|Stack|Table|Text|TextInput|Title|Transition|UnstyledButton)))\/|web\/src\/shared\//,
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
    first(),
    worker(),
    slim(),
    styles(),
    compression({ algorithms: ['brotliCompress', 'gzip'], threshold: 1024 }),
  ],
  server: {
    proxy: { '/graphql': 'http://127.0.0.1:4000', '/evidence': 'http://127.0.0.1:4000' },
  },
}));

/**
 * The documents of the console: their hashes for the console, which asks by them, and their texts beside its build,
 * where the hub looks for those that it trusts. Each is a module of its own, with its hash: all of them would come with
 * the first page, with what is asked on all others.
 */
function documents(): Plugin {
  const fileName = 'src/generated/persisted-documents.json';
  const hashes = '\0virtual:document-hashes';
  const document = '\0virtual:document/';
  const read = () => readFile(new URL(fileName, import.meta.url), 'utf8');
  const byName = async () =>
    new Map(
      Object.values(JSON.parse(await read()) as Record<string, string>).map((text) => [
        /(?:query|mutation) (\w+)/.exec(text)![1]!,
        text,
      ]),
    );
  return {
    name: 'documents',
    resolveId: (id) => (/^virtual:document[-/]/.test(id) ? `\0${id}` : null),
    async load(id) {
      if (id === hashes) {
        const asked = (await byName()).get(ASKED_FIRST);
        if (!asked) this.error(`No document is called ${ASKED_FIRST}: npm run codegen.`);
        return `export const hashes = ${JSON.stringify({ [ASKED_FIRST]: hashOf(asked) })};`;
      }
      if (!id.startsWith(document)) return null;
      const name = id.slice(document.length);
      const text = (await byName()).get(name);
      if (!text) this.error(`No document is called ${name}: npm run codegen.`);
      return `
        import { hashes } from 'virtual:document-hashes';
        hashes.${name} = '${hashOf(text)}';
        export default ${JSON.stringify(text)};
      `;
    },
    transform(code, id) {
      if (!/web\/src\/.*\.tsx?$/.test(id)) return null;
      return code.replace(
        /import\s*\{([^}]*)\}\s*from\s*["'][./]+generated\/graphql["'];?/g,
        (_, names: string) =>
          Array.from(
            names.matchAll(/(\w+)Document\b/g),
            ([name, operation]) => `import ${name} from 'virtual:document/${operation}';`,
          ).join(' '),
      );
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: await read() });
    },
  };
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Names in the page what is loaded first; in the page's own text it would become a part of everything else. The colour
 * scheme is a script of the old kind, for which the page waits before it is drawn; while developing it is not there.
 */
function first(): Plugin {
  return {
    name: 'first',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk');
        const [entry, scheme] = [FIRST, SCHEME].map((file) =>
          chunks.find((each) => each.facadeModuleId === file),
        );
        if (!entry || !scheme) return [];
        const src = (file: string) => `/console/${file}`;
        return [
          {
            tag: 'script',
            attrs: { src: src(scheme.fileName) },
            injectTo: 'head-prepend' as const,
          },
          {
            tag: 'script',
            attrs: { type: 'module', async: true, crossorigin: true, src: src(entry.fileName) },
            injectTo: 'head-prepend',
          },
          ...entry.imports.map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: src(file) },
            injectTo: 'head-prepend' as const,
          })),
        ];
      },
    },
  };
}

/** Tells the worker what it keeps: all files of this build. */
function worker(): Plugin {
  return {
    name: 'worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
      const script = chunks.find((each) => each.facadeModuleId === WORKER);
      const page = chunks.find((each) => each.facadeModuleId?.endsWith('/web/index.html'));
      if (!script || !page) this.error('There is no worker or no page.');
      const assets = Object.keys(bundle).filter((file) => /^assets\/.*\.(js|css)$/.test(file));
      const files = [...assets.sort(), 'icon.svg'].map((file) => `/console/${file}`);
      const version = hashOf(files.join()).slice(0, 12);
      const build = JSON.stringify({ version, entry: page.fileName, files });
      script.code = `(()=>{const BUILD=${build};${script.code}})();`;
    },
  };
}

/**
 * Leaves out what no table here uses and every page would wait for: Mantine's table knows a scroll area that is drawn,
 * and with it the whole of Floating UI, a sixth of the frame.
 */
function slim(): Plugin {
  return {
    name: 'slim',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('/ScrollArea/ScrollArea.mjs') &&
      importer?.endsWith('/TableScrollContainer.mjs')
        ? '\0slim'
        : null,
    load: (id) => (id === '\0slim' ? "export const ScrollArea = 'div';" : null),
  };
}

/** Brings of Mantine's styles those of what is used, with what uses it; while developing, all of them. */
function styles(): Plugin {
  const BASE = ['default-css-variables', 'baseline', 'global'];
  const importing = (names: string[]) =>
    names.map((name) => `import '@mantine/core/styles/${name}.css';\n`).join('');
  return {
    name: 'styles',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === '@mantine/core/styles.css' ? '\0styles' : null),
    load: (id) => (id === '\0styles' ? importing(BASE) : null),
    transform(code, id) {
      const component = /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1];
      return component ? importing([component]) + code : null;
    },
  };
}
