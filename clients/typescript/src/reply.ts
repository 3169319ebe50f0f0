/** One thing that is wrong with a question; `docs/errors.md` of the hub explains the codes. */
export interface HubProblem {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; [detail: string]: unknown };
}

/** What the hub says about an answer beside its data. */
export interface HubExtensions {
  /** Which data was counted; left out of an answer that read none. */
  data?: {
    /** Rises with each publication: answers of one revision fit together. */
    revision: number;
    /** When this revision was published. */
    publishedAt: string;
    /** The licence of the data; null when the operator has named none. */
    licence: string | null;
    /** Whether demonstration data is counted. */
    illustrative: boolean;
    /** Whether the answer counts assumptions of the question as if they were reported. */
    hypothetical: boolean;
  };
  /** What the question cost, and the most that one may; `docs/limits.md` of the hub explains it. */
  cost?: { requested: number; maximum: number };
}

/** A question that was not answered, or not wholly: a half answer never passes for a whole one. */
export class HubError extends Error {
  override readonly name = 'HubError';

  /**
   * @param status what HTTP said.
   * @param retryAfter in how many seconds to ask again; null when the hub has not said it.
   */
  constructor(
    readonly status: number,
    readonly problems: readonly HubProblem[],
    readonly retryAfter: number | null = null,
  ) {
    super(problems.map(({ message }) => message).join(' ') || `HTTP ${status}`);
  }

  /** The codes of all problems. */
  get codes(): string[] {
    return this.problems.flatMap(({ extensions }) => extensions?.code ?? []);
  }
}

/** What came back, refusals included. */
export interface Reply<Data> {
  status: number;
  data: Data | null;
  problems: readonly HubProblem[];
  extensions: HubExtensions;
  retryAfter: number | null;
}

interface Body<Data> {
  data?: Data | null;
  errors?: readonly HubProblem[];
  extensions?: HubExtensions;
}

/** @throws whatever `fetch` does when the connection is lost before the end of the answer. */
export async function readReply<Data>(response: Response): Promise<Reply<Data>> {
  const body = asBody<Data>(await response.text());
  return {
    status: response.status,
    data: response.ok ? (body.data ?? null) : null,
    problems: body.errors ?? [],
    extensions: body.extensions ?? {},
    retryAfter: secondsUntil(response.headers.get('retry-after')),
  };
}

/** A gateway on the way may answer with something else than JSON. */
function asBody<Data>(text: string): Body<Data> {
  try {
    return (JSON.parse(text) ?? {}) as Body<Data>;
  } catch {
    return {};
  }
}

/** `Retry-After` is in seconds, or a moment where a gateway has written it. */
function secondsUntil(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(seconds, 0);
}

export const errorOf = ({ status, problems, retryAfter }: Reply<unknown>) =>
  new HubError(status, problems, retryAfter);

/** Whether the hub refused before it did anything, and says when to ask again. */
export const isPutOff = ({ status, problems, retryAfter }: Reply<unknown>) =>
  (status === 429 || status === 503) && retryAfter !== null && problems.length > 0;

/** Whether a gateway answered for a hub that it did not reach, or not to the end. */
export const isOfGateway = ({ status, problems, retryAfter }: Reply<unknown>) =>
  problems.length === 0 &&
  ([502, 503, 504].includes(status) || (status === 429 && retryAfter !== null));
