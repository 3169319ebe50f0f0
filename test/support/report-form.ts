import { readXlsx, type CellValue } from 'hucre';
import type { TestHub } from './hub.js';
import type { Headers } from './people.js';
import { OpenWorkbook } from './workbook.js';

/** The form of a school in a round, as somebody downloads it in English. */
export async function downloadedForm(
  hub: TestHub,
  who: Headers,
  of: { institution: string; round: string },
): Promise<ReportFormBook> {
  const answer = await hub.server.inject({
    url: `/exports/report-form.xlsx?${new URLSearchParams(of).toString()}`,
    headers: { 'accept-language': 'en', ...who },
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return openForm(answer.rawPayload);
}

export async function openForm(bytes: Buffer): Promise<ReportFormBook> {
  const { sheets } = await readXlsx(bytes);
  return new ReportFormBook(
    sheets.map(({ name, rows, hidden = false }) => ({ name, rows, hidden })),
  );
}

const COLUMNS = { question: 'B', answer: 'G', total: 'H', reason: 'I', comment: 'J' };

export type FormCells = Partial<Record<keyof typeof COLUMNS, CellValue>>;

/** A form that can be filled in, by the numbers of its questions. */
export class ReportFormBook extends OpenWorkbook {
  get name(): string {
    return this.sheets[0]?.name ?? '';
  }

  /** Where a question stands, as the program shows it. */
  cell(criterion: string, column: keyof typeof COLUMNS): string {
    const row = this.rows(this.name).findIndex(([number]) => number === criterion) + 1;
    return `${COLUMNS[column]}${row}`;
  }

  fill(criterion: string, cells: FormCells): void {
    for (const column of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
      const value = cells[column];
      if (value !== undefined) this.set(this.name, this.cell(criterion, column), value);
    }
  }

  /** As a mutation takes it. */
  async content(): Promise<string> {
    return (await this.bytes()).toString('base64');
  }
}
