import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireReading } from '../auth/reading.js';
import type { AdmittingHub } from '../execution/admission.js';
import { answerProblems, type Refused } from '../execution/refused.js';
import { draftsSeen } from '../framework-drafts/framework-draft.queries.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { fileOf, frameworkText } from '../frameworks/framework-text.js';
import { frameworkByCode } from '../frameworks/framework.queries.js';
import { templateWorkbook, workbookOf } from '../frameworks/workbook/write-workbook.js';
import type { Context } from '../request/context.js';
import { contextOf } from '../request/request-context.js';
import { RequestError } from '../shared/errors.js';
import { tellSecurity } from '../shared/request-scope.js';
import { admitted } from './admitted.js';
import { sendContent } from './send-content.js';

interface Asking {
  Params: { file: string };
}

/** What a file is named by: the code, the version, and the form. */
const NAME = /^(?<code>.+)-(?<version>\d{1,9})\.(?<form>json|xlsx)$/;

export const FRAMEWORK_MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * The files of frameworks: published ones at `/exports/frameworks/<code>-<version>.json` or `.xlsx`
 * for everybody, with an empty workbook at `/exports/frameworks/template.xlsx`; drafts at
 * `/exports/framework-drafts/…` for those who see them.
 */
export async function frameworkExportRoutes(
  server: FastifyInstance,
  { hub }: { hub: () => AdmittingHub },
): Promise<void> {
  server.setErrorHandler(answerProblems(hub().logger, refusedHere, 'a file could not be made'));
  const route = (url: string, find: (context: Context, name: Name) => Promise<Found>) =>
    server.route<Asking>({
      method: ['GET', 'HEAD'],
      url,
      handler: async (request, reply) => {
        const context = await admitted(request, reply, hub());
        const { file } = request.params;
        const name = nameOf(file);
        const framework = name && (await find(context, name));
        if (!framework) throw notFound(file);
        const content = await CONTENT[name.form](framework);
        return send(request, reply, context, { name: file, form: name.form, content });
      },
    });
  route('/exports/frameworks/:file', async ({ database }, { code, version }) => {
    const framework = await frameworkByCode(database, code, version);
    return framework && fileOf(framework);
  });
  route('/exports/framework-drafts/:file', async (context, { code, version }) => {
    const drafts = await draftsSeen(context);
    const found = drafts.find((draft) => draft.code === code && draft.frameworkVersion === version);
    if (found) tellSecurity('draft-exported', { file: `framework-drafts/${code}-${version}` });
    return found?.definition ?? null;
  });
  server.get('/exports/frameworks/template.xlsx', async (request, reply) => {
    const context = await contextOf(request, reply, hub());
    requireReading(context, 'READ_EXPORTS');
    const content = await templateWorkbook();
    return send(request, reply, context, { name: 'template.xlsx', form: 'xlsx', content });
  });
}

type Form = keyof typeof FRAMEWORK_MEDIA_TYPES;

const CONTENT: Record<Form, (file: FrameworkFile) => string | Promise<Buffer>> = {
  json: frameworkText,
  xlsx: workbookOf,
};

interface Name {
  code: string;
  version: number;
  form: Form;
}

type Found = FrameworkFile | null;

function nameOf(file: string): Name | null {
  const { code, version, form } = NAME.exec(file)?.groups ?? {};
  if (code === undefined) return null;
  return { code, version: Number(version), form: form === 'xlsx' ? 'xlsx' : 'json' };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  { name, form, content }: { name: string; form: Form; content: string | Buffer },
): Promise<FastifyReply> {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return sendContent(request, reply, context, {
    content,
    type: FRAMEWORK_MEDIA_TYPES[form],
    isText: form === 'json',
    headers: { 'content-disposition': disposition },
  });
}

function notFound(file: string): RequestError {
  return new RequestError('NOT_FOUND', {
    vi: `Không có tệp ${file}. Tên tệp gồm mã, số phiên bản và đuôi, chẳng hạn four-pillar-1.json.`,
    en: `There is no file ${file}. Its name is the code, the version and the ending, such as four-pillar-1.json.`,
  });
}

function refusedHere(error: unknown): Refused | null {
  if (!(error instanceof RequestError) || error.code !== 'NOT_FOUND') return null;
  const { code, text, details } = error;
  return { status: 404, code, text, details };
}
