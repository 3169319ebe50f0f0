import { isWorkbook } from '../../shared/workbook/container.js';
import type { KnownIndicator } from '../requirement-check.js';
import { readFramework } from '../read-framework.js';
import { readWorkbook } from './read-workbook.js';

/**
 * Reads a framework from a file in either form: a workbook, or JSON in UTF-8.
 * @param hub the indicators that the hub has besides the pillars.
 */
export function readEither(
  name: string,
  bytes: Buffer,
  hub: readonly KnownIndicator[] = [],
): ReturnType<typeof readWorkbook> {
  return isWorkbook(name, bytes)
    ? readWorkbook(bytes, hub)
    : Promise.resolve(readFramework(new TextDecoder().decode(bytes), hub));
}
