import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { PersistedQueryOptions } from '@apollo/server';
import { Kind, OperationTypeNode, parse, stripIgnoredCharacters } from 'graphql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { messageOf, OperatorError, RequestError } from '../shared/errors.js';
import type { Text } from '../shared/text.js';
import type { AskedOperation } from '../request/asked-operation.js';

/** The memory for documents of each kind, in bytes. */
const REMEMBERED = 4 * 1024 * 1024;

/** More tokens than the hub accepts; a longer document is not kept. */
const MOST_TOKENS = 10_000;

const FOLDER = new URL('../../schema/operations/', import.meta.url);

interface Form {
  /** Equal for documents that differ only in blanks, commas and comments. */
  digest: string;
  /** Of its first operation; null when that has none. */
  name: string | null;
  isQuery: (operationName: string | undefined) => boolean;
}

/** Texts by their hashes. */
const TEXTS = z.record(z.string(), z.string());

const CONSOLE = new URL('../../web/src/generated/persisted-documents.json', import.meta.url);

/**
 * The texts of the documents in `schema/operations` and of the console.
 * @throws OperatorError `DOCUMENTS_UNREADABLE` when any are missing: without them, a hub would
 * start and then refuse its own clients.
 */
export async function trustedDocuments(folder = FOLDER, ofConsole = CONSOLE): Promise<string[]> {
  const [published, asked] = await Promise.all([
    publishedDocuments(folder),
    found(ofConsole, async () =>
      Object.values(TEXTS.parse(JSON.parse(await readFile(ofConsole, 'utf8')))),
    ),
  ]);
  return [...published, ...asked];
}

/**
 * The texts of the documents in `schema/operations`.
 * @throws OperatorError `DOCUMENTS_UNREADABLE` when there are none.
 */
export async function publishedDocuments(folder = FOLDER): Promise<string[]> {
  return found(folder, async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
    return Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  });
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
 * The documents that a request can name by their SHA-256: the trusted ones always, and those that
 * clients have sent (automatic persisted queries) while there is room.
 */
export class Documents {
  readonly #trusted: ReadonlyMap<string, string>;
  /** The name of each, by its digest. */
  readonly #trustedForms: ReadonlyMap<string, string | null>;
  readonly #sent = new LRUCache<string, string>({
    maxSize: REMEMBERED,
    sizeCalculation: (text) => 2 * text.length + 200,
  });
  readonly #forms = new LRUCache<string, Form | false>({
    maxSize: REMEMBERED,
    sizeCalculation: (_form, text) => 2 * text.length + 400,
  });

  /** @throws OperatorError `DOCUMENTS_UNREADABLE` when a document is not valid GraphQL. */
  constructor(trusted: readonly string[]) {
    this.#trusted = new Map(trusted.map((text) => [hash('sha256', text), text]));
    const forms = trusted.map((text) => this.#trustedForm(text));
    this.#trustedForms = new Map(forms.map(({ digest, name }) => [digest, name]));
  }

  /**
   * The document of a request; undefined when its hash is unknown, or does not fit the text beside
   * it. A text that comes with its hash is remembered.
   */
  textOf({ query, hash: named }: AskedOperation): string | undefined {
    if (named === undefined) return query;
    if (query === undefined) return this.#find(named);
    if (hash('sha256', query) !== named) return undefined;
    this.#sent.set(named, query);
    return query;
  }

  /** Whether it is a trusted document, apart from blanks, commas and comments. */
  isTrusted(text: string): boolean {
    const form = this.formOf(text);
    return form !== null && this.#trustedForms.has(form.digest);
  }

  /** The name of a trusted document; null for every other. */
  nameOf(asked: AskedOperation): string | null {
    const text = this.textOf(asked);
    const form = text === undefined ? null : this.formOf(text);
    return (form && this.#trustedForms.get(form.digest)) ?? null;
  }

  /** The facts about a document; null when it is not valid GraphQL. */
  formOf(text: string): Form | null {
    let form = this.#forms.get(text);
    if (form === undefined) {
      form = readForm(text) ?? false;
      this.#forms.set(text, form);
    }
    return form || null;
  }

  /** The store in which Apollo finds and keeps the documents of clients. */
  persistedQueries(): NonNullable<PersistedQueryOptions> {
    const sha256Of = (key: string) => key.replace(/^apq:/, '');
    return {
      // The document of a hash never changes.
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

/** The meaning of Apollo’s own error about a document by its hash; null for other errors. */
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
      name: operations[0]?.name?.value ?? null,
      isQuery: (name) => {
        const named = name ? operations.filter((each) => each.name?.value === name) : operations;
        return named.length === 1 && named[0]?.operation === OperationTypeNode.QUERY;
      },
    };
  } catch {
    return null;
  }
}
