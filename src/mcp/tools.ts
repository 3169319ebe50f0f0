import {
  isInputType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { z } from 'zod';
import { described, jsonSchemaOf, type JsonSchema } from './json-schema.js';

/** A document of the graph as a tool of an assistant. */
export interface Tool {
  name: string;
  description: string;
  inputSchema: JsonSchema & { type: 'object' };
  /** The text of the document. */
  document: string;
}

/** The documents of `schema/operations` that everybody may ask, by the names of their operations. */
export const PUBLIC_DOCUMENTS: ReadonlySet<string> = new Set([
  'Changes',
  'DashboardPage',
  'Frameworks',
  'InstitutionsByCode',
  'PlannerBreakdown',
  'PlannerChanges',
  'PlannerCounted',
  'PlannerCriteria',
  'PlannerLate',
  'PlannerMovers',
  'PlannerPoints',
  'PlannerProgress',
  'PlannerProgressSeries',
  'PlannerProvincesSeries',
  'PlannerRanking',
  'PlannerRestated',
  'PlannerShortestWay',
  'Plans',
  'RoundLate',
  'Rounds',
  'SchoolPillarsSeries',
  'SchoolStanding',
  'UnitHistory',
  'UnitsByCode',
  'UnitsSearch',
  'Workforce',
  'WorkforceGaps',
  'WorkforceIndex',
  'WorkforceWhatIf',
]);

/** The documents that everybody may ask as tools, by their names. */
export function toolsOf(schema: GraphQLSchema, documents: readonly string[]): Tool[] {
  return documents
    .flatMap((document) => {
      const operation = parse(document).definitions.find(
        (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
      );
      const name = operation?.name?.value;
      if (!operation || !name || !PUBLIC_DOCUMENTS.has(name)) return [];
      return [
        {
          name: dashed(name),
          description: commentOf(document),
          inputSchema: variablesOf(schema, operation),
          document,
        },
      ];
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** `PlannerProgress` as `planner-progress`. */
function dashed(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
}

/** What the comment at the beginning of a document says. */
function commentOf(document: string): string {
  const lines = document.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s*/, ''))
    .join(' ');
}

function variablesOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): Tool['inputSchema'] {
  const meanings = meaningsOf(schema, operation);
  const required: string[] = [];
  const properties: Record<string, JsonSchema> = {};
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) throw new Error(`$${name} is of no type of the graph`);
    const own = described(jsonSchemaOf(type), meanings.get(name));
    properties[name] = defaultValue
      ? { ...own, default: z.json().parse(valueFromASTUntyped(defaultValue)) }
      : own;
    if (isNonNullType(type) && !defaultValue) required.push(name);
  }
  return { type: 'object', properties, required, additionalProperties: false };
}

/** What the graph says of the argument that each variable is given to first. */
function meaningsOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): Map<string, string> {
  const meanings = new Map<string, string>();
  const types = new TypeInfo(schema);
  visit(
    operation.selectionSet,
    visitWithTypeInfo(types, {
      Argument({ value }) {
        const description = types.getArgument()?.description;
        if (value.kind === Kind.VARIABLE && description && !meanings.has(value.name.value))
          meanings.set(value.name.value, description);
      },
    }),
  );
  return meanings;
}
