import { SaxesParser } from 'saxes';
import { messageOf } from '../errors.js';
import { damaged, TOO_LARGE, WorkbookRefused, type Container } from './container.js';

/** More than any workbook has: elements in each other, and characters between the beginnings of two. */
const DEEPEST = 100;
const LONGEST = 500_000;

/** What a reader of a part does with its elements; names come without their prefixes. */
export interface Elements {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
  /** Whether the rest is of no interest. */
  done?: () => boolean;
}

/**
 * Reads a part of a workbook piece by piece. The parser loads nothing from outside and knows no entities but those of
 * XML, so that a short text cannot become a long one.
 */
export async function readPart(
  container: Container,
  part: string,
  { open, close, text, done }: Elements,
): Promise<void> {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new WorkbookRefused(damaged(`${part}: ${messageOf(error)}`));
  });
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) throw new WorkbookRefused(damaged(`${part}: too deep`));
    open(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    close?.(local(name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let long = 0;
  for await (const piece of container.read(part)) {
    // The parser keeps a text or a tag until it ends, so that one must not be as long as the part.
    const last = piece.lastIndexOf('<');
    long = last < 0 ? long + piece.length : piece.length - last;
    if (long > LONGEST) throw new WorkbookRefused(TOO_LARGE);
    parser.write(piece);
    if (done?.()) return;
  }
  parser.close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Characters that XML cannot hold stand in workbooks as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}
