import { messageOf, OperatorError } from '../shared/errors.js';

const full =
  /ENOSPC|EDQUOT|No space left on device|Disk quota exceeded|Check free disk space|disk is full/;
const readOnly = /EROFS|Read-only file system|readonly database/;
const denied = /EACCES|EPERM|Permission denied|Operation not permitted/;
const misplaced = /ENOTDIR|EEXIST/;

/**
 * What the operator can do about a failure of the file system or of PostgreSQL's own programs, told
 * by the error's code or by the text that the program left behind. Anything else comes back as is.
 */
export function explainFailure(error: unknown, directory: string, output = ''): unknown {
  if (error instanceof OperatorError) return error;
  const text = `${messageOf(error)}\n${output}`;
  const explain = (code: string, sentence: string) =>
    new OperatorError(code, `${sentence} (${messageOf(error)})`, { cause: error });
  if (full.test(text)) {
    return explain(
      'DATA_DIRECTORY_FULL',
      `The disk of the data folder ${directory} is full. Free some space there, or set ` +
        'HUB_DATA_DIR to a folder on another disk, and start again.',
    );
  }
  if (readOnly.test(text)) {
    return explain(
      'DATA_DIRECTORY_NOT_WRITABLE',
      `The data folder ${directory} is on a read-only file system. Set HUB_DATA_DIR to a folder ` +
        'that can be written, or DATABASE_URL to a PostgreSQL server.',
    );
  }
  if (denied.test(text)) {
    return explain(
      'DATA_DIRECTORY_NOT_WRITABLE',
      `The hub may not use the data folder ${directory}. Run it as the user who owns it, ` +
        'or set HUB_DATA_DIR to a folder of your own.',
    );
  }
  if (misplaced.test(text)) {
    return explain(
      'DATA_DIRECTORY_NOT_WRITABLE',
      `The data folder ${directory} cannot be created, because a file is in its place. Move that ` +
        'file away, or set HUB_DATA_DIR to another folder.',
    );
  }
  return error;
}

/** A failure of PostgreSQL itself, with the last lines it wrote. */
export function serverFailure(sentence: string, directory: string, output: string): unknown {
  const lastLines = output.trim().split('\n').slice(-15).join('\n');
  const message = lastLines === '' ? sentence : `${sentence} It said:\n${lastLines}`;
  const explained = explainFailure(new Error(message), directory, output);
  return explained instanceof OperatorError
    ? explained
    : new OperatorError('EMBEDDED_POSTGRES_FAILED', message);
}
