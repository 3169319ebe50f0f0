import { join } from 'node:path';

/** Where the embedded server keeps what, under HUB_DATA_DIR. */
export interface ServerLayout {
  readonly directory: string;
  /** The PostgreSQL cluster. */
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
}

/** The PostgreSQL version whose clusters the installed binaries can open. */
export const majorVersion = '18';
export const databaseName = 'edu_dx_hub';
export const superuserName = 'edu_dx_hub';
/** Who serves: owns nothing, and may do what the owner of the tables lets it. */
export const serviceName = 'edu_dx_hub_service';

/** @param directory an absolute path. */
export function layoutOf(directory: string): ServerLayout {
  return {
    directory,
    cluster: join(directory, 'postgres'),
    password: join(directory, 'password'),
    log: join(directory, 'postgres.log'),
  };
}
