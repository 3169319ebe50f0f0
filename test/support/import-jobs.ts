import { pino } from 'pino';
import { startImportJobs } from '../../src/import-jobs/import-job-loop.service.js';
import { workOnJob } from '../../src/import-jobs/work-on-job.service.js';
import { writeXlsx, type CellValue } from 'hucre';
import type { TestHub } from './hub.js';
import type { Headers } from './people.js';

/** How long a test waits between two looks, in milliseconds. */
const LOOK_EVERY = 20;

/** Works on jobs in the process of the test; the function that comes back stops it. */
export function workingOnJobs({ orm }: TestHub): () => Promise<void> {
  return startImportJobs(orm, pino({ level: 'silent' }), {
    work: (id, tell) => workOnJob(orm.em.fork(), id, tell),
    every: LOOK_EVERY,
  });
}

export interface Job {
  id: string;
  version: number;
  state: string;
  created: number | null;
  updated: number | null;
  unchanged: number | null;
  problems: number | null;
  questions: number | null;
  leftOut: number;
  message: string | null;
  importRun: { id: string; undoneAt: string | null } | null;
}

const FIELDS =
  'id version state created updated unchanged problems questions leftOut message importRun { id undoneAt }';

/** Brings, answers, saves and discards files as somebody. */
export class Importer {
  constructor(
    readonly hub: TestHub,
    readonly headers: Headers,
  ) {}

  /** Brings a file: its text, or a workbook that is sent to the address. */
  async bring(kind: string, fileName: string, content: string | Buffer, more = {}): Promise<Job> {
    const text = typeof content === 'string' ? { content } : {};
    const { importJob, upload } = await this.send('importJobStart', 'ImportJobStartInput', {
      ...{ kind, fileName, ...text, ...more },
    });
    if (typeof content !== 'string') {
      const sent = await this.put(upload.address, content);
      if (sent.statusCode !== 201) throw new Error(sent.body);
    }
    return this.settled(importJob.id, 'CHECKING');
  }

  put(address: string, content: Buffer) {
    return this.hub.server.inject({
      method: 'PUT',
      url: address,
      headers: { 'accept-language': 'en', 'content-type': 'application/octet-stream' },
      payload: content,
    });
  }

  async answer({ id, version }: Job, input: object): Promise<Job> {
    await this.send('importJobAnswer', 'ImportJobAnswerInput', { id, version, ...input });
    return this.settled(id, 'CHECKING');
  }

  async save({ id, version }: Job): Promise<Job> {
    await this.send('importJobSave', 'ImportJobSaveInput', { id, version });
    return this.settled(id, 'SAVING', 'CHECKING');
  }

  async undo(importRun: string): Promise<Job> {
    const { importJob } = await this.send('importJobUndo', 'ImportJobUndoInput', { importRun });
    return this.settled(importJob.id, 'SAVING');
  }

  /** What one of the mutations answers; it has to be done. */
  async send(name: string, type: string, input: object): Promise<any> {
    const answer = await this.ask(name, type, input);
    if (answer.userErrors.length > 0) throw new Error(JSON.stringify(answer.userErrors));
    return answer;
  }

  async ask(name: string, type: string, input: object): Promise<any> {
    const upload = name === 'importJobStart' ? 'upload { address mostBytes }' : '';
    const data = await this.hub.data(
      `mutation ($input: ${type}!) { ${name}(input: $input) {
        importJob { ${FIELDS} } ${upload} userErrors { code field message } } }`,
      { input },
      this.headers,
    );
    return data[name];
  }

  async job(id: string): Promise<Job> {
    const query = `query ($id: ID!) { node(id: $id) { ... on ImportJob { ${FIELDS} } } }`;
    return (await this.hub.data(query, { id }, this.headers)).node;
  }

  /** What is told of rows: the number, the kind, and what was found or changes. */
  async rows({ id }: Job, ...kinds: string[]): Promise<any[]> {
    const { node } = await this.hub.data(
      `query ($id: ID!, $kinds: [ImportJobRowKind!]) { node(id: $id) { ... on ImportJob {
        rows(first: 100, kinds: $kinds) { nodes { row kind subject column value code message mayBeSame
          changes { column before after since corrected } } } } } }`,
      { id, kinds: kinds.length > 0 ? kinds : null },
      this.headers,
    );
    return node.rows.nodes;
  }

  /** The job, once the hub does not work on it any more. */
  async settled(id: string, ...under: string[]): Promise<Job> {
    for (;;) {
      const job = await this.job(id);
      if (!under.includes(job.state)) return job;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  }
}

/** A workbook of one sheet, and others that are not read. */
export async function workbookOf(rows: CellValue[][], others: string[] = []): Promise<Buffer> {
  const further = others.map((name) => ({ name, rows: [['something else']] }));
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Trường', rows }, ...further] }));
}
