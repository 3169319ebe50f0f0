/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** On whose borders figures are given. */
export type BoundaryBasis =
  /** The unit in its own span; a date outside it is the error OUTSIDE_UNIT_SPAN. */
  | 'AS_REPORTED'
  /** The unit and all predecessors it took WHOLE, so that earlier dates are restated on its borders. Parts cannot be restated; they give the warning PART_SUCCESSION. */
  | 'CURRENT_UNITS';

/** The groups that targets are set for. */
export type InstitutionGroup =
  /** Colleges, vocational secondary schools and vocational centres. */
  | 'COLLEGE_AND_VOCATIONAL'
  /** Schools from primary to upper secondary, and continuing education centres. */
  | 'GENERAL_EDUCATION';

/** What sort of institution it is; it decides the group it is counted in. */
export type InstitutionKind =
  /** Trường cao đẳng. */
  | 'COLLEGE'
  /** Trung tâm giáo dục thường xuyên. */
  | 'CONTINUING_EDUCATION_CENTRE'
  /** Trường trung học cơ sở. */
  | 'LOWER_SECONDARY_SCHOOL'
  /** Trường phổ thông có nhiều cấp học; `levels` says which. */
  | 'MULTI_LEVEL_SCHOOL'
  /** Trường tiểu học. */
  | 'PRIMARY_SCHOOL'
  /** Trường đại học; in no group, because no target is set for universities. */
  | 'UNIVERSITY'
  /** Trường trung học phổ thông. */
  | 'UPPER_SECONDARY_SCHOOL'
  /** Trung tâm giáo dục nghề nghiệp. */
  | 'VOCATIONAL_CENTRE'
  /** Trường trung cấp. */
  | 'VOCATIONAL_SECONDARY_SCHOOL';

/** Trụ cột: the four things an institution completes. */
export type Pillar =
  /** Mô hình quản trị số: the digital governance model. */
  | 'DIGITAL_GOVERNANCE'
  /** Hoạt động số: digital operations. */
  | 'DIGITAL_OPERATIONS'
  /** Kho học liệu số mở: the open repository of learning resources. */
  | 'OPEN_LEARNING_RESOURCES'
  /** Chuẩn hoá dữ liệu số: standardised digital data. */
  | 'STANDARDIZED_DATA';

/** What to keep in mind when reading a report. */
export type ProgressWarningCode =
  /** Some counted updates answer another framework than the one in force on the date. */
  | 'FRAMEWORK_CHANGED'
  /** The report takes something for given that was not recorded. `institutions` counts those concerned. */
  | 'HYPOTHETICAL'
  /** Some institutions or updates are made up for demonstration. */
  | 'ILLUSTRATIVE_DATA'
  /** Some targets are made up for demonstration. */
  | 'ILLUSTRATIVE_TARGET'
  /** Fewer than 80% of a group’s institutions have reported. `institutions` counts the others. */
  | 'LOW_COVERAGE'
  /** Some predecessors came in part only; their earlier figures are missing. `units` names them. */
  | 'PART_SUCCESSION'
  /** Some targets have not been confirmed against an official text. */
  | 'UNCONFIRMED_TARGET'
  /** Some institutions are or may be here, but nobody has said in which commune. `institutions` counts them. */
  | 'UNSETTLED_LOCATION';

/** What an account may be charged with. */
export type Role =
  /** Runs the hub: accounts and imports. */
  | 'OPERATOR'
  /** Plans for a unit: plans, targets, rounds, everything under the unit. */
  | 'PLANNER'
  /** Decides on status updates in a unit, for kinds of institution and a span of dates. */
  | 'REVIEWER'
  /** Reports for an institution. */
  | 'SCHOOL_ADMIN';

/** E-mail and password. */
export type SessionStartInput = {
  /** The e-mail of the account; case does not matter. */
  email: string;
  /** The password. */
  password: string;
};

