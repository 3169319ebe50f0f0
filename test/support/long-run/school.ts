import { setTimeout as pause } from 'node:timers/promises';
import {
  EvidenceLinkAddDocument,
  EvidenceRemoveDocument,
  EvidenceUploadStartDocument,
  StatusUpdateReopenDocument,
  StatusUpdateSaveDocument,
  StatusUpdateSubmitDocument,
} from '../../../clients/typescript/src/generated/graphql.js';
import { fromGlobalId } from '../../../src/graphql/node.js';
import { FILES } from '../evidence-files.js';
import { FULL_ANSWERS, NEED_EVIDENCE } from '../reporting.js';
import { codeOf, Member, type Patience, type Run } from './member.js';
import type { Code } from './outcomes.js';
import { payloadOf } from './payload.js';
import type { Write } from './write-ledger.js';

/** An institution that reports again and again, and who reports for it. */
export interface SchoolDuty {
  email: string;
  institution: string;
  round: string;
}

/** How long a write without a key is sent again before its sender gives up, in milliseconds. */
const PERSISTENCE = 90_000;
/** Reasons for which nothing is removed. */
const FINAL = new Set(['NOT_FOUND', 'EVIDENCE_HANDED_IN', 'IN_REVIEW', 'NO_DRAFT', 'FORBIDDEN']);
/** A criterion with more pieces of evidence loses one, since ten are the most. */
const MANY = 4;

const FORM = `query ($institution: ID!, $round: ID!) {
  statusUpdates(first: 1, filter: { institution: $institution, round: $round }) { nodes {
    id version canSave canSubmit canReopen
    submissionProblems { code field }
    newestRevision { submittedAt entries { criterion { code } evidence { id } } }
  } } }`;

/** A school administrator who saves, adds evidence, hands in, and reopens what was approved. */
export class School {
  readonly member: Member;

  constructor(
    run: Run,
    private readonly duty: SchoolDuty,
    patience?: Patience,
  ) {
    this.member = new Member(run, duty.email, patience);
  }

  async work(every: number): Promise<void> {
    const { ending } = this.member.run;
    while (!ending.aborted) {
      await this.step();
      await pause(every * (0.5 + Math.random()));
    }
  }

  /** Does one thing that is in turn. */
  async step(): Promise<void> {
    const update = await this.form();
    if (update === undefined) return;
    if (update === null) return void (await this.save(null));
    if (update.canReopen && !update.canSubmit) return this.reopen(update);
    if (!update.canSave) return;
    const drafting = update.newestRevision?.submittedAt === null;
    const problems: { code: string; field: string[] }[] = update.submissionProblems;
    if (!drafting || problems.some((one) => one.code !== 'EVIDENCE_MISSING'))
      return void (await this.save(update.version));
    const missing = problems[0]?.field[1];
    if (missing) return this.addLink(update.id, missing);
    const luck = Math.random();
    if (luck < 0.4) return void (await this.save(update.version));
    if (luck < 0.65) return this.addEvidence(update);
    return this.submit(update);
  }

  /** Reads the form and saves it. @returns whether the hub said that it did. */
  async saveOnce(): Promise<boolean> {
    const update = await this.form();
    return update !== undefined && this.save(update?.version ?? null);
  }

  /** Makes sure of a draft. @returns an address that takes a file for it. */
  async uploadAddress(): Promise<string> {
    await this.saveOnce();
    const update = await this.form();
    const { payload } = await this.startUpload(update?.id ?? '', 'G1');
    if (!payload) throw new Error('there is no address to send a file to');
    return payload.upload.address;
  }

  /** @returns null where the school has not begun; undefined without a good answer. */
  private async form(): Promise<any> {
    const { institution, round } = this.duty;
    const { code, data } = await this.member.ask('form', FORM, { institution, round });
    return code === 'OK' ? (data?.['statusUpdates'].nodes[0] ?? null) : undefined;
  }

