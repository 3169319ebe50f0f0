import graphql from '@graphql-eslint/eslint-plugin';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { importsRunDown } from './house/imports-run-down.js';
import { featuresOf, HUB } from './house/rooms.js';

/** The rooms of src that are features, as a pattern. */
const FEATURES = `src/{${featuresOf(HUB).join(',')}}`;

/** What files of a role must not import, by the text of the import. */
function role(files, ...patterns) {
  return { files, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

export default defineConfig(
  globalIgnores([
    'dist/',
    'coverage/',
    '.hub/',
    'screenshots/',
    'clients/typescript/src/generated/',
    'web/src/generated/',
    // A copy of what was released: it is never edited.
    'schema/released.graphql',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.{js,ts,tsx}'],
    extends: [js.configs.recommended],
    plugins: { 'import-x': importX, house: { rules: { 'imports-run-down': importsRunDown } } },
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
    settings: {
      'import-x/extensions': ['.ts', '.tsx', '.js'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      // NodeNext imports name the .js file that the .ts file becomes; without this, no import
      // resolves and the rules on cycles and paths see nothing.
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.js'],
          extensionAlias: { '.js': ['.ts', '.js'] },
        }),
      ],
    },
    rules: {
      'no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'import-x/no-cycle': 'error',
      // A path that resolves to nothing would escape the rules on paths.
      'import-x/no-unresolved': ['error', { ignore: ['^[^.]', '/dist/'] }],
      'house/imports-run-down': 'error',
      'import-x/no-restricted-paths': ['error', { zones: zones() }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/config.ts reads it.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'node:process', importNames: ['env'], message: 'Only src/config.ts reads it.' },
          ],
          patterns: [
            { regex: '^graphql/', message: 'Only src/execution/graphql-internals.ts uses them.' },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Plugins and the like are asked for a promise, whether there is anything to wait for or not.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['test/**'],
    rules: {
      // Answers to questions that are written in the test are JSON without a type.
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Tables refer to each other; MikroORM takes such references as functions.
    files: ['**/*.entity.ts'],
    rules: { 'import-x/no-cycle': 'off' },
  },
  {
    files: ['src/execution/graphql-internals.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: ['src/config.ts', 'test/support/**', 'bench/**', 'clients/sqlite/**'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    // Not TypeScript, which knows Node's globals itself.
    files: ['bench/**', 'clients/sqlite/**'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          'console',
          'fetch',
          'performance',
          'setInterval',
          'TextEncoder',
          'URLSearchParams',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['web/**'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    // What is loaded when it is needed comes by its default export.
    files: ['web/src/**/*.page.tsx', 'web/src/**/*.lazy.tsx'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    // MikroORM wrote the SQL in them.
    files: ['src/database/migrations/*.ts'],
    rules: { 'no-useless-escape': 'off' },
  },
  {
    // Their readers take the default export.
    files: ['**/*.config.{js,ts}', 'test/support/global-*.js'],
    rules: { 'import-x/no-default-export': 'off' },
  },

  role(['src/**/*.resolver.ts'], {
    regex: '^(@mikro-orm/|kysely)',
    message: 'A resolver asks a service or queries.',
  }),
  role(['src/**/*.{service,queries,import}.ts'], {
    regex: '^type-graphql',
    message: 'Services and queries know no graph.',
  }),
  role(['src/**/*.entity.ts'], {
    regex: '^(graphql|type-graphql)|\\.(service|queries)\\.js$',
    message: 'An entity is only a table.',
  }),
  // Files without a role: they may name what the database and the graph hold, and run without either.
  role([`${FEATURES}/!(*.*).ts`, `${FEATURES}/*.enums.ts`], {
    regex:
      '^(kysely|@mikro-orm/|graphql|type-graphql)|/database/|\\.(entity|service|queries|import|resolver|type)\\.js$',
    allowTypeImports: true,
    message: 'A rule is pure: types only.',
  }),

  {
    files: ['schema/**/*.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: {
          schema: 'schema/schema.graphql',
          documents: 'schema/operations/*.graphql',
        },
      },
    },
  },
  {
    files: ['schema/schema.graphql'],
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
          // type-graphql cannot describe the roots; each of their fields is described.
          ignoredSelectors: [
            '[type=ObjectTypeDefinition][name.value=/^(Query|Mutation|Subscription)$/]',
          ],
        },
      ],
      // Only a Node has an id; a line of a report has not.
      '@graphql-eslint/strict-id-in-types': 'off',
      // Connections give `nodes` beside `edges`, and short lists that are always whole have no pages. A
      // Participation is known by its institution and its round, and has no id of its own.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
      ],
    },
  },
  {
    files: ['schema/operations/*.graphql'],
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/lone-executable-definition': 'error',
      '@graphql-eslint/match-document-filename': ['error', { query: 'kebab-case' }],
      // A comment above each: who asks what.
      '@graphql-eslint/require-description': ['error', { OperationDefinition: true }],
      '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 8 }],
    },
  },
);

/** Inside a room: resolver → service or queries → rules and entities. Between rooms `house/rooms.js` says what may be. */
function zones() {
  return [
    {
      target: 'src/**/!(*.resolver|*.type|graph).ts',
      from: 'src/**/*.{resolver,type}.ts',
      message: 'Only resolvers, types and graph know the graph of a feature.',
    },
    {
      target: 'src/graph.ts',
      from: `${FEATURES}/!(*.resolver|*.queries).ts`,
      message: 'It lists resolvers, and what loads the rows of nodes.',
    },
    {
      target: 'src/tables.ts',
      from: `${FEATURES}/!(*.entity).ts`,
      message: 'It lists entities only.',
    },
  ];
}
