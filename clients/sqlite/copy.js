// Keeps a copy of a hub’s files in SQLite. Needs Node 24. Every night: node copy.js hub.sqlite http://127.0.0.1:4000 'unit=68'
import { DatabaseSync } from 'node:sqlite';

const [path, hub, asked = ''] = process.argv.slice(2);
const TABLES = ['progress', 'institutions'];
/** How often to begin again when something is published between one file and the next. */
const TRIES = 3;

const database = new DatabaseSync(path, { timeout: 10_000 });
database.exec(
  'create table if not exists copied (name text primary key, address text, tag text, as_of text, revision integer, at text)',
);

/** The rows of a file; null when the copy has them already. */
async function download(name) {
  const address = `${hub}/exports/${name}.jsonl?${asked}`;
  const copy = database.prepare('select address, tag from copied where name = ?').get(name);
  const headers = copy?.address === address ? { 'if-none-match': copy.tag } : {};
  // Only a hub that requires a key asks for one.
  if (process.env.HUB_KEY) headers['x-api-key'] = process.env.HUB_KEY;
  const response = await fetch(address, { headers });
  if (response.status === 304) return null;
  const text = await response.text();
  if (!response.ok) throw new Error(`${address} answered ${response.status}: ${text}`);
  // A file that broke off on the way is an error of fetch, or ends inside a line.
  if (!text.endsWith('\n')) throw new Error(`${address} has no rows, or is not whole.`);
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const [{ revision, as_of }] = rows;
  return { name, address, tag: response.headers.get('etag'), rows, revision, as_of };
}

/** All files of one state of the hub; null when nothing has changed. */
async function downloadAll() {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const files = [];
    for (const name of TABLES) files.push(await download(name));
    if (files.every((file) => file === null)) return null;
    if (new Set(files.map((file) => file?.revision)).size === 1) return files;
  }
  throw new Error('The hub published something each time. Try again later.');
}

/** Replaces a table. Codes keep their zeros, what is unknown is null, and true is 1. */
function replace({ name, address, tag, rows, revision, as_of }) {
  const columns = Object.keys(rows[0]);
  const typed = columns.map((column) => {
    const isText = rows.some((row) => typeof row[column] === 'string');
    return `"${column}" ${isText ? 'text' : 'numeric'}`;
  });
  database.exec(`drop table if exists ${name}; create table ${name} (${typed.join(', ')})`);
  const insert = database.prepare(
    `insert into ${name} values (${columns.map(() => '?').join(', ')})`,
  );
  const stored = (value) => (typeof value === 'boolean' ? Number(value) : value);
  for (const row of rows) insert.run(...columns.map((column) => stored(row[column])));
  database
    .prepare('insert or replace into copied values (?, ?, ?, ?, ?, ?)')
    .run(name, address, tag, as_of, revision, new Date().toISOString());
}

// Everything is here before anything is replaced, and it is replaced at once or not at all.
const files = await downloadAll();
if (files) {
  database.exec('begin immediate');
  try {
    files.forEach(replace);
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}
console.log(files ? `Copied revision ${files[0].revision}.` : 'Nothing has changed.');
