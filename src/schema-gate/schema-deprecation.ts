import {
  type GraphQLArgument,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  resolveSchemaCoordinate,
} from 'graphql';
import { addDays, isLocalDate, type LocalDate } from '../shared/dates.js';

/** How many days a deprecated part stays at least: clients change once in a school year. */
const LEAST_DAYS = 365;

const FORM =
  /^since (?<since>[\d-]{10}), until (?<until>[\d-]{10}) at least: (?:use `(?<instead>[^`]+)`|nothing takes its place, because \S)/;

const EXAMPLE =
  '“since 2026-11-25, until 2027-11-25 at least: use `Type.field`”, or “…: nothing takes its place, because …”';

export interface Deprecation {
  since: LocalDate;
  until: LocalDate;
  /** The coordinate of the replacement; undefined when there is none. */
  instead: string | undefined;
}

/** The parts of the reason in `@deprecated`, or undefined when it has another form. */
export function readDeprecation(reason: string): Deprecation | undefined {
  const { since, until, instead } = FORM.exec(reason)?.groups ?? {};
  if (since === undefined || until === undefined) return undefined;
  return isLocalDate(since) && isLocalDate(until) ? { since, until, instead } : undefined;
}

export function deprecationsOf(schema: GraphQLSchema): Map<string, string> {
  const reasons = new Map<string, string>();
  const add = (
    coordinate: string,
    { deprecationReason }: { deprecationReason?: string | null },
  ) => {
    if (typeof deprecationReason === 'string') reasons.set(coordinate, deprecationReason);
  };
  const addArguments = (coordinate: string, args: readonly GraphQLArgument[]) => {
    for (const argument of args) add(`${coordinate}(${argument.name}:)`, argument);
  };
  for (const directive of schema.getDirectives())
    addArguments(`@${directive.name}`, directive.args);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isEnumType(type))
      for (const value of type.getValues()) add(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, field);
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        add(`${type.name}.${field.name}`, field);
        addArguments(`${type.name}.${field.name}`, field.args);
      }
  }
  return reasons;
}

export function deprecationProblems(schema: GraphQLSchema): string[] {
  const reasons = deprecationsOf(schema);
  return [...reasons].flatMap(([coordinate, reason]) => {
    const said = readDeprecation(reason);
    if (!said) return [`${coordinate} is deprecated, but its reason does not say ${EXAMPLE}`];
    const problems: string[] = [];
    const earliest = addDays(said.since, LEAST_DAYS);
    if (said.until < earliest)
      problems.push(
        `${coordinate} is deprecated until ${said.until}, less than ${LEAST_DAYS} days: say ${earliest} or later`,
      );
    if (said.instead !== undefined && !isInGraph(schema, said.instead))
      problems.push(
        `${coordinate} names \`${said.instead}\` instead, which the graph does not have`,
      );
    if (said.instead !== undefined && reasons.has(said.instead))
      problems.push(`${coordinate} names \`${said.instead}\` instead, which is deprecated itself`);
    return problems;
  });
}

export function isInGraph(schema: GraphQLSchema, coordinate: string): boolean {
  try {
    return resolveSchemaCoordinate(schema, coordinate) !== undefined;
  } catch {
    // Not a coordinate, or one whose type does not exist.
    return false;
  }
}
