import type { Field, Typed } from '../../components/entry-field';
import type { DutyFragment, GrantInput, InstitutionKind, Role } from '../../generated/graphql';
import { today } from '../../shared/days';
import { INSTITUTION_KINDS, ROLES } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import { hasRole, useViewer } from '../../sign-in/viewer';
import { useAccountWords } from './accounts.words';

export type Duty = DutyFragment;

/** Whether a duty is over, holds today, or is to come. */
export function phaseOf({ validFrom, validTo }: Duty): 'past' | 'present' | 'coming' {
  if (validTo !== null && validTo < today()) return 'past';
  return validFrom !== null && validFrom > today() ? 'coming' : 'present';
}

/** Says a duty in one line: what it is and where. */
export function useDutyName() {
  const say = useSharedWords();
  return ({ role, unit, institution }: Duty) =>
    [say(role), (unit ?? institution)?.name].filter(Boolean).join(', ');
}

/** What is asked of a duty; each role has its own place. */
export function useDutyFields(): Field[] {
  const say = useSharedWords();
  const words = useAccountWords();
  // Planners keep the accounts of their schools only.
  const roles: readonly Role[] = hasRole(useViewer(), 'OPERATOR') ? ROLES : ['SCHOOL_ADMIN'];
  const of =
    (...roles: Role[]) =>
    (typed: Typed) =>
      roles.includes(typed('role') as Role);
  const named = (each: Role | InstitutionKind) => ({ value: each, label: say(each) });
  return [
    { name: 'role', label: words('role'), options: roles.map(named), required: true },
    {
      name: 'institution',
      label: words('institution'),
      kind: 'institution',
      required: true,
      when: of('SCHOOL_ADMIN'),
    },
    {
      name: 'unit',
      label: words('unit'),
      kind: 'unit',
      required: true,
      when: of('REVIEWER', 'PLANNER'),
    },
    // Left empty a duty reaches back to the beginning, which is seldom meant.
    { name: 'validFrom', label: words('from'), kind: 'date', start: today() },
    { name: 'validTo', label: words('to'), kind: 'date' },
    {
      name: 'kinds',
      label: words('kinds'),
      kind: 'ticks',
      options: INSTITUTION_KINDS.map(named),
      when: of('REVIEWER'),
    },
  ];
}

/** What was typed of a duty, as the graph takes it. */
export const dutyOf = (typed: Typed): GrantInput => ({
  role: typed('role') as Role,
  institution: typed('institution') || null,
  unit: typed('unit') || null,
  kinds: typed('kinds') ? (typed('kinds').split(',') as InstitutionKind[]) : null,
  validFrom: typed('validFrom') || null,
  validTo: typed('validTo') || null,
});
