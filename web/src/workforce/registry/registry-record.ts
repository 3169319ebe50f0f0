import type { RecordsQuery } from '../../generated/graphql';

type Unit = Extract<RecordsQuery['node'], { __typename: 'AdministrativeUnit' }>;
/** A record of the registry, as the list asks for it. */
export type RegistryRecord = NonNullable<Unit['workforce']>['allRecords']['nodes'][number];
