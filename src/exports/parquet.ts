import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { typedValue, type ColumnType, type ExportRecord, type Table } from './export-format.js';

type SchemaElement = ParquetWriter['schema'][number];

/** The rows of a group, which are in memory together. */
const GROUP = 2_000;

/**
 * A table as Parquet, group by group. Every column may be empty. Days and moments are such, so that programs
 * need not be told.
 */
export async function* parquetBytes({ columns, turns }: Table): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const names = Object.keys(columns);
  const schema: SchemaElement[] = [
    { name: 'root', num_children: names.length },
    ...Object.entries(columns).map(([name, type]) => elementOf(name, type)),
  ];
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'edu-dx-hub' });
  const taken = (): Uint8Array => {
    const bytes = new Uint8Array(writer.getBuffer());
    // Where the file stands goes on; the room of what was taken is used again.
    writer.index = 0;
    return bytes;
  };
  const write = (rows: ExportRecord[]): Uint8Array => {
    const columnData = Object.entries(columns).map(([name, type]) => ({
      name,
      data: rows.map((row) => typedValue(row[name], type)),
    }));
    void parquet.write({ columnData, rowGroupSize: GROUP });
    return taken();
  };
  let rows: ExportRecord[] = [];
  for await (const records of turns) {
    rows.push(...records);
    while (rows.length >= GROUP) {
      yield write(rows.slice(0, GROUP));
      rows = rows.slice(GROUP);
    }
  }
  if (rows.length > 0) yield write(rows);
  void parquet.finish();
  yield taken();
}

const ELEMENTS: Record<ColumnType, Omit<SchemaElement, 'name'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  count: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
  moment: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
};

function elementOf(name: string, type: ColumnType): SchemaElement {
  return { name, repetition_type: 'OPTIONAL', ...ELEMENTS[type] };
}
