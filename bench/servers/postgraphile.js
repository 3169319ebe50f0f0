/** PostGraphile on the same tables and the views of views.js. */
import { createServer } from 'node:http';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { ready } from './measured.js';

// With its aggregates or without, which other questions do not need.
const [connectionString, , aggregates] = process.argv.slice(2);
const instance = postgraphile({
  extends: [PostGraphileAmberPreset, ...(aggregates === 'aggregates' ? [PgAggregatesPreset] : [])],
  pgServices: [
    makePgService({ connectionString, schemas: ['public', 'bench'], poolConfig: { max: 16 } }),
  ],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
server.on('error', (error) => process.send?.({ error: String(error) }));
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => ready(`http://127.0.0.1:${server.address().port}`));
