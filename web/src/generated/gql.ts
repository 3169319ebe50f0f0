/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Below($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $first: Int!, $after: String) {\n  node(id: $unit) {\n    id\n    ... on AdministrativeUnit {\n      children(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          code\n          kind\n          name\n          progress(asOf: $on, basis: $basis, groups: [$group]) {\n            asOf\n            lines {\n              ...LineFigures\n            }\n          }\n        }\n      }\n    }\n  }\n}": typeof types.BelowDocument,
    "query Counted($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $figure: ProgressFigure!, $after: String) {\n  node(id: $unit) {\n    id\n    ... on AdministrativeUnit {\n      progress(asOf: $on, basis: $basis, groups: [$group]) {\n        asOf\n        lines {\n          group\n          pillar\n          counted(figure: $figure, first: 50, after: $after) {\n            totalCount\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n            nodes {\n              id\n              code\n              name\n              kind\n            }\n          }\n        }\n      }\n    }\n  }\n}": typeof types.CountedDocument,
    "query Overview($code: String!, $kind: UnitKind, $on: LocalDate, $basis: BoundaryBasis!, $named: Boolean!) {\n  administrativeUnit(code: $code, kind: $kind, on: $on) @include(if: $named) {\n    ...OverviewUnit\n  }\n  reportingRounds(first: 1) @skip(if: $named) {\n    nodes {\n      id\n      unit {\n        ...OverviewUnit\n      }\n    }\n  }\n}\n\nfragment OverviewUnit on AdministrativeUnit {\n  id\n  code\n  kind\n  name\n  validFrom\n  validTo\n  parent {\n    id\n    code\n    kind\n    name\n  }\n  predecessors {\n    effectiveOn\n    extent\n    predecessor {\n      id\n      code\n      kind\n      name\n      validTo\n    }\n  }\n  successors {\n    effectiveOn\n    extent\n    successor {\n      id\n      code\n      kind\n      name\n    }\n  }\n  progress(asOf: $on, basis: $basis) {\n    asOf\n    knownAt\n    basis\n    standingMethod {\n      id\n      version\n    }\n    lines {\n      ...LineFigures\n    }\n    warnings {\n      code\n      message\n      group\n    }\n  }\n}": typeof types.OverviewDocument,
    "fragment LineFigures on ProgressLine {\n  group\n  pillar\n  institutions\n  completed\n  reported\n  inReview\n  notReported\n  carriedForward\n  notApplicable\n  percent\n  percentOfReported\n  upperPercent\n  coveragePercent\n  targets {\n    gapPoints\n    institutionsToGo\n    pacePerYear\n    requiredPacePerYear\n    expectedPercent\n    standing\n    target {\n      id\n      year\n      dueOn\n      percent\n      sourceStatus\n    }\n  }\n}": typeof types.LineFiguresFragmentDoc,
    "query Trend($unit: ID!, $basis: BoundaryBasis!, $group: InstitutionGroup!) {\n  node(id: $unit) {\n    id\n    ... on AdministrativeUnit {\n      progressSeries(basis: $basis, groups: [$group]) {\n        asOf\n        lines {\n          ...LineFigures\n        }\n      }\n    }\n  }\n}": typeof types.TrendDocument,
    "query Units($search: String, $on: LocalDate) {\n  administrativeUnits(filter: {search: $search, on: $on}, first: 20) {\n    nodes {\n      id\n      code\n      kind\n      name\n    }\n  }\n}": typeof types.UnitsDocument,
    "mutation SessionEnd {\n  sessionEnd {\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": typeof types.SessionEndDocument,
    "mutation SessionRefresh {\n  sessionRefresh {\n    accessToken\n    expiresAt\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": typeof types.SessionRefreshDocument,
    "mutation SessionStart($input: SessionStartInput!) {\n  sessionStart(input: $input) {\n    accessToken\n    expiresAt\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": typeof types.SessionStartDocument,
    "query Viewer {\n  viewer {\n    email\n    name\n    grants {\n      id\n      role\n      validFrom\n      validTo\n      kinds\n      unit {\n        id\n        code\n        kind\n        name\n        validTo\n      }\n      institution {\n        id\n        code\n        name\n      }\n    }\n  }\n}": typeof types.ViewerDocument,
};
const documents: Documents = {
    "query Below($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $first: Int!, $after: String) {\n  node(id: $unit) {\n    id\n    ... on AdministrativeUnit {\n      children(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          code\n          kind\n          name\n          progress(asOf: $on, basis: $basis, groups: [$group]) {\n            asOf\n            lines {\n              ...LineFigures\n            }\n          }\n        }\n      }\n    }\n  }\n}": types.BelowDocument,
    "query Counted($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $figure: ProgressFigure!, $after: String) {\n  node(id: $unit) {\n    id\n    ... on AdministrativeUnit {\n      progress(asOf: $on, basis: $basis, groups: [$group]) {\n        asOf\n        lines {\n          group\n          pillar\n          counted(figure: $figure, first: 50, after: $after) {\n            totalCount\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n            nodes {\n              id\n              code\n              name\n              kind\n            }\n          }\n        }\n      }\n    }\n  }\n}": types.CountedDocument,
    "query Overview($code: String!, $kind: UnitKind, $on: LocalDate, $basis: BoundaryBasis!, $named: Boolean!) {\n  administrativeUnit(code: $code, kind: $kind, on: $on) @include(if: $named) {\n    ...OverviewUnit\n  }\n  reportingRounds(first: 1) @skip(if: $named) {\n    nodes {\n      id\n      unit {\n        ...OverviewUnit\n      }\n    }\n  }\n}\n\nfragment OverviewUnit on AdministrativeUnit {\n  id\n  code\n  kind\n  name\n  validFrom\n  validTo\n  parent {\n    id\n    code\n    kind\n    name\n  }\n  predecessors {\n    effectiveOn\n    extent\n    predecessor {\n      id\n      code\n      kind\n      name\n      validTo\n    }\n  }\n  successors {\n    effectiveOn\n    extent\n    successor {\n      id\n      code\n      kind\n      name\n    }\n  }\n  progress(asOf: $on, basis: $basis) {\n    asOf\n    knownAt\n    basis\n    standingMethod {\n      id\n      version\n    }\n    lines {\n      ...LineFigures\n    }\n    warnings {\n      code\n      message\n      group\n    }\n  }\n}": types.OverviewDocument,
    "fragment LineFigures on ProgressLine {\n  group\n  pillar\n  institutions\n  completed\n  reported\n  inReview\n  notReported\n  carriedForward\n  notApplicable\n  percent\n  percentOfReported\n  upperPercent\n  coveragePercent\n  targets {\n    gapPoints\n    institutionsToGo\n    pacePerYear\n    requiredPacePerYear\n    expectedPercent\n    standing\n    target {\n      id\n      year\n      dueOn\n      percent\n      sourceStatus\n    }\n  }\n}": types.LineFiguresFragmentDoc,
    "query Trend($unit: ID!, $basis: BoundaryBasis!, $group: InstitutionGroup!) {\n  node(id: $unit) {\n    id\n    ... on AdministrativeUnit {\n      progressSeries(basis: $basis, groups: [$group]) {\n        asOf\n        lines {\n          ...LineFigures\n        }\n      }\n    }\n  }\n}": types.TrendDocument,
    "query Units($search: String, $on: LocalDate) {\n  administrativeUnits(filter: {search: $search, on: $on}, first: 20) {\n    nodes {\n      id\n      code\n      kind\n      name\n    }\n  }\n}": types.UnitsDocument,
    "mutation SessionEnd {\n  sessionEnd {\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": types.SessionEndDocument,
    "mutation SessionRefresh {\n  sessionRefresh {\n    accessToken\n    expiresAt\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": types.SessionRefreshDocument,
    "mutation SessionStart($input: SessionStartInput!) {\n  sessionStart(input: $input) {\n    accessToken\n    expiresAt\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}": types.SessionStartDocument,
    "query Viewer {\n  viewer {\n    email\n    name\n    grants {\n      id\n      role\n      validFrom\n      validTo\n      kinds\n      unit {\n        id\n        code\n        kind\n        name\n        validTo\n      }\n      institution {\n        id\n        code\n        name\n      }\n    }\n  }\n}": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Below($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $first: Int!, $after: String) {\n  node(id: $unit) {\n    id\n    ... on AdministrativeUnit {\n      children(first: $first, after: $after) {\n        totalCount\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          code\n          kind\n          name\n          progress(asOf: $on, basis: $basis, groups: [$group]) {\n            asOf\n            lines {\n              ...LineFigures\n            }\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').BelowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Counted($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $group: InstitutionGroup!, $figure: ProgressFigure!, $after: String) {\n  node(id: $unit) {\n    id\n    ... on AdministrativeUnit {\n      progress(asOf: $on, basis: $basis, groups: [$group]) {\n        asOf\n        lines {\n          group\n          pillar\n          counted(figure: $figure, first: 50, after: $after) {\n            totalCount\n            pageInfo {\n              hasNextPage\n              endCursor\n            }\n            nodes {\n              id\n              code\n              name\n              kind\n            }\n          }\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').CountedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Overview($code: String!, $kind: UnitKind, $on: LocalDate, $basis: BoundaryBasis!, $named: Boolean!) {\n  administrativeUnit(code: $code, kind: $kind, on: $on) @include(if: $named) {\n    ...OverviewUnit\n  }\n  reportingRounds(first: 1) @skip(if: $named) {\n    nodes {\n      id\n      unit {\n        ...OverviewUnit\n      }\n    }\n  }\n}\n\nfragment OverviewUnit on AdministrativeUnit {\n  id\n  code\n  kind\n  name\n  validFrom\n  validTo\n  parent {\n    id\n    code\n    kind\n    name\n  }\n  predecessors {\n    effectiveOn\n    extent\n    predecessor {\n      id\n      code\n      kind\n      name\n      validTo\n    }\n  }\n  successors {\n    effectiveOn\n    extent\n    successor {\n      id\n      code\n      kind\n      name\n    }\n  }\n  progress(asOf: $on, basis: $basis) {\n    asOf\n    knownAt\n    basis\n    standingMethod {\n      id\n      version\n    }\n    lines {\n      ...LineFigures\n    }\n    warnings {\n      code\n      message\n      group\n    }\n  }\n}"): typeof import('./graphql').OverviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment LineFigures on ProgressLine {\n  group\n  pillar\n  institutions\n  completed\n  reported\n  inReview\n  notReported\n  carriedForward\n  notApplicable\n  percent\n  percentOfReported\n  upperPercent\n  coveragePercent\n  targets {\n    gapPoints\n    institutionsToGo\n    pacePerYear\n    requiredPacePerYear\n    expectedPercent\n    standing\n    target {\n      id\n      year\n      dueOn\n      percent\n      sourceStatus\n    }\n  }\n}"): typeof import('./graphql').LineFiguresFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Trend($unit: ID!, $basis: BoundaryBasis!, $group: InstitutionGroup!) {\n  node(id: $unit) {\n    id\n    ... on AdministrativeUnit {\n      progressSeries(basis: $basis, groups: [$group]) {\n        asOf\n        lines {\n          ...LineFigures\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql').TrendDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Units($search: String, $on: LocalDate) {\n  administrativeUnits(filter: {search: $search, on: $on}, first: 20) {\n    nodes {\n      id\n      code\n      kind\n      name\n    }\n  }\n}"): typeof import('./graphql').UnitsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SessionEnd {\n  sessionEnd {\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}"): typeof import('./graphql').SessionEndDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SessionRefresh {\n  sessionRefresh {\n    accessToken\n    expiresAt\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}"): typeof import('./graphql').SessionRefreshDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SessionStart($input: SessionStartInput!) {\n  sessionStart(input: $input) {\n    accessToken\n    expiresAt\n    userErrors {\n      code\n      field\n      message\n    }\n  }\n}"): typeof import('./graphql').SessionStartDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Viewer {\n  viewer {\n    email\n    name\n    grants {\n      id\n      role\n      validFrom\n      validTo\n      kinds\n      unit {\n        id\n        code\n        kind\n        name\n        validTo\n      }\n      institution {\n        id\n        code\n        name\n      }\n    }\n  }\n}"): typeof import('./graphql').ViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