/** How sure a record is. */
export type SourceStatus =
  /** From an official text or official data. */
  | 'CONFIRMED'
  /** Made up for demonstration. */
  | 'ILLUSTRATIVE'
  /** A lead that nobody has confirmed; never a fact. */
  | 'UNCONFIRMED';

/** What the pace says about a target. The pace is linear, in percentage points a year since the first date of which something was reported; the required pace is the one that leads from there to the target in time. The cases are tried in this order: ACHIEVED, MISSED, NO_DATA, NO_TREND, REVERSING, then by pace / required pace. */
export type Standing =
  /** The percentage has reached the target. */
  | 'ACHIEVED'
  /** Pace / required pace is at least 0. */
  | 'LIMITED'
  /** The due date has passed and the target was not reached. */
  | 'MISSED'
  /** Pace / required pace is at least 0.60. */
  | 'MODERATE'
  /** Nothing was reported. */
  | 'NO_DATA'
  /** Fewer than two rounds with something reported: no pace can be told. */
  | 'NO_TREND'
  /** Pace / required pace is at least 0.95. */
  | 'ON_TRACK'
  /** The pace is negative. */
  | 'REVERSING';

/** How much of the predecessor a successor took over. */
export type SuccessionExtent =
  /** A part of it: nobody can tell from the counts which part, so they cannot be restated. */
  | 'PART'
  /** All of it: its figures can be restated on the successor’s borders. */
  | 'WHOLE';

/** The tier of an administrative unit. */
export type UnitKind =
  /** Xã, phường, thị trấn: the lowest tier, under a district until 2025-06-30 and under a province since. */
  | 'COMMUNE'
  /** Quận, huyện, thị xã: the middle tier, which ended on 2025-06-30. */
  | 'DISTRICT'
  /** Tỉnh, thành phố trực thuộc trung ương: the top tier; 63 until 2025-06-30, 34 since. */
  | 'PROVINCE';

