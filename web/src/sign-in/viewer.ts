import { ViewerDocument, type Role, type ViewerQuery } from '../generated/graphql';
import { useGraph } from '../shared/graph';
import { useSession } from '../shared/session';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in; null for the public, undefined while nobody knows yet. */
export function useViewer(): Viewer | null | undefined {
  const { state } = useSession();
  const { data } = useGraph(
    ViewerDocument,
    {},
    {
      pause: state === 'anonymous' || state === 'unreached',
    },
  );
  return state === 'anonymous' ? null : data?.viewer;
}

/** Whether the viewer has one of these roles somewhere. What exactly they may do, the graph says (`canX`). */
export const hasRole = (viewer: Viewer | null | undefined, ...roles: Role[]): boolean =>
  viewer?.grants.some(({ role }) => roles.includes(role)) ?? false;
