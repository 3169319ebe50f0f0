import { TOO_LARGE, WorkbookRefused, type Container } from './container.js';
import { readPart, unescaped } from './xml.js';

/** What all sheets of a workbook share. */
export interface Book {
  sheets: { name: string; part: string; hidden: boolean }[];
  texts: readonly string[];
  /** By the number of a style, whether it shows a number as a date or a time. */
  showsDate: readonly boolean[];
  /** Whether days are counted from 1904 on. */
  from1904: boolean;
}

/** @param mostTexts how many different texts the workbook may have. */
export async function readBook(container: Container, mostTexts: number): Promise<Book> {
  const parts = await targetsOf(container);
  const sheets: Book['sheets'] = [];
  let from1904 = false;
  await readPart(container, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isOn(attributes['date1904']);
      const part = name === 'sheet' ? parts.get(relationOf(attributes)) : undefined;
      if (part && container.has(part))
        sheets.push({
          name: unescaped(attributes['name'] ?? ''),
          part,
          hidden: (attributes['state'] ?? 'visible') !== 'visible',
        });
    },
  });
  return {
    sheets,
    from1904,
    texts: await textsOf(container, partOf(parts, 'sharedStrings.xml'), mostTexts),
    showsDate: await datesOf(container, partOf(parts, 'styles.xml')),
  };
}

export function isOn(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

function relationOf(attributes: Readonly<Record<string, string>>): string {
  const found = Object.entries(attributes).find(([name]) => /:id$/.test(name));
  return found?.[1] ?? '';
}

function partOf(parts: ReadonlyMap<string, string>, name: string): string | undefined {
  return [...parts.values()].find((part) => part.toLowerCase().endsWith(`/${name.toLowerCase()}`));
}

/** The parts that the workbook names, by the ids of the relations. */
async function targetsOf(container: Container): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readPart(container, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id: id, Target: target }) {
      if (name === 'Relationship' && id && target)
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  return targets;
}

async function textsOf(
  container: Container,
  part: string | undefined,
  most: number,
): Promise<string[]> {
  const texts: string[] = [];
  if (!part || !container.has(part)) return texts;
  let text = '';
  let inside = false;
  let spoken = false;
  await readPart(container, part, {
    open(name) {
      if (name === 'si') text = '';
      // How a text is spoken stands beside it and is no part of it.
      if (name === 'rPh') spoken = true;
      inside = name === 't' && !spoken;
    },
    close(name) {
      if (name === 'rPh') spoken = false;
      if (name === 't') inside = false;
      if (name !== 'si') return;
      if (texts.length === most) throw new WorkbookRefused(TOO_LARGE);
      texts.push(unescaped(text));
    },
    text(piece) {
      if (inside) text += piece;
    },
  });
  return texts;
}

async function datesOf(container: Container, part: string | undefined): Promise<boolean[]> {
  const shows: boolean[] = [];
  if (!part || !container.has(part)) return shows;
  const own = new Map<number, string>();
  let inside = false;
  await readPart(container, part, {
    open(name, attributes) {
      if (name === 'numFmt')
        own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inside = true;
      if (name === 'xf' && inside) shows.push(isDate(Number(attributes['numFmtId']), own));
    },
    close(name) {
      if (name === 'cellXfs') inside = false;
    },
  });
  return shows;
}

/** By the numbers that Excel gives its own formats, or by the letters of a format that was made. */
function isDate(id: number, own: ReadonlyMap<number, string>): boolean {
  const format = own.get(id);
  if (format === undefined)
    return (
      (id >= 14 && id <= 22) ||
      (id >= 27 && id <= 36) ||
      (id >= 45 && id <= 58 && id !== 48 && id !== 49)
    );
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return !/general/i.test(bare) && /[dmyhs]/i.test(bare);
}
