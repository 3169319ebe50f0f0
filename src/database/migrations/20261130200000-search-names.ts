import { Migration } from '@mikro-orm/migrations';

const NAMES = { administrative_unit: 'name', institution_period: 'name', account: `concat_ws(' ', name, email)` };
const INVISIBLE = '[\\u0001-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff]';

/** Search names without what cannot be seen, and with ð as d, as searchable() writes them now. */
export class SearchNames extends Migration {
  override name = '20261130200000-search-names';

  override up(): void {
    for (const [table, name] of Object.entries(NAMES)) {
      const letters = `lower(regexp_replace(normalize(regexp_replace(${name}, '${INVISIBLE}', '', 'g'), NFD), '[\\u0300-\\u036f]', '', 'g'))`;
      this.addSql(`update ${table} set search_name = trim(regexp_replace(translate(${letters}, 'đð''’ʼ\`', 'dd'), '[^[:alnum:]]+', ' ', 'g')) where ${name} ~ '[ðÐ]|${INVISIBLE}';`);
    }
  }

  override down(): void {
    // The names are found as well by the rule before.
  }
}
