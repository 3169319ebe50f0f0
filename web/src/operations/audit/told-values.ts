import { useInstitutionsWords } from '../../institutions/shared/institutions.words';
import { day, moment, number } from '../../shared/format';
import { useSharedWords, type SharedWord } from '../../shared/shared.words';
import { useWorkforceWords } from '../../workforce/shared/workforce.words';
import { nameOfQuestion, type AskedNames } from './asked-names';
import type { IndicatorNames } from './indicator-names';
import { FIELDS, useToldWords } from './told-values.words';

/** What only the hub itself finds its way by. */
const OWN = ['evidence', 'import', 'position', 'owner', 'sha256', 'unit', 'institution'];

/** Under these stand the questions by their codes. */
const BY_QUESTION = ['answers', 'changes', 'reasons'];

/** What somebody wrote, whatever it looks like. */
const WRITTEN = ['text', 'doesNotApply'];

interface Told {
  lines: string[];
  /** How many details there are that the console has no words for. */
  untold: number;
}

/**
 * Says what a change of the trail was before and became, line by line, in the reader's words.
 * @param asked what the questions are called.
 * @param indicators what the indicators are called.
 */
export function useToldValues(asked: AskedNames, indicators: IndicatorNames) {
  const say = useSharedWords();
  const workforce = useWorkforceWords();
  const institutions = useInstitutionsWords();
  const words = useToldWords();

  /** What one of the graph's names is called; null when the console knows no such name. */
  function called(name: string): string | null {
    const found = [
      words(name as 'none'),
      say(name as SharedWord),
      workforce(name as 'none'),
      institutions(name as 'levels'),
    ].find((text) => text !== name);
    return found ?? null;
  }

  function optionOf(question: string, option: string): string {
    const options = asked.get(question)?.question.options ?? [];
    return `“${options.find(({ code }) => code === option)?.name ?? option}”`;
  }

  function labelOf(path: readonly string[]): string | null {
    const labels = path.map((name, at) => {
      if (at > 0 && BY_QUESTION.includes(path[at - 1] ?? '')) return nameOfQuestion(asked, name);
      if (Object.hasOwn(FIELDS, name)) return words(name as keyof typeof FIELDS);
      if (/^\d+$/.test(name)) return number(Number(name) + 1);
      if (/^[A-Z][A-Z_]*$/.test(name)) return called(name);
      return /^[a-z][a-z0-9_]*$/.test(name) ? words('column', { name }) : null;
    });
    return labels.includes(null) ? null : labels.join(', ');
  }

  function valueOf(path: readonly string[], value: unknown): string | null {
    if (value == null) return path.at(-1) === 'pillar' ? say('ALL_FOUR') : words('none');
    if (typeof value === 'boolean') return words(value ? 'yes' : 'no');
    if (typeof value === 'number') return path.at(-1) === 'year' ? `${value}` : number(value, 2);
    if (Array.isArray(value)) {
      const each = value.map((one) => valueOf(path, one));
      return each.includes(null) ? null : each.join(', ') || words('none');
    }
    if (typeof value !== 'string') return null;
    const field = path.at(-1) ?? '';
    if (WRITTEN.includes(field)) return `“${value}”`;
    if (field === 'indicator') return indicators.get(value) ?? called(value) ?? `“${value}”`;
    if (field === 'criterion') return nameOfQuestion(asked, value);
    if (field === 'choice') return optionOf(path.at(-2) ?? '', value);
    if (/^\d{4}-\d\d-\d\dT/.test(value)) return moment(value);
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
    // Files write several names so.
    if (/^[A-Z_]+([|+][A-Z_]+)+$/.test(value)) return valueOf(path, value.split(/[|+]/));
    const isName = /^[A-Z]+(_[A-Z]+)*$/.test(value);
    // A code or a name of capitals has no underscore.
    return (isName && called(value)) || (value.includes('_') && isName ? null : `“${value}”`);
  }

  return (before: unknown, after: unknown): Told => {
    const [old, present] = [flat(before), flat(after)];
    const told = [...new Set([...old.keys(), ...present.keys()])].flatMap((key) => {
      const path = key.split('\n');
      const [was, is] = [old.get(key), present.get(key)];
      if (
        JSON.stringify(was) === JSON.stringify(is) ||
        (is == null && was == null && path.at(-1) !== 'pillar')
      )
        return [];
      const of = labelOf(path);
      const values = { before: valueOf(path, was), after: valueOf(path, is) };
      if (of === null || values.before === null || values.after === null) return [null];
      const way = !old.has(key) || was == null ? 'became' : is == null ? 'was' : 'turned';
      return [words(way, { of, ...values })];
    });
    const lines = told.filter((line) => line !== null);
    return { lines, untold: told.length - lines.length };
  };
}

/** Every value under its path; the parts of a path stand on lines of their own. */
function flat(part: unknown, path: readonly string[] = []): Map<string, unknown> {
  const isList = Array.isArray(part) && part.every((each) => typeof each === 'string');
  if (typeof part !== 'object' || part === null || isList)
    return new Map(path.length > 0 ? [[path.join('\n'), part]] : []);
  return new Map(
    Object.entries(part)
      // Of what stands in a list about a question, the question is the name.
      .filter(
        ([name]) =>
          !OWN.includes(name) && !(path.length > 0 && ['question', 'criterion'].includes(name)),
      )
      .flatMap(([name, value]) => [...flat(value, [...path, keyOf(name, value)])]),
  );
}

/** What something in a list is about, else its place in the list. */
function keyOf(name: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return name;
  const { question, criterion } = value as { question?: unknown; criterion?: unknown };
  const about = question ?? criterion;
  return typeof about === 'string' ? about : name;
}
