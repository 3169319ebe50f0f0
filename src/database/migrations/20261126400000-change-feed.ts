import { Migration } from '@mikro-orm/migrations';

/**
 * What a row that was inserted, updated or deleted tells: the kind of change, the type of node and its
 * row. `row` is the table of such rows, `own` what happened to a node that the row is itself.
 */
const TOLD: Record<string, string[]> = {
  administrative_unit: [`select own, 'AdministrativeUnit', id from row`],
  unit_succession: [
    `select 'UPDATED', 'AdministrativeUnit', predecessor_id from row`,
    `select 'UPDATED', 'AdministrativeUnit', successor_id from row`,
  ],
  institution: [`select own, 'Institution', id from row`],
  institution_code: [`select 'UPDATED', 'Institution', institution_id from row`],
  institution_placement: [`select 'UPDATED', 'Institution', institution_id from row`],
  institution_period: [`select 'UPDATED', 'Institution', institution_id from row`],
  // What a framework asks decides what counts everywhere.
  framework: [`select own, 'Framework', id from row`, `select 'FIGURES', null, null::int from row`],
  criterion: [`select 'UPDATED', 'Framework', framework_id from row`],
  reporting_round: [
    `select own, 'ReportingRound', id from row`,
    `select 'FIGURES', 'AdministrativeUnit', unit_id from row`,
  ],
  // Only what is approved is public; that something is in review is told by who hands it in.
  status_update_revision: [
    `select case when exists (select from status_update_revision as earlier
         where earlier.update_id = row.update_id and earlier.decision = 'APPROVED'
           and earlier.number < row.number) then 'UPDATED' else 'CREATED' end,
       'StatusUpdate', update_id from row where decision = 'APPROVED'`,
    `select 'FIGURES', 'Institution', institution_id from row
       join status_update on status_update.id = row.update_id where decision = 'APPROVED'`,
  ],
  plan: [
    `select own, 'Plan', id from row`,
    `select 'FIGURES', case when unit_id is not null then 'AdministrativeUnit' end, unit_id from row`,
  ],
  target: [`select own, 'Target', id from row`],
  // Counts of a unit are counts of what took it over whole, on the borders of now.
  progress_count: [
    `select 'FIGURES', 'AdministrativeUnit', unit.id from (
       with recursive reached as (
         select unit_id as id from row
         union
         select successor_id from reached join unit_succession as succession
           on succession.predecessor_id = reached.id and succession.extent = 'WHOLE'
       ) select id from reached) as unit`,
  ],
  // Versions are only added; the one before is superseded by the same change.
  workforce_record_version: [
    `select case when removed then 'DELETED' when number = 1 then 'CREATED' else 'UPDATED' end,
       'WorkforceRecord', record_id from row where own = 'CREATED'`,
    `select 'FIGURES', 'AdministrativeUnit', unnest(unit.path) from row
       join workforce_record as record on record.id = row.record_id
       join administrative_unit as unit on unit.id = record.unit_id where own = 'CREATED'`,
  ],
  published_index: [`select 'FIGURES', 'AdministrativeUnit', unit_id from row`],
  index_edition: [`select 'FIGURES', null, null::int from row`],
};

const STRENGTH = `array['FIGURES', 'UPDATED', 'CREATED', 'DELETED']`;

/** The outbox of published changes, and the triggers that write it. */
export class ChangeFeed extends Migration {
  override name = '20261126400000-change-feed';

  override up(): void {
    this.addSql(`create table "published_change" ("id" serial primary key, "revision" int not null, "at" timestamptz(3) not null, "kind" text not null, "node_type" text null, "row_id" int null);`);
    this.addSql(`create unique index published_change_once on published_change (revision, node_type, row_id) nulls not distinct;`);
    this.addSql(`alter table "published_change" add constraint "published_change_named" check ((node_type is null) = (row_id is null));`);
    this.addSql(`alter table "published_change" add constraint "published_change_kind_check" check ("kind" in ('FIGURES', 'UPDATED', 'CREATED', 'DELETED'));`);

    this.addSql(`create table "webhook" ("id" serial primary key, "url" text not null, "description" text not null, "sealed_secret" text not null, "version" int not null, "created_at" timestamptz(3) not null, "position" int not null, "pending_to" int null, "replays" int not null default 0, "turn" int not null default 0, "taken_until" timestamptz(3) null, "failures" int not null default 0, "failing_since" timestamptz(3) null, "last_failure" text null, "next_attempt_at" timestamptz(3) not null, "delivered_at" timestamptz(3) null, "disabled_at" timestamptz(3) null, "disabled_reason" text null);`);
    this.addSql(`alter table "webhook" add constraint "webhook_disabled" check ((disabled_at is null) = (disabled_reason is null));`);
    this.addSql(`alter table "webhook" add constraint "webhook_disabled_reason_check" check ("disabled_reason" in ('OPERATOR', 'FAILING'));`);

    // A node is told once in a publication, by the strongest of what happened to it.
    this.addSql(`
      create function tell_changes() returns trigger language plpgsql as $tell$
      declare
        source text := case tg_op when 'INSERT' then 'select * from fresh' when 'DELETE' then 'select * from gone'
          else 'select * from fresh union all select * from gone' end;
        own text := case tg_op when 'INSERT' then 'CREATED' when 'DELETE' then 'DELETED' else 'UPDATED' end;
        told text := case tg_table_name ${Object.entries(TOLD)
          .map(([table, queries]) => `when '${table}' then $sql$ ${queries.join(' union all ')} $sql$`)
          .join(' ')} end;
      begin
        execute format($sql$
          with row as (select source.*, %L::text as own from (%s) as source), told (kind, node_type, row_id) as (%s)
          insert into published_change as known (revision, at, kind, node_type, row_id)
          select publication.revision, publication.published_at,
            (${STRENGTH})[max(array_position(${STRENGTH}, told.kind))], told.node_type, told.row_id
          from told, publication
          group by publication.revision, publication.published_at, told.node_type, told.row_id
          order by told.node_type, told.row_id
          on conflict (revision, node_type, row_id) do update set kind = excluded.kind
            where array_position(${STRENGTH}, excluded.kind) > array_position(${STRENGTH}, known.kind)
        $sql$, own, source, told);
        return null;
      end $tell$;`);
    for (const table of Object.keys(TOLD))
      for (const [event, images] of [
        ['insert', 'new table as fresh'],
        ['update', 'old table as gone new table as fresh'],
        ['delete', 'old table as gone'],
      ])
        this.addSql(`create trigger "tells_${event}" after ${event} on "${table}" referencing ${images} for each statement execute function tell_changes();`);
  }

  override down(): void {
    for (const table of Object.keys(TOLD))
      for (const event of ['insert', 'update', 'delete'])
        this.addSql(`drop trigger "tells_${event}" on "${table}";`);
    this.addSql(`drop function tell_changes();`);
    this.addSql(`drop table "webhook";`);
    this.addSql(`drop table "published_change";`);
  }
}
