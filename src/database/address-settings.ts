import { z } from 'zod';
import { isDatabaseUrl } from './addresses.js';

/** The address of a PostgreSQL, with one host or several. */
export const postgresUrl = z.string().refine(isDatabaseUrl, {
  error:
    'must look like postgresql://user:password@host:5432/database, or name several hosts: postgresql://user:password@one:5432,two:5432/database?target_session_attrs=read-write (or any)',
});
