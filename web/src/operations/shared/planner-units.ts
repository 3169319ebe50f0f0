import { useViewer } from '../../sign-in/viewer';

/** The units that the viewer plans for, to choose one of. */
export function usePlannerUnits(): { value: string; label: string }[] {
  const viewer = useViewer();
  return (viewer?.grants ?? []).flatMap(({ role, unit }) =>
    role === 'PLANNER' && unit ? [{ value: unit.id, label: unit.name }] : [],
  );
}
