/** What stands for a secret that was left out. */
const LEFT_OUT = '…';

/** The rest of a line, also of one in a JSON string, but not beyond the string. */
const TO_END_OF_LINE = String.raw`(?:\\[^n]|[^\\"\n])+`;

/** The end of a name, the colon or the equals sign, and what may stand around them. */
const IS = String.raw`\\?["']?\s{0,3}[:=]\s{0,3}`;

/** A value in quotes: of JSON, of JSON that is text in JSON, or of a printed object. */
const QUOTED: [quote: string, value: string][] = [
  ['"', String.raw`(?:\\[^]|[^"\\])+`],
  [String.raw`\\"`, String.raw`(?:\\\\(?:\\[^])?|\\[^"\\]|[^"\\])+`],
  ["'", String.raw`(?:\\[^]|[^'"\\])+`],
];

/** Names of what is secret, also in longer ones: HUB_TOKEN_SECRET, client_secret, refreshToken. */
const NAMES = String.raw`(?:passw(?:or)?d|passphrase|secret|token|api[-_]?key|access[-_]?key)\w{0,40}`;

/**
 * Each kind of secret that a text may hold, with what is kept of it so that people know what it was.
 * The text may be anything that somebody sends: no pattern may read much of it from many places, so
 * each repetition either has a bound or takes what it reads out of the text.
 */
const SECRETS: [pattern: RegExp, kept: string][] = [
  // The address that a file is sent to opens something; its route does not.
  [/(\/evidence\/uploads\/)(?!:token\b)[^\s"'\\?#]+/g, '$1'],
  // Queries and variables may hold anything. Looking back ends at the question mark before.
  [/\?(?<=\/[^\s"\\?]*\?)[^\s"\\]+/g, '?'],
  // A row of the database, as PostgreSQL tells which one it refuses.
  [new RegExp(String.raw`(\bdetail:\s{1,4}|Failing row contains )${TO_END_OF_LINE}`, 'gi'), '$1'],
  [new RegExp(String.raw`(\bKey \([^()\n]{1,200}\)=)${TO_END_OF_LINE}`, 'g'), '$1'],
  // By the name: in quotes, after an equals sign, and a password after a colon as well.
  ...QUOTED.map(([quote, value]): [RegExp, string] => [
    new RegExp(String.raw`((?:${NAMES}|\bdetail)${IS}${quote})${value}`, 'gi'),
    '$1',
  ]),
  [new RegExp(String.raw`(${NAMES}\s{0,3}=\s{0,3})[^\s"'\\&;][^\s"\\&;]*`, 'gi'), '$1'],
  [/(\bpassword:\s{0,3})[^\s"'\\&;][^\s"\\&;]*/gi, '$1'],
  // Headers.
  [
    new RegExp(
      String.raw`(\bauthorization${IS}\\?["']?(?:(?:basic|bearer|digest|negotiate)\s{1,5})?)[^\s"'\\]+`,
      'gi',
    ),
    '$1',
  ],
  [/\b(Bearer\s{1,5})[^\s"'\\]+/gi, '$1'],
  [/(hub_(?:refresh|issuer)=)[^\s"'\\;]+/g, '$1'],
  // Tokens, keys and secrets by how they look.
  [/eyJ[\w.-]{8,}/g, 'eyJ'],
  [/\b(edh_[0-9a-f]{8}_)[0-9a-f]+\w*/g, '$1'],
  [/\b(whsec_)[\w+/=-]+/g, '$1'],
  // One-time codes.
  [/\b[0-9a-z]{4}(?:-[0-9a-z]{4}){4}\b/gi, ''],
];

/** A text without the secrets in it; JSON stays JSON. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce(
    (left, [pattern, kept]) => left.replace(pattern, `${kept}${LEFT_OUT}`),
    text.replace(/\w:\/\/[^\s"\\]+/g, withoutPassword),
  );
}

/** An address without the password in it: of DATABASE_URL, of a proxy. It may hold any sign. */
function withoutPassword(address: string): string {
  const user = /:\/\/[^:@/]*:/.exec(address);
  const end = address.lastIndexOf('@');
  if (!user || user.index + user[0].length > end) return address;
  const kept = address.slice(0, user.index + user[0].length) + LEFT_OUT;
  // A question mark begins a query, which may hold the last @, or is part of the password.
  return address.slice(0, end).includes('?') ? kept : kept + address.slice(end);
}
