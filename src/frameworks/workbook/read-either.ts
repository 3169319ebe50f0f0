import { isWorkbook } from '../../shared/workbook/container.js';
import { readFramework } from '../read-framework.js';
import { readWorkbook } from './read-workbook.js';

/** Reads a framework from a file in either form: a workbook, or JSON in UTF-8. */
export function readEither(name: string, bytes: Buffer): ReturnType<typeof readWorkbook> {
  return isWorkbook(name, bytes)
    ? readWorkbook(bytes)
    : Promise.resolve(readFramework(new TextDecoder().decode(bytes)));
}
