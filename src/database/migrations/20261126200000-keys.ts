import { Migration } from '@mikro-orm/migrations';

export class ApiKeys extends Migration {

  override name = '20261126200000-keys';

  override up(): void | Promise<void> {
    this.addSql(`create table "api_key" ("id" serial primary key, "name" text not null, "scopes" text[] not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "version" int not null default 1);`);
    this.addSql(`alter table "api_key" add constraint "api_key_scopes" check (cardinality(scopes) > 0);`);

    this.addSql(`create table "api_key_secret" ("id" serial primary key, "api_key_id" int not null, "prefix" text not null, "hash" text not null, "created_at" timestamptz(3) not null, "good_until" timestamptz(3) null, "last_used_at" timestamptz(3) null);`);
    this.addSql(`create index "api_key_secret_api_key_id_index" on "api_key_secret" ("api_key_id");`);
    this.addSql(`alter table "api_key_secret" add constraint "api_key_secret_prefix_unique" unique ("prefix");`);
    this.addSql(`alter table "api_key_secret" add constraint "api_key_secret_hash_unique" unique ("hash");`);

    this.addSql(`alter table "api_key_secret" add constraint "api_key_secret_api_key_id_foreign" foreign key ("api_key_id") references "api_key" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table "api_key_secret";`);
    this.addSql(`drop table "api_key";`);
  }

}
