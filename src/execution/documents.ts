import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { PersistedQueryOptions } from '@apollo/server';
import { Kind, OperationTypeNode, parse, stripIgnoredCharacters } from 'graphql';
import { LRUCache } from 'lru-cache';
import { messageOf, OperatorError, RequestError } from '../shared/errors.js';
import type { Text } from '../shared/text.js';
import type { AskedOperation } from './asked-operation.js';

/** How many bytes of documents are remembered, of either kind. */
const REMEMBERED = 4 * 1024 * 1024;

/** More than any document has that the hub takes; a longer one is not looked at twice. */
const MOST_TOKENS = 10_000;

const FOLDER = new URL('../../schema/operations/', import.meta.url);

/** What matters of a document. */
interface Form {
  /** The same for documents that differ in blanks, commas and comments only. */
  digest: string;
  /** Whether an operation of it, or its only one, is a query. */
  isQuery: (operationName: string | undefined) => boolean;
}

/** The documents that the console asks, by their hashes. */
const CONSOLE = new URL('../../web/src/generated/persisted-documents.json', import.meta.url);

/**
 * The texts of the documents of `schema/operations`, as they are in the files, and of those of the console.
 * @throws OperatorError `DOCUMENTS_UNREADABLE` when either are missing: a hub without them starts, and
 *   then refuses its own clients.
 */
export async function trustedDocuments(folder = FOLDER, ofConsole = CONSOLE): Promise<string[]> {
  const [published, asked] = await Promise.all([
    found(folder, async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
      return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
    }),
    found(ofConsole, async () =>
      Object.values(JSON.parse(await readFile(ofConsole, 'utf8')) as Record<string, string>),
    ),
  ]);
  return [...published, ...asked];
}

async function found(where: URL, read: () => Promise<string[]>): Promise<string[]> {
  const texts = await read().catch((error: unknown) => {
    throw unreadable(where, messageOf(error));
  });
  if (texts.length === 0) throw unreadable(where, 'there are none');
  return texts;
}

function unreadable({ pathname }: URL, why: string): OperatorError {
  return new OperatorError(
    'DOCUMENTS_UNREADABLE',
    `The documents that the hub trusts cannot be read from ${pathname}: ${why}. Build the hub again with: npm run build`,
  );
}

/**
 * The documents that can be asked for by their SHA-256: the trusted ones, always, and those that
 * clients have sent (automatic persisted queries), as long as there is room.
 */
export class Documents {
  readonly #trusted: ReadonlyMap<string, string>;
  readonly #trustedForms: ReadonlySet<string>;
  readonly #sent = new LRUCache<string, string>({
    maxSize: REMEMBERED,
    sizeCalculation: (text) => 2 * text.length + 200,
  });
  readonly #forms = new LRUCache<string, Form | false>({
    maxSize: REMEMBERED,
    sizeCalculation: (_form, text) => 2 * text.length + 400,
  });

  /** @throws OperatorError `DOCUMENTS_UNREADABLE` when one of them is no GraphQL. */
  constructor(trusted: readonly string[]) {
    this.#trusted = new Map(trusted.map((text) => [hash('sha256', text), text]));
    this.#trustedForms = new Set(trusted.map((text) => this.#trustedForm(text).digest));
  }

  /**
   * The document that a request asks for; undefined when its hash is not known, or not that of the
   * text beside it. A text that comes with its hash is remembered.
   */
  textOf({ query, hash: named }: AskedOperation): string | undefined {
    if (named === undefined) return query;
    if (query === undefined) return this.#find(named);
    if (hash('sha256', query) !== named) return undefined;
    this.#sent.set(named, query);
    return query;
  }

  /** Whether it is one of the trusted ones, but for blanks, commas and comments. */
  isTrusted(text: string): boolean {
    const form = this.formOf(text);
    return form !== null && this.#trustedForms.has(form.digest);
  }

  /** What matters of a document; null when it is not GraphQL. */
  formOf(text: string): Form | null {
    let form = this.#forms.get(text);
    if (form === undefined) {
      form = readForm(text) ?? false;
      this.#forms.set(text, form);
    }
    return form || null;
  }

  /** Where Apollo finds and leaves what clients send. */
  persistedQueries(): NonNullable<PersistedQueryOptions> {
    const sha256Of = (key: string) => key.replace(/^apq:/, '');
    return {
      // What a hash stands for never changes.
      ttl: null,
      cache: {
        get: async (key) => this.#find(sha256Of(key)),
        set: async (key, text) => void this.#sent.set(sha256Of(key), text),
        delete: async (key) => this.#sent.delete(sha256Of(key)),
      },
    };
  }

  #trustedForm(text: string): Form {
    const form = this.formOf(text);
    if (form) return form;
    throw new OperatorError(
      'DOCUMENTS_UNREADABLE',
      `A document that the hub trusts is no GraphQL: ${text.slice(0, 80)}. Build the hub again with: npm run build`,
    );
  }

  #find(sha256: string): string | undefined {
    return this.#trusted.get(sha256) ?? this.#sent.get(sha256);
  }
}

/** What Apollo’s own complaint about a document by its hash means; null for any other. */
export function persistedRefusal(complaint: string): RequestError | null {
  const text = PERSISTED_COMPLAINTS[complaint];
  return text ? new RequestError('PERSISTED_QUERY_INVALID', text) : null;
}

const PERSISTED_COMPLAINTS: Record<string, Text> = {
  'Unsupported persisted query version': {
    vi: 'extensions.persistedQuery phải có version là 1.',
    en: 'extensions.persistedQuery must have version 1.',
  },
  'provided sha does not match query': {
    vi: 'extensions.persistedQuery.sha256Hash phải là mã SHA-256 (hệ thập lục phân, chữ thường) của query. Hãy tính lại, hoặc bỏ đi.',
    en: 'extensions.persistedQuery.sha256Hash must be the SHA-256 of query, in lower-case hexadecimal. Compute it again, or leave it out.',
  },
};

function readForm(text: string): Form | null {
  try {
    const { definitions } = parse(text, { noLocation: true, maxTokens: MOST_TOKENS });
    const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
    return {
      digest: hash('sha256', stripIgnoredCharacters(text)),
      isQuery: (name) => {
        const named = name ? operations.filter((each) => each.name?.value === name) : operations;
        return named.length === 1 && named[0]!.operation === OperationTypeNode.QUERY;
      },
    };
  } catch {
    return null;
  }
}