export type ChildrenQueryVariables = Exact<{
  unit: string;
  on?: string | null | undefined;
  basis: BoundaryBasis;
  groups?: Array<InstitutionGroup> | InstitutionGroup | null | undefined;
  pillars?: Array<Pillar> | Pillar | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;

export type ChildrenQuery = {
  node:
    | { __typename: 'Account'; id: string }
    | {
        __typename: 'AdministrativeUnit';
        id: string;
        children: {
          __typename: 'AdministrativeUnitConnection';
          totalCount: number;
          pageInfo: { __typename: 'PageInfo'; hasNextPage: boolean; endCursor: string | null };
          nodes: Array<{
            __typename: 'AdministrativeUnit';
            id: string;
            code: string;
            kind: UnitKind;
            name: string;
            progress: {
              __typename: 'ProgressReport';
              asOf: string;
              lines: Array<{
                __typename: 'ProgressLine';
                group: InstitutionGroup;
                pillar: Pillar | null;
                institutions: number;
                completed: number;
                reported: number;
                inReview: number;
                notReported: number;
                carriedForward: number;
                notApplicable: number;
                percent: number | null;
                percentOfReported: number | null;
                upperPercent: number | null;
                coveragePercent: number | null;
                targets: Array<{
                  __typename: 'TargetStanding';
                  gapPoints: number | null;
                  institutionsToGo: number;
                  pacePerYear: number | null;
                  requiredPacePerYear: number | null;
                  expectedPercent: number | null;
                  standing: Standing;
                  target: {
                    __typename: 'Target';
                    id: string;
                    year: number;
                    dueOn: string;
                    percent: number;
                    sourceStatus: SourceStatus;
                    plan: { __typename: 'Plan'; id: string; title: string; document: string };
                  };
                }>;
              }>;
            };
          }>;
        };
      }
    | { __typename: 'ApiKey'; id: string }
    | { __typename: 'AuditEvent'; id: string }
    | { __typename: 'Evidence'; id: string }
    | { __typename: 'Framework'; id: string }
    | { __typename: 'Grant'; id: string }
    | { __typename: 'Institution'; id: string }
    | { __typename: 'Plan'; id: string }
    | { __typename: 'ReportingRound'; id: string }
    | { __typename: 'StatusUpdate'; id: string }
    | { __typename: 'Target'; id: string }
    | { __typename: 'Webhook'; id: string }
    | { __typename: 'WorkforceRecord'; id: string }
    | null;
};

export type OverviewQueryVariables = Exact<{
  code: string;
  kind?: UnitKind | null | undefined;
  on?: string | null | undefined;
  basis: BoundaryBasis;
}>;

export type OverviewQuery = {
  administrativeUnit: {
    __typename: 'AdministrativeUnit';
    id: string;
    code: string;
    kind: UnitKind;
    name: string;
    nameEn: string | null;
    validFrom: string | null;
    validTo: string | null;
    parent: {
      __typename: 'AdministrativeUnit';
      id: string;
      code: string;
      kind: UnitKind;
      name: string;
    } | null;
    predecessors: Array<{
      __typename: 'UnitSuccession';
      effectiveOn: string;
      extent: SuccessionExtent;
      legalDocument: string | null;
      predecessor: {
        __typename: 'AdministrativeUnit';
        id: string;
        code: string;
        kind: UnitKind;
        name: string;
        validTo: string | null;
      };
    }>;
    successors: Array<{
      __typename: 'UnitSuccession';
      effectiveOn: string;
      extent: SuccessionExtent;
      successor: {
        __typename: 'AdministrativeUnit';
        id: string;
        code: string;
        kind: UnitKind;
        name: string;
      };
    }>;
    progress: {
      __typename: 'ProgressReport';
      asOf: string;
      knownAt: string;
      basis: BoundaryBasis;
      standingMethod: { __typename: 'StandingMethod'; id: string; version: number };
      lines: Array<{
        __typename: 'ProgressLine';
        group: InstitutionGroup;
        pillar: Pillar | null;
        institutions: number;
        completed: number;
        reported: number;
        inReview: number;
        notReported: number;
        carriedForward: number;
        notApplicable: number;
        percent: number | null;
        percentOfReported: number | null;
        upperPercent: number | null;
        coveragePercent: number | null;
        targets: Array<{
          __typename: 'TargetStanding';
          gapPoints: number | null;
          institutionsToGo: number;
          pacePerYear: number | null;
          requiredPacePerYear: number | null;
          expectedPercent: number | null;
          standing: Standing;
          target: {
            __typename: 'Target';
            id: string;
            year: number;
            dueOn: string;
            percent: number;
            sourceStatus: SourceStatus;
            plan: { __typename: 'Plan'; id: string; title: string; document: string };
          };
        }>;
      }>;
      warnings: Array<{
        __typename: 'ProgressWarning';
        code: ProgressWarningCode;
        message: string;
        group: InstitutionGroup | null;
        institutions: number | null;
        units: Array<{
          __typename: 'AdministrativeUnit';
          id: string;
          code: string;
          kind: UnitKind;
          name: string;
        }>;
      }>;
    };
  } | null;
};

export type ProgressFiguresFragment = {
  __typename: 'ProgressReport';
  asOf: string;
  knownAt: string;
  basis: BoundaryBasis;
  standingMethod: { __typename: 'StandingMethod'; id: string; version: number };
  lines: Array<{
    __typename: 'ProgressLine';
    group: InstitutionGroup;
    pillar: Pillar | null;
    institutions: number;
    completed: number;
    reported: number;
    inReview: number;
    notReported: number;
    carriedForward: number;
    notApplicable: number;
    percent: number | null;
    percentOfReported: number | null;
    upperPercent: number | null;
    coveragePercent: number | null;
    targets: Array<{
      __typename: 'TargetStanding';
      gapPoints: number | null;
      institutionsToGo: number;
      pacePerYear: number | null;
      requiredPacePerYear: number | null;
      expectedPercent: number | null;
      standing: Standing;
      target: {
        __typename: 'Target';
        id: string;
        year: number;
        dueOn: string;
        percent: number;
        sourceStatus: SourceStatus;
        plan: { __typename: 'Plan'; id: string; title: string; document: string };
      };
    }>;
  }>;
  warnings: Array<{
    __typename: 'ProgressWarning';
    code: ProgressWarningCode;
    message: string;
    group: InstitutionGroup | null;
    institutions: number | null;
    units: Array<{
      __typename: 'AdministrativeUnit';
      id: string;
      code: string;
      kind: UnitKind;
      name: string;
    }>;
  }>;
};

export type LineFiguresFragment = {
  __typename: 'ProgressLine';
  group: InstitutionGroup;
  pillar: Pillar | null;
  institutions: number;
  completed: number;
  reported: number;
  inReview: number;
  notReported: number;
  carriedForward: number;
  notApplicable: number;
  percent: number | null;
  percentOfReported: number | null;
  upperPercent: number | null;
  coveragePercent: number | null;
  targets: Array<{
    __typename: 'TargetStanding';
    gapPoints: number | null;
    institutionsToGo: number;
    pacePerYear: number | null;
    requiredPacePerYear: number | null;
    expectedPercent: number | null;
    standing: Standing;
    target: {
      __typename: 'Target';
      id: string;
      year: number;
      dueOn: string;
      percent: number;
      sourceStatus: SourceStatus;
      plan: { __typename: 'Plan'; id: string; title: string; document: string };
    };
  }>;
};

export type SeriesQueryVariables = Exact<{
  unit: string;
  basis: BoundaryBasis;
  groups?: Array<InstitutionGroup> | InstitutionGroup | null | undefined;
  pillars?: Array<Pillar> | Pillar | null | undefined;
}>;

export type SeriesQuery = {
  node:
    | { __typename: 'Account'; id: string }
    | {
        __typename: 'AdministrativeUnit';
        id: string;
        progressSeries: Array<{
          __typename: 'ProgressReport';
          asOf: string;
          lines: Array<{
            __typename: 'ProgressLine';
            group: InstitutionGroup;
            pillar: Pillar | null;
            institutions: number;
            completed: number;
            reported: number;
            inReview: number;
            notReported: number;
            carriedForward: number;
            notApplicable: number;
            percent: number | null;
            percentOfReported: number | null;
            upperPercent: number | null;
            coveragePercent: number | null;
            targets: Array<{
              __typename: 'TargetStanding';
              gapPoints: number | null;
              institutionsToGo: number;
              pacePerYear: number | null;
              requiredPacePerYear: number | null;
              expectedPercent: number | null;
              standing: Standing;
              target: {
                __typename: 'Target';
                id: string;
                year: number;
                dueOn: string;
                percent: number;
                sourceStatus: SourceStatus;
                plan: { __typename: 'Plan'; id: string; title: string; document: string };
              };
            }>;
          }>;
        }>;
      }
    | { __typename: 'ApiKey'; id: string }
    | { __typename: 'AuditEvent'; id: string }
    | { __typename: 'Evidence'; id: string }
    | { __typename: 'Framework'; id: string }
    | { __typename: 'Grant'; id: string }
    | { __typename: 'Institution'; id: string }
    | { __typename: 'Plan'; id: string }
    | { __typename: 'ReportingRound'; id: string }
    | { __typename: 'StatusUpdate'; id: string }
    | { __typename: 'Target'; id: string }
    | { __typename: 'Webhook'; id: string }
    | { __typename: 'WorkforceRecord'; id: string }
    | null;
};

export type SessionEndMutationVariables = Exact<{ [key: string]: never }>;

export type SessionEndMutation = {
  sessionEnd: {
    __typename: 'SessionEndPayload';
    userErrors: Array<{
      __typename: 'UserError';
      code: string;
      field: Array<string> | null;
      message: string;
    }>;
  };
};

export type SessionRefreshMutationVariables = Exact<{ [key: string]: never }>;

export type SessionRefreshMutation = {
  sessionRefresh: {
    __typename: 'SessionPayload';
    accessToken: string | null;
    expiresAt: string | null;
    userErrors: Array<{
      __typename: 'UserError';
      code: string;
      field: Array<string> | null;
      message: string;
    }>;
  };
};

export type SessionStartMutationVariables = Exact<{
  input: SessionStartInput;
}>;

export type SessionStartMutation = {
  sessionStart: {
    __typename: 'SessionPayload';
    accessToken: string | null;
    expiresAt: string | null;
    userErrors: Array<{
      __typename: 'UserError';
      code: string;
      field: Array<string> | null;
      message: string;
    }>;
  };
};

export type ViewerQueryVariables = Exact<{ [key: string]: never }>;

export type ViewerQuery = {
  viewer: {
    __typename: 'Viewer';
    email: string | null;
    name: string;
    grants: Array<{
      __typename: 'Grant';
      id: string;
      role: Role;
      validFrom: string | null;
      validTo: string | null;
      kinds: Array<InstitutionKind> | null;
      unit: {
        __typename: 'AdministrativeUnit';
        id: string;
        code: string;
        kind: UnitKind;
        name: string;
        validTo: string | null;
      } | null;
      institution: { __typename: 'Institution'; id: string; code: string; name: string } | null;
    }>;
  } | null;
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const LineFiguresFragmentDoc = new TypedDocumentString(
  `
    fragment LineFigures on ProgressLine {
  __typename
  group
  pillar
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  percentOfReported
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
      plan {
        __typename
        id
        title
        document
      }
    }
  }
}
    `,
  { fragmentName: 'LineFigures' },
) as unknown as TypedDocumentString<LineFiguresFragment, unknown>;
export const ProgressFiguresFragmentDoc = new TypedDocumentString(
  `
    fragment ProgressFigures on ProgressReport {
  __typename
  asOf
  knownAt
  basis
  standingMethod {
    __typename
    id
    version
  }
  lines {
    __typename
    ...LineFigures
  }
  warnings {
    __typename
    code
    message
    group
    institutions
    units {
      __typename
      id
      code
      kind
      name
    }
  }
}
    fragment LineFigures on ProgressLine {
  __typename
  group
  pillar
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  percentOfReported
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
      plan {
        __typename
        id
        title
        document
      }
    }
  }
}`,
  { fragmentName: 'ProgressFigures' },
) as unknown as TypedDocumentString<ProgressFiguresFragment, unknown>;
export const ChildrenDocument = new TypedDocumentString(
  `
    query Children($unit: ID!, $on: LocalDate, $basis: BoundaryBasis!, $groups: [InstitutionGroup!], $pillars: [Pillar!], $first: Int!, $after: String) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      children(first: $first, after: $after) {
        __typename
        totalCount
        pageInfo {
          __typename
          hasNextPage
          endCursor
        }
        nodes {
          __typename
          id
          code
          kind
          name
          progress(asOf: $on, basis: $basis, groups: $groups, pillars: $pillars) {
            __typename
            asOf
            lines {
              __typename
              ...LineFigures
            }
          }
        }
      }
    }
  }
}
    fragment LineFigures on ProgressLine {
  __typename
  group
  pillar
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  percentOfReported
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
      plan {
        __typename
        id
        title
        document
      }
    }
  }
}`,
  { hash: 'sha256:01864e967832cdb02f4a36a758e522d5fd4745c2a9e474aac2a2fc26cf687e82' },
) as unknown as TypedDocumentString<ChildrenQuery, ChildrenQueryVariables>;
export const OverviewDocument = new TypedDocumentString(
  `
    query Overview($code: String!, $kind: UnitKind, $on: LocalDate, $basis: BoundaryBasis!) {
  administrativeUnit(code: $code, kind: $kind, on: $on) {
    __typename
    id
    code
    kind
    name
    nameEn
    validFrom
    validTo
    parent {
      __typename
      id
      code
      kind
      name
    }
    predecessors {
      __typename
      effectiveOn
      extent
      legalDocument
      predecessor {
        __typename
        id
        code
        kind
        name
        validTo
      }
    }
    successors {
      __typename
      effectiveOn
      extent
      successor {
        __typename
        id
        code
        kind
        name
      }
    }
    progress(asOf: $on, basis: $basis) {
      __typename
      ...ProgressFigures
    }
  }
}
    fragment ProgressFigures on ProgressReport {
  __typename
  asOf
  knownAt
  basis
  standingMethod {
    __typename
    id
    version
  }
  lines {
    __typename
    ...LineFigures
  }
  warnings {
    __typename
    code
    message
    group
    institutions
    units {
      __typename
      id
      code
      kind
      name
    }
  }
}
fragment LineFigures on ProgressLine {
  __typename
  group
  pillar
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  percentOfReported
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
      plan {
        __typename
        id
        title
        document
      }
    }
  }
}`,
  { hash: 'sha256:cdb5cfc08fd11eee2434fe8e3bf9e3a346f8c95f666746c669d15bd8db144b4b' },
) as unknown as TypedDocumentString<OverviewQuery, OverviewQueryVariables>;
export const SeriesDocument = new TypedDocumentString(
  `
    query Series($unit: ID!, $basis: BoundaryBasis!, $groups: [InstitutionGroup!], $pillars: [Pillar!]) {
  node(id: $unit) {
    __typename
    id
    ... on AdministrativeUnit {
      __typename
      progressSeries(basis: $basis, groups: $groups, pillars: $pillars) {
        __typename
        asOf
        lines {
          __typename
          ...LineFigures
        }
      }
    }
  }
}
    fragment LineFigures on ProgressLine {
  __typename
  group
  pillar
  institutions
  completed
  reported
  inReview
  notReported
  carriedForward
  notApplicable
  percent
  percentOfReported
  upperPercent
  coveragePercent
  targets {
    __typename
    gapPoints
    institutionsToGo
    pacePerYear
    requiredPacePerYear
    expectedPercent
    standing
    target {
      __typename
      id
      year
      dueOn
      percent
      sourceStatus
      plan {
        __typename
        id
        title
        document
      }
    }
  }
}`,
  { hash: 'sha256:8dc452a2f4a32ab56b1e33190b23983bdf263129491c2fa0729a354889669c19' },
) as unknown as TypedDocumentString<SeriesQuery, SeriesQueryVariables>;
export const SessionEndDocument = new TypedDocumentString(
  `
    mutation SessionEnd {
  sessionEnd {
    __typename
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `,
  { hash: 'sha256:c6310838955dadd728d1700e1a186f21db09e2b8322b65106de4e54b80775238' },
) as unknown as TypedDocumentString<SessionEndMutation, SessionEndMutationVariables>;
export const SessionRefreshDocument = new TypedDocumentString(
  `
    mutation SessionRefresh {
  sessionRefresh {
    __typename
    accessToken
    expiresAt
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `,
  { hash: 'sha256:916f290cec74da547e7e7aea6155b2c876291b8ec24697c6069d72931a6a9062' },
) as unknown as TypedDocumentString<SessionRefreshMutation, SessionRefreshMutationVariables>;
export const SessionStartDocument = new TypedDocumentString(
  `
    mutation SessionStart($input: SessionStartInput!) {
  sessionStart(input: $input) {
    __typename
    accessToken
    expiresAt
    userErrors {
      __typename
      code
      field
      message
    }
  }
}
    `,
  { hash: 'sha256:7cd92ce62e3243a7a0f60907d29e70d3d99467f7c4c5a9e42b5220da04a68706' },
) as unknown as TypedDocumentString<SessionStartMutation, SessionStartMutationVariables>;
export const ViewerDocument = new TypedDocumentString(
  `
    query Viewer {
  viewer {
    __typename
    email
    name
    grants {
      __typename
      id
      role
      validFrom
      validTo
      kinds
      unit {
        __typename
        id
        code
        kind
        name
        validTo
      }
      institution {
        __typename
        id
        code
        name
      }
    }
  }
}
    `,
  { hash: 'sha256:b3b46eb0fb154ee3c387b4c32b44fb1179e3123c219b3ee1a3fe29c4cda1aed9' },
) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
