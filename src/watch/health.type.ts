import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { LoggedError } from '../health/last-errors.js';
import {
  HubQueueName,
  type DatabaseFacts,
  type DiskFacts,
  type FailureFacts,
  type HealthFacts,
  type QueueFacts,
  type ScannerFacts,
  type WithheldFacts,
} from './health-facts.js';

registerEnumType(HubQueueName, {
  name: 'HubQueueName',
  description: 'What waits in a hub.',
  valuesConfig: {
    PUBLICATIONS: {
      description: 'Changes of published data that wait for their turn in this hub.',
    },
    WEBHOOKS: { description: 'Webhooks that have not got everything that was published.' },
    MAILS: { description: 'Mails.' },
    IMPORT_JOBS: { description: 'Files that were brought in and are checked or saved.' },
  },
});

@ObjectType({ description: 'What failed last in a queue.' })
export class HubFailure implements FailureFacts {
  @Field(() => GraphQLDateTime, { description: 'When it failed, or began to fail.' })
  at!: Date;

  @Field(() => String, {
    description:
      'What failed: the description of a webhook, the address of a mail, the name of a file.',
  })
  what!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why, in the words of what failed, such as the mail server. Null when that is told where the queue itself is shown.',
  })
  reason!: string | null;
}

@ObjectType({ description: 'What waits in a queue, and what was given up.' })
export class HubQueue implements QueueFacts {
  @Field(() => HubQueueName, { description: 'Which queue it is.' })
  queue!: HubQueueName;

  @Field(() => Int, { description: 'How many wait or are under way.' })
  waiting!: number;

  @Field(() => Int, {
    description:
      'How many failed and are tried again (webhooks), or were given up and wait for a person.',
  })
  failed!: number;

  @Field(() => HubFailure, {
    nullable: true,
    description: 'What failed last; null when nothing that is still known has failed.',
  })
  lastFailure!: HubFailure | null;
}

@ObjectType({ description: 'The database of a hub.' })
export class HubDatabase implements DatabaseFacts {
  @Field(() => String, { description: 'The version of PostgreSQL, such as 18.4.' })
  version!: string;

  @Field(() => String, {
    description: 'The name of the newest migration: the state of the tables.',
  })
  migration!: string;

  @Field(() => Int, { description: 'Its size on the disk, in megabytes.' })
  megabytes!: number;

  @Field(() => Int, { description: 'The connections to it, of all programs.' })
  connections!: number;

  @Field(() => Int, { description: 'How many connections the server takes.' })
  mostConnections!: number;

  @Field(() => Int, { description: 'Statements that wait for a lock now, of all programs.' })
  lockWaits!: number;
}

@ObjectType({ description: 'The disk of the data folder of a hub.' })
export class HubDisk implements DiskFacts {
  @Field(() => Int, { description: 'What is free, in megabytes.' })
  freeMegabytes!: number;

  @Field(() => Int, {
    description:
      'What is kept for the database, in megabytes: below it no files are taken. 0 keeps nothing.',
  })
  reserveMegabytes!: number;
}

@ObjectType({ description: 'The virus scanner that examines files of evidence.' })
export class HubVirusScanner implements ScannerFacts {
  @Field(() => Boolean, { description: 'Whether it answers now.' })
  isReachable!: boolean;

  @Field(() => Int, {
    description: 'How many files of evidence it has not examined yet; the hub has them examined.',
  })
  notExamined!: number;
}

@ObjectType({ description: 'A file of evidence in which the virus scanner found something.' })
export class HubWithheldFile implements WithheldFacts {
  @Field(() => String, { description: 'The SHA-256 hash of its content, by which it is stored.' })
  sha256!: string;

  @Field(() => String, { description: 'The name with which it was first uploaded.' })
  name!: string;

  @Field(() => String, { description: 'The name of the institution that first uploaded it.' })
  institution!: string;

  @Field(() => String, { description: 'What was found, as the virus scanner calls it.' })
  virus!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was examined last.' })
  examinedAt!: Date;
}

@ObjectType({ description: 'An error in the log of the hub.' })
export class HubError implements LoggedError {
  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => String, { description: 'What the log says, in English.' })
  message!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why, in the words of what failed; null when the log does not say.',
  })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The number of the request that failed, which its user may have quoted; null for what the hub does by itself.',
  })
  requestId!: string | null;
}

@ObjectType({
  description:
    'How a hub is. Of several hubs on one database it is the one that answers; database and queues are those of all, but for PUBLICATIONS.',
})
export class HubHealth implements HealthFacts {
  @Field(() => String, { description: 'The version of the hub.' })
  version!: string;

  @Field(() => GraphQLDateTime, { description: 'When this hub was started.' })
  startedAt!: Date;

  @Field(() => [String], {
    description:
      'What keeps the hub from its work, a sentence in English for each, as at /health/ready; empty when nothing does.',
  })
  problems!: string[];

  @Field(() => [String], {
    description:
      'What its operator should know although it does its work, a sentence in English for each.',
  })
  warnings!: string[];

  @Field(() => HubDatabase, { description: 'The database.' })
  database!: HubDatabase;

  @Field(() => HubDisk, {
    nullable: true,
    description: 'The disk of the data folder; null when it is not watched.',
  })
  disk!: HubDisk | null;

  @Field(() => [HubQueue], { description: 'All queues, in the order of their names’ list.' })
  queues!: HubQueue[];

  @Field(() => HubVirusScanner, {
    nullable: true,
    description: 'The virus scanner; null on a hub without one (HUB_CLAMAV_SOCKET).',
  })
  virusScanner!: HubVirusScanner | null;

  @Field(() => [HubWithheldFile], {
    description:
      'The files of evidence in quarantine, at most 20, those examined last first: nobody can download them.',
  })
  withheldFiles!: HubWithheldFile[];

  @Field(() => [HubError], {
    description: 'The last errors in the log since the start, at most 20, the newest first.',
  })
  errors!: HubError[];
}
