import { Migration } from '@mikro-orm/migrations';

/** The attributes of an institution that have dates from now on, as its row had them. */
const COLUMNS = ['name', 'search_name', 'kind', 'levels', 'ownership', 'special_status'];

/** How each attribute of an institution's row is recorded as a fact. */
const FACTS = {
  NAME: 'name',
  KIND: 'kind',
  LEVELS: `array_to_string(levels, '|')`,
  OWNERSHIP: 'ownership',
  SPECIAL_STATUS: 'special_status',
  OPENED_ON: 'opened_on::text',
  CLOSED_ON: 'closed_on::text',
  SOURCE_STATUS: 'source_status',
};

/**
 * Facts of institutions with the days since when they hold, and periods that carry them. What is
 * stored counts as known since the institution is.
 */
export class InstitutionFacts extends Migration {
  override name = '20261130000000-institution-facts';

  override up(): void {
    this.addSql(`create table "institution_fact" ("id" serial primary key, "institution_id" int not null, "attribute" text not null, "value" text null, "unit_id" int null, "valid_from" date null, "recorded_at" timestamptz(3) not null, "superseded_at" timestamptz(3) null);`);
    this.addSql(`create index "institution_fact_institution_id_index" on "institution_fact" ("institution_id");`);
    this.addSql(`create index "institution_fact_unit_id_index" on "institution_fact" ("unit_id");`);
    this.addSql(`alter table "institution_fact" add constraint "institution_fact_place" check ((attribute = 'PLACE') = (unit_id is not null));`);
    this.addSql(`alter table "institution_fact" add constraint "institution_fact_attribute_check" check ("attribute" in ('NAME', 'KIND', 'LEVELS', 'OWNERSHIP', 'SPECIAL_STATUS', 'PLACE', 'OPENED_ON', 'CLOSED_ON', 'SOURCE_STATUS'));`);
    this.addSql(`alter table "institution_fact" add constraint "institution_fact_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`);
    this.addSql(`alter table "institution_fact" add constraint "institution_fact_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id") on delete restrict;`);

    this.addSql(`create temporary table known on commit drop as select institution.id as institution_id, coalesce(min(period.recorded_at), (select published_at from publication)) as since from institution left join institution_period as period on period.institution_id = institution.id group by institution.id;`);
    this.addSql(`
      insert into institution_fact (institution_id, attribute, value, recorded_at)
      select institution.id, fact.attribute, fact.value, known.since
      from institution join known on known.institution_id = institution.id
      cross join lateral (values ${Object.entries(FACTS)
        .map(([attribute, value]) => `('${attribute}', ${value})`)
        .join(', ')}) as fact(attribute, value)
      where fact.value is not null
      order by institution.id;`);
    // A place since the opening is a place since ever: the opening may be found to be earlier.
    this.addSql(`
      insert into institution_fact (institution_id, attribute, unit_id, valid_from, recorded_at)
      select placement.institution_id, 'PLACE', placement.unit_id,
        case when placement.valid_from = institution.opened_on and not exists (
          select from institution_placement as earlier
          where earlier.institution_id = placement.institution_id
            and (earlier.valid_from is null or earlier.valid_from < placement.valid_from))
          then null else placement.valid_from end,
        coalesce((select min(period.recorded_at) from institution_period as period
          where period.institution_id = placement.institution_id and period.unit_id = placement.unit_id
            and period.origin = 'RECORDED'
            and period.valid_from is not distinct from greatest(placement.valid_from, institution.opened_on)),
          known.since)
      from institution_placement as placement
      join institution on institution.id = placement.institution_id
      join known on known.institution_id = institution.id
      order by placement.id;`);
    this.addSql(`create unique index institution_fact_once on institution_fact (institution_id, attribute, valid_from) nulls not distinct where superseded_at is null;`);
    this.addSql(`drop table "institution_placement";`);

    this.addSql(`alter table "institution_period" add column "name" text null, add column "search_name" text null, add column "levels" text[] null, add column "ownership" text null, add column "special_status" text null, add column "located_from" date null;`);
    this.addSql(`drop trigger "tells_update" on "institution_period";`);
    this.addSql(`
      update institution_period as period set name = institution.name, search_name = institution.search_name,
        levels = institution.levels, ownership = institution.ownership,
        special_status = institution.special_status, located_from = period.valid_from
      from institution where institution.id = period.institution_id;`);
    this.addSql(`create trigger "tells_update" after update on "institution_period" referencing old table as gone new table as fresh for each statement execute function tell_changes();`);
    this.addSql(`alter table "institution_period" ${['name', 'search_name', 'levels', 'ownership'].map((column) => `alter column "${column}" set not null`).join(', ')};`);
    this.addSql(`alter table "institution_period" add constraint "institution_period_levels" check (cardinality(levels) > 0);`);
    this.addSql(`alter table "institution_period" add constraint "institution_period_ownership_check" check ("ownership" in ('PUBLIC', 'PRIVATE'));`);
    this.addSql(`alter table "institution_period" add constraint "institution_period_special_status_check" check ("special_status" in ('ETHNIC_BOARDING', 'SPECIALISED'));`);
    this.addSql(`create index institution_period_name on institution_period (search_name collate "C", institution_id) where superseded_at is null;`);

    // Names are those of periods, and a period that takes the place of another may have another name.
    this.addSql(`
      create function note_names() returns trigger language plpgsql as $note$
      begin
        update publication set reordered = revision where reordered < revision and exists (
          select from fresh join institution_period as gone on gone.institution_id = fresh.institution_id
            and gone.superseded_at = fresh.recorded_at and gone.search_name <> fresh.search_name
            and daterange(gone.valid_from, gone.valid_to, '[]') && daterange(fresh.valid_from, fresh.valid_to, '[]'));
        return null;
      end $note$;`);
    this.addSql(`create trigger "notes_names" after insert on "institution_period" referencing new table as fresh for each statement execute function note_names();`);
    this.addSql(`drop trigger "notes_order" on "institution";`);
    this.addSql(`create trigger "notes_order" after update on "institution" referencing old table as gone new table as fresh for each statement execute function note_order(code);`);
    this.addSql(`alter table "institution" ${COLUMNS.map((column) => `drop column "${column}"`).join(', ')};`);
  }

