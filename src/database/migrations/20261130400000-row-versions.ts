import { Migration } from '@mikro-orm/migrations';

/** The tables of which every version is kept from now on. */
const TABLES = ['plan', 'target'];

/** The fields of an audit entry as columns: `dueOn` is `due_on`. */
const COLUMNS_OF = (fields: string) =>
  `(select coalesce(jsonb_object_agg(lower(regexp_replace(key, '([A-Z])', '_\\1', 'g')), value), '{}')
     from jsonb_each(${fields}))`;

/** What the rows of plans and targets said before, as far back as the audit trail tells. */
export class RowVersions extends Migration {
  override name = '20261130400000-row-versions';

  override up(): void {
    this.addSql(`create table "row_version" ("id" serial primary key, "of_table" text not null, "row_id" int not null, "content" jsonb not null, "recorded_at" timestamptz(3) null, "superseded_at" timestamptz(3) null);`);
    this.addSql(`create index "row_version_of_table_row_id_index" on "row_version" ("of_table", "row_id");`);
    this.addSql(`create unique index row_version_current on row_version (of_table, row_id) where superseded_at is null;`);
    this.addSql(`alter table "row_version" add constraint "row_version_known" check (recorded_at is null or superseded_at is null or recorded_at < superseded_at);`);
    this.plansOfTheTrail();
    this.targetsOfTheTrail();

    this.addSql(`create or replace function "row_version_recorded_is_final_fn"() returns trigger as $$ begin if pg_trigger_depth() > 1 then
        return case when tg_op = 'DELETE' then old else new end;
      end if;
      raise exception 'the versions of a row only grow' using errcode = 'restrict_violation'; end; $$ language plpgsql;`);
    this.addSql(`create trigger "recorded_is_final" BEFORE UPDATE OR DELETE on "row_version" for each ROW execute function "row_version_recorded_is_final_fn"();`);
    this.addSql(`create trigger "recorded_is_final_as_a_whole" before truncate on "row_version" execute function "row_version_recorded_is_final_fn"();`);

    // What one publication writes in steps is one version.
    this.addSql(`
      create function keep_version() returns trigger language plpgsql as $keep$
      declare
        moment timestamptz := coalesce(
          nullif(current_setting('hub.recorded_at', true), '')::timestamptz,
          (select published_at from publication));
        written int := case when tg_op = 'DELETE' then old.id else new.id end;
      begin
        delete from row_version
          where of_table = tg_table_name and row_id = written and superseded_at is null and recorded_at >= moment;
        update row_version set superseded_at = moment
          where of_table = tg_table_name and row_id = written and superseded_at is null;
        if tg_op <> 'DELETE' then
          insert into row_version (of_table, row_id, content, recorded_at)
          values (tg_table_name, written, to_jsonb(new), moment);
        end if;
        return null;
      end $keep$;`);
    for (const table of TABLES)
      this.addSql(`create trigger "keeps_versions" after insert or update or delete on "${table}" for each row execute function keep_version();`);
  }

  /** Each entry of the trail raised the version of its plan; back from what the plan says now. */
  private plansOfTheTrail(): void {
    this.addSql(`
      do $trail$
      declare
        present plan; event record; said jsonb; until timestamptz;
      begin
        for present in select * from plan order by id loop
          said := to_jsonb(present);
          until := null;
          for event in select * from audit_event
              where subject_type = 'Plan' and subject_id = present.id and subject_version is not null
              order by id desc loop
            if said is not null and event.at < coalesce(until, 'infinity') then
              insert into row_version (of_table, row_id, content, recorded_at, superseded_at)
              values ('plan', present.id, said, event.at, until);
            end if;
            until := event.at;
            said := case when event.action <> 'planCreate' then
              said || jsonb_build_object('version', event.subject_version - 1)
                || ${COLUMNS_OF(`coalesce(event.before, '{}') - 'target'`)} end;
          end loop;
          if said is not null then
            insert into row_version (of_table, row_id, content, superseded_at)
            values ('plan', present.id, said, until);
          end if;
        end loop;
      end $trail$;`);
  }

  /**
   * The trail names a target by its plan, group, pillar and year. A target that was removed gets the id
   * by which the feed told of its end, or one that nothing else has.
   */
  private targetsOfTheTrail(): void {
    this.addSql(`
      do $trail$
      declare
        slot record; event record; said jsonb; until timestamptz;
      begin
        for slot in
          select plan_id, "group", pillar, year from target
          union
          select entry.subject_id, told.fields ->> 'group', told.fields ->> 'pillar', (told.fields ->> 'year')::int
          from audit_event as entry
          cross join lateral (values (entry.before -> 'target'), (entry.after -> 'target')) as told(fields)
          where entry.subject_type = 'Plan' and told.fields is not null
          order by 1, 2, 3, 4
        loop
          said := (select to_jsonb(target) from target
            where target.plan_id = slot.plan_id and target."group" = slot."group" and target.year = slot.year
              and target.pillar is not distinct from slot.pillar);
          until := null;
          for event in select at, before -> 'target' as before, after -> 'target' as after from audit_event
              where subject_type = 'Plan' and subject_id = slot.plan_id
                and coalesce(after -> 'target', before -> 'target') @> jsonb_build_object(
                  'group', slot."group", 'pillar', slot.pillar, 'year', slot.year)
              order by id desc loop
            if said is not null and event.at < coalesce(until, 'infinity') then
              insert into row_version (of_table, row_id, content, recorded_at, superseded_at)
              values ('target', (said ->> 'id')::int, said, event.at, until);
            end if;
            if event.before is null then
              said := null;
            elsif said is null or event.after is null then
              said := jsonb_build_object('plan_id', slot.plan_id, 'id', coalesce(
                (select row_id from published_change
                  where node_type = 'Target' and kind = 'DELETED' and at = event.at limit 1),
                nextval(pg_get_serial_sequence('target', 'id'))));
            end if;
            if event.before is not null then
              said := said || ${COLUMNS_OF('event.before')};
            end if;
            until := event.at;
          end loop;
          if said is not null then
            insert into row_version (of_table, row_id, content, superseded_at)
            values ('target', (said ->> 'id')::int, said, until);
          end if;
        end loop;
      end $trail$;`);
  }

  override down(): void {
    for (const table of TABLES) this.addSql(`drop trigger "keeps_versions" on "${table}";`);
    this.addSql(`drop function keep_version();`);
    this.addSql(`drop table "row_version";`);
    this.addSql(`drop function "row_version_recorded_is_final_fn"();`);
  }
}
