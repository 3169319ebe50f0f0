import { publish } from '../dist/src/database/publish.js';
import { LAST_ROUND } from './dataset.js';

/**
 * Adds to a country of `fillDataset` what its rounds leave behind beside the reports: the schools' accounts,
 * evidence, the trail of every report, the outbox of the feed, and mails. Each report is saved four times,
 * gets three files and four links, is handed in and approved in publications of its own, and brings four mails.
 * A round that is open now calls everybody, so that schools that have reported before write again.
 * @param model.email whose password all accounts get.
 */
export async function addHistory(em, model) {
  await publish(
    em,
    async (within) => {
      const run = (statement, parameters = []) => within.execute(statement, parameters);
      await insertAccounts(run, model);
      await insertOpenRound(run);
      await run(`create temporary table told on commit drop as
        select revision.id as revision, status_update.id as update, status_update.state,
          status_update.institution_id as institution, period.unit_id as unit, account.id as account,
          account.name, round.opens_on + (status_update.institution_id % 50) as day, round.code as year,
          row_number() over (order by revision.id) as place
        from status_update_revision as revision
        join status_update on status_update.id = revision.update_id
        join reporting_round as round on round.id = status_update.round_id
        join institution_period as period on period.institution_id = status_update.institution_id
        join account on account.name = 'School ' || status_update.institution_id`);
      await insertEvidence(run);
      await insertTrail(run);
      await insertOutbox(run);
      await insertMails(run);
      return { changed: true };
    },
    { illustrative: true },
  );
}

async function insertAccounts(run, model) {
  await run(
    `insert into account (name, search_name, email, password_hash, created_at)
     select 'School ' || institution.id, 'school ' || institution.id,
       'school-' || institution.id || '@example.org', model.password_hash, model.created_at
     from institution, account as model where model.email = ? order by institution.id`,
    [model.email],
  );
  await run(
    `insert into account_grant (account_id, role, institution_id)
     select account.id, 'SCHOOL_ADMIN', institution.id
     from institution join account on account.name = 'School ' || institution.id order by account.id`,
  );
}

async function insertOpenRound(run) {
  await run(
    `insert into reporting_round (unit_id, code, name_vi, name_en, opens_on, due_on,
       reference_date, closes_on, source_status)
     select id, 'OPEN', 'OPEN', 'OPEN', '${LAST_ROUND}-10-01', '${LAST_ROUND}-11-30',
       '${LAST_ROUND}-10-31', '${LAST_ROUND}-12-31', 'ILLUSTRATIVE'
     from administrative_unit where kind = 'PROVINCE' order by id`,
  );
  await run(
    `insert into reporting_round_framework (round_id, framework_id, position)
     select reporting_round.id, framework.id, framework.id from reporting_round, framework where reporting_round.code = 'OPEN'`,
  );
}

async function insertEvidence(run) {
  await run(
    `insert into evidence_file (sha256, size, media_type, findings, examined_at, stored_at)
     select encode(sha256(convert_to(revision || ' ' || number, 'UTF8')), 'hex'), 400000, 'application/pdf',
       array[]::text[], day, day
     from told, generate_series(1, 3) as number order by revision, number`,
  );
  await run(
    `insert into evidence (revision_id, criterion_id, name, url, file_id, added_by_id, added_at)
     select revision, criterion.id, 'Minh chứng ' || number,
       case when number > 3 then 'https://example.edu.vn/minh-chung-' || number end,
       file.id, account, day
     from told cross join generate_series(1, 7) as number
     join (select id, row_number() over (order by id) as number from criterion) as criterion using (number)
     left join evidence_file as file on number <= 3
       and file.sha256 = encode(sha256(convert_to(revision || ' ' || number, 'UTF8')), 'hex')
     order by revision, number`,
  );
}

async function insertTrail(run) {
  await run(
    `insert into audit_event (at, account_id, account_name, address, action, subject_type, subject_id,
       subject_version, institution_id, unit_id, before, after)
     select day + step * interval '1 hour', case when action.name = 'statusUpdateApprove' then reviewer.id
         else told.account end,
       case when action.name = 'statusUpdateApprove' then reviewer.name else told.name end,
       '203.0.113.' || told.institution % 250, action.name, 'StatusUpdate', told.update, step,
       told.institution, told.unit, case when action.name = 'statusUpdateSave' then saved.before end,
       case action.name when 'evidenceUpload' then jsonb_build_object('name', 'Minh chứng', 'criterion', 'G1',
           'sha256', encode(sha256(convert_to(told.revision || ' ' || step - 4, 'UTF8')), 'hex'), 'size', 400000)
         when 'evidenceLinkAdd' then jsonb_build_object('name', 'Minh chứng', 'criterion', 'G1',
           'url', 'https://example.edu.vn/minh-chung')
         when 'statusUpdateSave' then saved.after else jsonb_build_object('state', 'SUBMITTED') end
     from told
     cross join unnest(array_fill('statusUpdateSave'::text, array[4])
       || array_fill('evidenceUpload'::text, array[3]) || array_fill('evidenceLinkAdd'::text, array[4])
       || array['statusUpdateSubmit', 'statusUpdateApprove']) with ordinality as action(name, step)
     cross join (select id, name from account where email = 'reviewer@example.org') as reviewer
     cross join (select jsonb_object_agg('G' || at, jsonb_build_object('value', at, 'total', null)) as before,
       jsonb_object_agg('G' || at, jsonb_build_object('value', at + 1, 'total', null)) as after
       from generate_series(1, 6) as at) as saved
     where action.name <> 'statusUpdateApprove' or told.state = 'APPROVED'
     order by 1, told.update`,
  );
}

/** Two publications of each report: that it is in review, and what its approval tells. */
async function insertOutbox(run) {
  await run(
    `insert into published_change (revision, at, kind, node_type, row_id)
     select publication.revision + 2 * place - case when of.approval then 0 else 1 end, told.day, of.kind,
       of.node_type, of.row_id
     from publication, told join administrative_unit as its on its.id = told.unit,
       lateral (
         select false as approval, 'FIGURES' as kind, 'Institution' as node_type, told.institution as row_id
         union all select false, 'FIGURES', 'AdministrativeUnit', unnest(its.path)
         union all select true, 'CREATED', 'StatusUpdate', told.update
         union all select true, 'FIGURES', 'Institution', told.institution
         union all select true, 'FIGURES', 'AdministrativeUnit', unnest(its.path)) as of
     where not of.approval or told.state = 'APPROVED'
     order by 1`,
  );
  await run('update publication set revision = (select max(revision) from published_change)');
}

async function insertMails(run) {
  await run(
    `insert into mail_message (account_id, address, kind, cause, institution_id, facts, state, attempts,
       next_attempt_at, message_id, answer, created_at, settled_at)
     select told.account, 'school-' || told.institution || '@example.org', kind,
       case when kind = 'APPROVED' then 'revision ' || revision else year || ' ' || kind end, told.institution,
       jsonb_build_object('round', told.update, 'name', 'Trường ' || told.institution, 'dueOn', day),
       'SENT', 1, day, told.revision || '.' || kind || '@hub.example', '250 OK', day, day
     from told, unnest(array['ROUND_OPENED', 'DUE_IN_14_DAYS', 'DUE_IN_3_DAYS', 'APPROVED']) as kind
     where kind <> 'APPROVED' or told.state = 'APPROVED'
     order by day, told.revision`,
  );
}
