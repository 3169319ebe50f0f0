import {
  getArgumentValues,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { NotPlannedError } from './fall-backs.js';
import { type Complete, type Completion, type PlannedField, type QueryPlan } from './query-plan.js';

type Parent = Record<string | number, unknown>;

/**
 * Answers one query by its plan. Each object of the answer needs one object and no promise: a value
 * that has to be waited for is put in its place when it arrives, and the answer is complete when
 * none is missing.
 */
export class PlannedRun implements Completion {
  readonly #data: Parent = {};
  readonly #infos: GraphQLResolveInfo[];
  readonly #arguments: Record<string, unknown>[];
  readonly #whole = Promise.withResolvers<Parent>();
  #missing = 1;

  constructor(
    private readonly plan: QueryPlan,
    private readonly variables: Record<string, unknown>,
    private readonly context: unknown,
  ) {
    this.#infos = new Array<GraphQLResolveInfo>(plan.size);
    this.#arguments = new Array<Record<string, unknown>>(plan.size);
  }

  /** @throws the first error; other work that is still running is not waited for. */
  answer(): Promise<Parent> {
    try {
      this.#fields(this.#data, undefined, this.plan.fields);
      this.#arrived();
    } catch (error) {
      this.#whole.reject(error);
    }
    return this.#whole.promise;
  }

  object(value: unknown, fields: readonly PlannedField[]): Parent {
    const answer: Parent = {};
    this.#fields(answer, value, fields);
    return answer;
  }

  list(value: unknown, complete: Complete): unknown[] {
    if (!Array.isArray(value)) throw new NotPlannedError('a value without a plan');
    const answer = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index += 1)
      this.#put(answer, index, value[index], complete);
    return answer;
  }

  #fields(answer: Parent, source: unknown, fields: readonly PlannedField[]): void {
    for (const planned of fields)
      this.#put(answer, planned.key, this.#resolve(planned, source), planned.complete);
  }

  #resolve(planned: PlannedField, source: unknown): unknown {
    const { resolve } = planned.field;
    if (resolve) {
      const given = this.#argumentsOf(planned);
      return resolve(source, given, this.context, this.#infoOf(planned));
    }
    const property = (source as Parent)[planned.name];
    if (typeof property === 'function') throw new NotPlannedError('a value without a plan');
    return property;
  }

  #put<Key extends string | number>(
    answer: Record<Key, unknown>,
    key: Key,
    value: unknown,
    complete: Complete,
  ): void {
    if (!isPromise(value)) {
      answer[key] = complete(value, this);
      return;
    }
    // Keeps the fields in the requested order.
    answer[key] = null;
    this.#missing += 1;
    value
      .then((found) => {
        answer[key] = complete(found, this);
        this.#arrived();
      })
      .catch(this.#whole.reject);
  }

  #arrived(): void {
    this.#missing -= 1;
    if (this.#missing === 0) this.#whole.resolve(this.#data);
  }

  /** Shared by all objects of a field: graphql's own infos differ only in their path. */
  #infoOf(planned: PlannedField): GraphQLResolveInfo {
    return (this.#infos[planned.index] ??= new PlannedInfo(planned, this.plan, this.variables));
  }

  #argumentsOf({ index, field, first }: PlannedField): Record<string, unknown> {
    return (this.#arguments[index] ??=
      field.args.length === 0 ? NONE : getArgumentValues(field, first, this.variables));
  }
}

class PlannedInfo implements GraphQLResolveInfo {
  readonly fieldName: string;
  readonly fieldNodes: readonly FieldNode[];
  readonly returnType: GraphQLOutputType;
  readonly parentType: GraphQLObjectType;
  readonly schema: GraphQLSchema;
  readonly fragments: QueryPlan['fragments'];
  readonly rootValue = undefined;
  readonly operation: OperationDefinitionNode;

  constructor(
    { name, nodes, field, parent }: PlannedField,
    { schema, fragments, operation }: QueryPlan,
    readonly variableValues: Record<string, unknown>,
  ) {
    this.fieldName = name;
    this.fieldNodes = nodes;
    this.returnType = field.type;
    this.parentType = parent;
    this.schema = schema;
    this.fragments = fragments;
    this.operation = operation;
  }

  /** A resolver that needs the path is answered by graphql. */
  get path(): never {
    throw new NotPlannedError('a resolver that needs the path');
  }
}

const NONE = Object.freeze({});

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | null | undefined)?.then === 'function';
}
