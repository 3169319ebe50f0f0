import { Redirect } from 'wouter';
import { unitAddress } from '../shared/unit-address';
import { hasRole, useViewer, type Viewer } from './viewer';

/** Leads whoever has signed in to their own work. */
export default function HomePage() {
  const viewer = useViewer();
  if (viewer === undefined) return null;
  return <Redirect to={homeOf(viewer)} replace />;
}

/** A school has its reports to do, a reviewer the queue; a planner looks at their unit, an operator at the hub's health. */
function homeOf(viewer: Viewer | null): string {
  if (hasRole(viewer, 'SCHOOL_ADMIN')) return '/reports';
  if (hasRole(viewer, 'REVIEWER')) return '/review';
  const planned = viewer?.grants.find(({ role, unit }) => role === 'PLANNER' && unit);
  if (planned?.unit) return unitAddress(planned.unit, planned.unit.validTo);
  return hasRole(viewer, 'OPERATOR') ? '/operations?tab=health' : '/';
}