  private async save(version: number | null): Promise<boolean> {
    const { institution, round } = this.duty;
    const share = 20 + Math.floor(Math.random() * 19);
    const { write } = await this.member.write(
      'statusUpdateSave',
      payloadOf(StatusUpdateSaveDocument),
      (mark) => ({
        institution,
        round,
        version,
        answers: FULL_ANSWERS.map((answer) => ({
          ...answer,
          ...(answer.criterion === 'G1' && { comment: mark }),
          ...(answer.criterion === 'G4' && { value: share }),
        })),
      }),
    );
    return write.verdict === 'done';
  }

  private async submit({ id, version }: { id: string; version: number }): Promise<void> {
    const query = payloadOf(StatusUpdateSubmitDocument);
    await this.member.write('statusUpdateSubmit', query, (note) => ({ id, version, note }));
  }

  private async reopen({ id, version }: { id: string; version: number }): Promise<void> {
    const query = payloadOf(StatusUpdateReopenDocument);
    await this.member.write('statusUpdateReopen', query, (reason) => ({ id, version, reason }));
  }

  private async addEvidence(update: any): Promise<void> {
    const criterion = NEED_EVIDENCE[Math.floor(Math.random() * NEED_EVIDENCE.length)] ?? 'G1';
    const entry = update.newestRevision.entries.find(
      (one: any) => one.criterion.code === criterion,
    );
    const [oldest, ...others] = entry?.evidence ?? [];
    if (others.length >= MANY) return this.remove(oldest.id);
    if (Math.random() < 0.5) return this.addLink(update.id, criterion);
    return this.addFile(update.id, criterion);
  }

  private async addLink(statusUpdate: string, criterion: string): Promise<void> {
    await this.member.write('evidenceLinkAdd', payloadOf(EvidenceLinkAddDocument), (mark) => ({
      statusUpdate,
      criterion,
      name: mark,
      url: `https://example.edu.vn/${mark}`,
    }));
  }

  /** It takes no key: whoever sends it again learns that the evidence is gone. */
  private async remove(evidence: string): Promise<void> {
    const mark = `evidence ${fromGlobalId('Evidence', evidence)}`;
    const write = this.member.run.ledger.begin('evidenceRemove', mark);
    const query = payloadOf(EvidenceRemoveDocument);
    await persist(write, async () => {
      const { code } = await this.member.ask('evidenceRemove', query, { input: { evidence } });
      if (code === 'OK' || (code === 'NOT_FOUND' && write.sent > 1)) write.verdict = 'done';
      else if (FINAL.has(code)) write.verdict = 'refused';
      return code;
    });
  }

  private async addFile(statusUpdate: string, criterion: string): Promise<void> {
    const { write, payload } = await this.startUpload(statusUpdate, criterion);
    if (payload) await this.sendFile(payload.upload.address, write.mark);
  }

  private startUpload(statusUpdate: string, criterion: string) {
    const query = payloadOf(EvidenceUploadStartDocument);
    return this.member.write('evidenceUploadStart', query, (mark) => ({
      statusUpdate,
      criterion,
      fileName: `${mark}.pdf`,
    }));
  }

  /** An address takes one file: whoever sends it again learns whether it has arrived. */
  private async sendFile(path: string, mark: string): Promise<void> {
    const write = this.member.run.ledger.begin('evidenceUpload', mark);
    const body = FILES.pdf(mark);
    const headers = { 'content-type': 'application/pdf', 'accept-language': 'en' };
    await persist(write, async () => {
      const reply = await this.member.send('evidenceUpload', {
        method: 'PUT',
        path,
        headers,
        body,
      });
      const code = reply ? codeOf(reply) : 'LOST';
      const again = !reply || reply.status >= 500 || reply.status === 429;
      if (code === 'OK' || code === 'UPLOAD_DONE') write.verdict = 'done';
      else if (!again && code !== 'UPLOAD_BROKEN_OFF') write.verdict = 'refused';
      return code;
    });
  }
}

/** Sends a write that takes no key until something has come of it. */
async function persist(write: Write, send: () => Promise<Code>): Promise<void> {
  const deadline = Date.now() + PERSISTENCE;
  while (Date.now() < deadline && write.verdict === 'unknown') {
    if (write.sent > 0) await pause(200 + Math.random() * 400);
    write.sent += 1;
    write.last = await send();
  }
}
