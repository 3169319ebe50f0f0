import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sendUnchanging } from './unchanging.js';

const require = createRequire(import.meta.url);

/** The files come from npm packages, so the page loads nothing from other hosts. */
const FILES = {
  'react.js': join(dirname(require.resolve('react/package.json')), 'umd/react.production.min.js'),
  'react-dom.js': join(
    dirname(require.resolve('react-dom/package.json')),
    'umd/react-dom.production.min.js',
  ),
  'graphiql.js': join(dirname(require.resolve('graphiql/package.json')), 'graphiql.min.js'),
  'graphiql.css': join(dirname(require.resolve('graphiql/package.json')), 'graphiql.min.css'),
};

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>edu-dx-hub · GraphiQL</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <link rel="stylesheet" href="/graphiql/page.css" />
  </head>
  <body>
    <div id="graphiql">GraphiQL needs JavaScript.</div>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/page.js"></script>
  </body>
</html>
`;

const PAGE_STYLE = 'html, body, #graphiql { height: 100%; margin: 0; }\n';

const EXAMPLE = `# Where did Đắk Nông stand against its targets?
{
  administrativeUnit(code: "67", on: "2024-12-31") {
    name
    progress(asOf: "2024-12-31") {
      lines {
        group
        pillar
        institutions
        completed
        reported
        inReview
        notReported
        percent
        upperPercent
        targets {
          target { year percent }
          gapPoints
          institutionsToGo
          standing
        }
      }
      warnings { code message }
    }
  }
}
`;

const PAGE_SCRIPT = `ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultQuery: ${JSON.stringify(EXAMPLE)},
    defaultEditorToolsVisibility: true,
  }),
);
`;

/** In seconds: the address of a file stays the same when the library does not. */
const DAY = 86_400;

/** The page for trying queries, at `/graphiql`. It works without the internet. */
export async function graphiql(server: FastifyInstance): Promise<void> {
  server.get('/graphiql', sendUnchanging({ content: PAGE, type: 'text/html' }));
  const style = { content: PAGE_STYLE, type: 'text/css' };
  const script = { content: PAGE_SCRIPT, type: 'text/javascript' };
  server.get('/graphiql/page.css', sendUnchanging(style));
  server.get('/graphiql/page.js', sendUnchanging(script));
  for (const [name, path] of Object.entries(FILES)) server.get(`/graphiql/${name}`, fileAt(path));
}

/** The files take half a megabyte, and most hubs never show the page: each is read when it is asked for. */
function fileAt(path: string): ReturnType<typeof sendUnchanging> {
  const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
  let answer: ReturnType<typeof sendUnchanging> | null = null;
  return async (request, reply) => {
    answer ??= sendUnchanging({ content: await readFile(path, 'utf8'), type, maxAge: DAY });
    return answer(request, reply);
  };
}
