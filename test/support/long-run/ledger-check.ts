import type pg from 'pg';
import type { WriteLedger } from './write-ledger.js';

/** What the database says of the writes of a run. */
export interface Findings {
  /** Said to be done, and not there. */
  lost: string[];
  /** There more than once. */
  doubled: string[];
  /** Said to be refused, or that nothing happened, and there all the same. */
  unwanted: string[];
  /** What does not hold between the trail, the versions, the answers and the evidence. */
  torn: string[];
}

/** Where each mutation leaves the mark of a write in the trail. */
const EVENTS = `
  select action, case action
    when 'accountCreate' then after ->> 'name'
    when 'statusUpdateSave' then after #>> '{answers,G1,comment}'
    when 'statusUpdateReopen' then after ->> 'reason'
    when 'evidenceLinkAdd' then after ->> 'name'
    when 'evidenceUploadStart' then replace(after ->> 'fileName', '.pdf', '')
    when 'evidenceUpload' then replace(after ->> 'name', '.pdf', '')
    when 'evidenceRemove' then 'evidence ' || (before ->> 'evidence')
    else after ->> 'note' end as mark, count(*)::int as times
  from audit_event group by 1, 2`;

/** What has to hold, each as a statement that finds where it does not. */
const RULES: Record<string, string> = {
  'updates whose versions in the trail have gaps or come twice': `
    select subject_id from audit_event
    where subject_type = 'StatusUpdate' and subject_version is not null group by subject_id
    having count(distinct subject_version) <> count(*)
      or max(subject_version) - min(subject_version) + 1 <> count(*)`,
  'updates whose version is not the last of the trail': `
    select update.id from status_update as update join (
      select subject_id, max(subject_version) as version from audit_event
      where subject_type = 'StatusUpdate' group by subject_id) as told on told.subject_id = update.id
    where told.version is not null and told.version <> update.version`,
  'updates without the answer that was saved last': `
    select update.id from status_update as update join lateral (
      select after #>> '{answers,G1,comment}' as comment from audit_event
      where subject_type = 'StatusUpdate' and subject_id = update.id
        and action = 'statusUpdateSave' and after #> '{answers,G1}' is not null
      order by id desc limit 1) as saved on true
    where not exists (
      select from status_update_entry as entry
      join status_update_revision as revision on revision.id = entry.revision_id
      join criterion on criterion.id = entry.criterion_id
      where revision.update_id = update.id and criterion.code = 'G1'
        and entry.comment = saved.comment and revision.number = (
          select max(number) from status_update_revision where update_id = update.id))`,
  'evidence that a revision has twice': `
    select revision_id from evidence where name like 'write-%'
    group by revision_id, name having count(*) > 1`,
  'revisions whose numbers have gaps': `
    select update_id from status_update_revision group by update_id having max(number) <> count(*)`,
};

/** Holds what the clients were told against what is there. */
export async function checkLedger(ledger: WriteLedger, client: pg.Client): Promise<Findings> {
  const { rows } = await client.query<{ action: string; mark: string | null; times: number }>(
    EVENTS,
  );
  const times = new Map(rows.map((row) => [`${row.action} ${row.mark}`, row.times]));
  const findings: Findings = { lost: [], doubled: [], unwanted: [], torn: [] };
  for (const { action, mark, verdict, sent } of ledger.writes) {
    const found = times.get(`${action} ${mark}`) ?? 0;
    const told = `${action} ${mark}: ${verdict} after ${sent}, found ${found} times`;
    if (found > 1) findings.doubled.push(told);
    else if (verdict === 'done' && found === 0) findings.lost.push(told);
    else if ((verdict === 'refused' || verdict === 'nothing') && found > 0)
      findings.unwanted.push(told);
  }
  for (const [rule, statement] of Object.entries(RULES)) {
    const { rowCount } = await client.query(statement);
    if (rowCount) findings.torn.push(`${rowCount} ${rule}`);
  }
  return findings;
}
