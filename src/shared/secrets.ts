/** What stands for a secret that was left out. */
const LEFT_OUT = '…';

/** Each kind of secret that a text may hold, with what is kept of it so that people know what it was. */
const SECRETS: [pattern: RegExp, kept: string][] = [
  // The address that a file is sent to opens something; its route does not.
  [/(\/evidence\/uploads\/)(?!:token\b)[^\s"'\\?#]+/g, '$1'],
  // Queries and variables may hold anything.
  [/(\/[\w./%~:@-]*\?)[^\s"'\\]+/g, '$1'],
  // Passwords of DATABASE_URL and of proxies.
  [/(\w:\/\/[^\s:@/"'\\]*:)[^\s"'\\]*(?=@)/g, '$1'],
  // A row of the database, as PostgreSQL tells which one it refuses.
  [/(\bdetail: |Failing row contains )(?:\\[^n]|[^\\"\n])+/g, '$1'],
  [/(password=)[^\s"'\\&;,]+/gi, '$1'],
  [/\b(Bearer\s+)[^\s"'\\]+/gi, '$1'],
  [/(hub_refresh=)[^\s"'\\;]+/g, '$1'],
  // Tokens, keys and secrets by how they look.
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, 'eyJ'],
  [/\b(edh_[0-9a-f]{8}_)[0-9a-f]+\w*/g, '$1'],
  [/\b(whsec_)[\w+/=-]+/g, '$1'],
];

/** A text without the secrets in it; JSON stays JSON. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce(
    (left, [pattern, kept]) => left.replace(pattern, `${kept}${LEFT_OUT}`),
    text,
  );
}