  /** Of what has dates from then on, only the last remains. */
  override down(): void {
    this.addSql(`create table "institution_placement" ("id" serial primary key, "institution_id" int not null, "unit_id" int not null, "valid_from" date null);`);
    this.addSql(`create index "institution_placement_unit_id_index" on "institution_placement" ("unit_id");`);
    this.addSql(`insert into institution_placement (institution_id, unit_id, valid_from) select fact.institution_id, fact.unit_id, coalesce(fact.valid_from, opened_on) from institution_fact as fact join institution on institution.id = fact.institution_id where attribute = 'PLACE' and superseded_at is null;`);
    this.addSql(`create unique index institution_placement_once on institution_placement (institution_id, valid_from) nulls not distinct;`);
    this.addSql(`alter table "institution_placement" add constraint "institution_placement_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`);
    this.addSql(`alter table "institution_placement" add constraint "institution_placement_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id");`);
    for (const [event, images] of [
      ['insert', 'new table as fresh'],
      ['update', 'old table as gone new table as fresh'],
      ['delete', 'old table as gone'],
    ])
      this.addSql(`create trigger "tells_${event}" after ${event} on "institution_placement" referencing ${images} for each statement execute function tell_changes();`);

    this.addSql(`alter table "institution" add column "name" text null, add column "search_name" text null, add column "kind" text null, add column "levels" text[] null, add column "ownership" text null, add column "special_status" text null;`);
    this.addSql(`drop trigger "notes_order" on "institution";`);
    this.addSql(`drop trigger "tells_update" on "institution";`);
    this.addSql(`update institution set (${COLUMNS.join(', ')}) = (select ${COLUMNS.join(', ')} from institution_period where institution_id = institution.id order by superseded_at is null desc, valid_from desc nulls last limit 1);`);
    this.addSql(`create trigger "tells_update" after update on "institution" referencing old table as gone new table as fresh for each statement execute function tell_changes();`);
    this.addSql(`create trigger "notes_order" after update on "institution" referencing old table as gone new table as fresh for each statement execute function note_order(search_name, code);`);
    this.addSql(`alter table "institution" ${['name', 'search_name', 'kind', 'levels', 'ownership'].map((column) => `alter column "${column}" set not null`).join(', ')};`);
    this.addSql(`alter table "institution" add constraint "institution_levels" check (cardinality(levels) > 0);`);
    this.addSql(`alter table "institution" add constraint "institution_kind_check" check ("kind" in ('PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL', 'MULTI_LEVEL_SCHOOL', 'CONTINUING_EDUCATION_CENTRE', 'VOCATIONAL_CENTRE', 'VOCATIONAL_SECONDARY_SCHOOL', 'COLLEGE', 'UNIVERSITY'));`);
    this.addSql(`alter table "institution" add constraint "institution_ownership_check" check ("ownership" in ('PUBLIC', 'PRIVATE'));`);
    this.addSql(`alter table "institution" add constraint "institution_special_status_check" check ("special_status" in ('ETHNIC_BOARDING', 'SPECIALISED'));`);
    this.addSql(`create index institution_name on institution (search_name collate "C", id);`);

    this.addSql(`drop trigger "notes_names" on "institution_period";`);
    this.addSql(`drop function note_names();`);
    this.addSql(`alter table "institution_period" ${['name', 'search_name', 'levels', 'ownership', 'special_status', 'located_from'].map((column) => `drop column "${column}"`).join(', ')};`);
    this.addSql(`drop table "institution_fact";`);
  }
}
