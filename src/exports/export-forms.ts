import { csvText, jsonLinesText, type Table } from './export-format.js';
import type { Askable, ExportRequest } from './export-request.js';
import { parquetBytes } from './parquet.js';
import { workbookBytes } from './workbook.js';

/** How a table is written. */
interface Form {
  ending: string;
  parameters: Askable['parameters'];
  mediaType: string;
  /** Whether it is worth compressing; else it is compressed in itself. */
  isText: boolean;
  write: (table: Table, request: ExportRequest, name: string) => AsyncIterable<string | Uint8Array>;
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const FORMS: readonly Form[] = [
  {
    ending: 'csv',
    parameters: ['bom'],
    mediaType: 'text/csv; charset=utf-8; header=present',
    isText: true,
    write: (table, { bom }) => csvText(table, bom),
  },
  {
    ending: 'jsonl',
    parameters: [],
    mediaType: 'application/jsonl; charset=utf-8',
    isText: true,
    write: jsonLinesText,
  },
  {
    ending: 'xlsx',
    parameters: [],
    mediaType: XLSX,
    isText: false,
    write: (table, _request, name) => workbookBytes(name, table),
  },
  {
    ending: 'parquet',
    parameters: [],
    mediaType: 'application/vnd.apache.parquet',
    isText: false,
    write: parquetBytes,
  },
];
