/** Told to its clients rather than of the server itself, or on the way to what ended it. */
const beside = /terminating connection|the database system is/;
const ofTheEnd = /received \w+ shutdown request|terminated by signal|could not |failure/;

/**
 * What PostgreSQL says in its log of why it ended or does not start: its gravest line, without
 * details, which may quote statements and with them data.
 *
 * @returns null when there is none, as after SIGKILL.
 */
export function lastWord(log: string): string | null {
  const told = [...log.matchAll(/\b(PANIC|FATAL|LOG): {1,2}(.+)$/gm)].map(([, level, text]) => ({
    level,
    text: (text ?? '').trim(),
  }));
  const of = (level: string) => told.filter((line) => line.level === level);
  const found =
    of('PANIC').at(-1) ??
    of('FATAL').findLast(({ text }) => !beside.test(text)) ??
    of('LOG').findLast(({ text }) => ofTheEnd.test(text));
  return found?.text ?? null;
}
