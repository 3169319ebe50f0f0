import {
  groupOf,
  InstitutionGroup,
  type InstitutionKind,
} from '../vocabulary/institution.enums.js';
import type { UpdateState } from '../vocabulary/status-update.enums.js';

/**
 * The number of institutions of a kind and a state in one unit directly under the requested one.
 */
export interface CompletenessCell {
  unitId: number;
  kind: InstitutionKind;
  state: UpdateState | null;
  institutions: number;
  overdue: number;
  excused: number;
}

export interface CompletenessCounts {
  called: number;
  notBegun: number;
  draft: number;
  submitted: number;
  returned: number;
  withdrawn: number;
  approved: number;
  overdue: number;
  excused: number;
}

export interface GroupCompleteness {
  /** Null for kinds in no group. */
  group: InstitutionGroup | null;
  counts: CompletenessCounts;
}

export interface UnitCompleteness extends GroupCompleteness {
  unitId: number;
}

/** The counts in all, by group, and by unit and group, in the order of the units. */
export function sumUp(cells: readonly CompletenessCell[]): {
  total: CompletenessCounts;
  groups: GroupCompleteness[];
  lines: UnitCompleteness[];
} {
  const byUnit = Map.groupBy(cells, ({ unitId }) => unitId);
  return {
    total: countsOf(cells),
    groups: groupsOf(cells),
    lines: [...byUnit].flatMap(([unitId, within]) =>
      groupsOf(within).map((line) => ({ unitId, ...line })),
    ),
  };
}

const GROUPS = [...Object.values(InstitutionGroup), null];

function groupsOf(cells: readonly CompletenessCell[]): GroupCompleteness[] {
  const byGroup = Map.groupBy(cells, ({ kind }) => groupOf(kind));
  return GROUPS.flatMap((group) => {
    const within = byGroup.get(group);
    return within ? [{ group, counts: countsOf(within) }] : [];
  });
}

function countsOf(cells: readonly CompletenessCell[]): CompletenessCounts {
  const sum = (state?: UpdateState | null) =>
    cells
      .filter((cell) => state === undefined || cell.state === state)
      .reduce((total, { institutions }) => total + institutions, 0);
  return {
    called: sum(),
    notBegun: sum(null),
    draft: sum('DRAFT'),
    submitted: sum('SUBMITTED'),
    returned: sum('RETURNED'),
    withdrawn: sum('WITHDRAWN'),
    approved: sum('APPROVED'),
    overdue: cells.reduce((total, { overdue }) => total + overdue, 0),
    excused: cells.reduce((total, { excused }) => total + excused, 0),
  };
}
