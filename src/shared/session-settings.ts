/** How a session writes and reads values: whatever the server, the database or the user has set. */
const FORMS = {
  datestyle: 'ISO, MDY',
  timezone: 'UTC',
  intervalstyle: 'postgres',
  client_encoding: 'UTF8',
  bytea_output: 'hex',
  extra_float_digits: '1',
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  xmloption: 'content',
  // A change reads, after it has got its lock, what the one before has written.
  default_transaction_isolation: 'read committed',
};

/** The server notices, within half a minute, that a hub is gone, and lets its locks go. */
const KEEP_ALIVE = {
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
};

/** Sets what answers depend on, until the transaction ends; other settings may be added. */
export function transactionSettings(more: Readonly<Record<string, string>>): string {
  const each = Object.entries({ ...FORMS, ...more });
  return `select ${each.map(([name, value]) => `set_config('${name}', '${value}', true)`).join(', ')}`;
}

/** Sets what answers depend on, in one round trip; other settings may be added. */
export function sessionSettings(more: Readonly<Record<string, string>> = {}): string {
  return Object.entries({ ...FORMS, ...KEEP_ALIVE, ...more })
    .map(([name, value]) => `set ${name} = '${value}'`)
    .join('; ');
}
