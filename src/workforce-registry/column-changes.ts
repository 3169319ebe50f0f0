import { changesBetween, type Columns, type ImportedRow } from '../vocabulary/imported-row.js';
import { columnOfQuantity, QUANTITIES } from './record-columns.js';
import type { RecordContent } from './record-check.js';
import type { StoredRecord } from './record-versions.service.js';

/**
 * The columns that change a record.
 * @param stored the present content; null for a new record.
 */
export function changesOf(
  stored: StoredRecord | null,
  content: RecordContent,
): Pick<ImportedRow, 'outcome' | 'changes'> {
  const counts = Object.fromEntries(content.counts.map(({ quantity, value }) => [quantity, value]));
  return changesBetween(stored && columnsOf(stored), columnsOf({ ...content, counts }));
}

type Told = Pick<StoredRecord, 'validTo' | 'counts' | 'source' | 'sourceStatus' | 'note'>;

function columnsOf({ validTo, counts, source, sourceStatus, note }: Told): Columns {
  const columns: Record<string, string | null> = {};
  for (const quantity of QUANTITIES)
    columns[columnOfQuantity(quantity)] = counts[quantity]?.toString() ?? null;
  return {
    ...columns,
    not_counted: Object.keys(counts).length === 0 ? 'yes' : null,
    ...{ valid_to: validTo, source, source_status: sourceStatus, note },
  };
}
