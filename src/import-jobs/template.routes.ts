import type { FastifyInstance } from 'fastify';
import { requireReading } from '../auth/reading.js';
import type { AdmittingHub } from '../execution/admission.js';
import { answerProblems } from '../execution/refused.js';
import { contextOf } from '../request/request-context.js';
import { namesIn } from '../shared/enumeration.js';
import { EXPLANATIONS } from '../shared/workbook/sheet-as-csv.js';
import { writeWorkbook } from '../shared/workbook/write-workbook.js';
import { ImportKind } from '../vocabulary/imported-row.js';
import { columnsOfKind } from './template-columns.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The column of several values in one cell, of which nobody chooses one. */
const SEVERAL = 'levels';

/** Empty workbooks with the columns of each kind of file, at `/exports/imports/<kind>.xlsx`. */
export async function importTemplateRoutes(
  server: FastifyInstance,
  { hub }: { hub: () => AdmittingHub },
): Promise<void> {
  server.setErrorHandler(answerProblems(hub().logger, () => null, 'a template could not be made'));
  for (const kind of namesIn(ImportKind).filter((each) => columnsOfKind(each).length > 0)) {
    const name = `${kind.toLowerCase().replaceAll('_', '-')}.xlsx`;
    server.get(`/exports/imports/${name}`, async (request, reply) => {
      requireReading(await contextOf(request, reply, hub()), 'READ_EXPORTS');
      return reply
        .header('content-type', XLSX)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(await templateOf(kind));
    });
  }
}

function templateOf(kind: ImportKind): Promise<Buffer> {
  const columns = columnsOfKind(kind);
  return writeWorkbook([
    {
      name: 'Dữ liệu – Data',
      headers: 1,
      rows: [columns.map(({ name }) => name)],
      // What is typed stays as it is: codes keep their zeros, and days are read as they are written.
      columns: columns.map(({ name, values }) => ({
        width: Math.max(14, name.length + 4),
        isText: true,
        ...(name !== SEVERAL && { choices: values }),
      })),
    },
    {
      name: EXPLANATIONS,
      headers: 1,
      rows: [
        ['column / cột', 'ý nghĩa', 'meaning', 'values / giá trị'],
        ...columns.map(({ name, required, meaning, values }) => [
          required ? `${name} *` : name,
          meaning.vi,
          meaning.en,
          values.join('\n'),
        ]),
      ],
      columns: [{ width: 22 }, { width: 60 }, { width: 60 }, { width: 36 }],
    },
  ]);
}
