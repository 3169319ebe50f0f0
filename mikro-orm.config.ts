import { readConfig } from './src/config.js';
import { ormOptions } from './src/database/orm.js';
import { tables } from './src/tables.js';

/** For MikroORM's own command line (`npm run db:migrate:new`); the hub builds the same options. */
export default ormOptions(readConfig().databaseUrl ?? '', tables);
