import { Migration } from '@mikro-orm/migrations';

/** What happens rarely is found in the trail of ten years without reading all of it. */
export class TrailByAction extends Migration {
  override name = '20261203060000-trail-by-action';

  override up(): void {
    this.addSql(`create index audit_event_action_id_index on audit_event (action, id);`);
  }

  override down(): void {
    this.addSql(`drop index audit_event_action_id_index;`);
  }
}
