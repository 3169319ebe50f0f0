import { useLocalStorage } from '@mantine/hooks';

/** A page with all that is chosen on it: its address says both. */
export interface SavedView {
  name: string;
  address: string;
}

/** As many as a menu shows without becoming a list of its own. */
export const MOST = 20;

/** The views that this browser keeps, in all its tabs, those saved last first. */
export function useSavedViews() {
  const [views, setViews] = useLocalStorage<SavedView[]>({
    key: 'hub.saved-views',
    defaultValue: [],
    deserialize: savedIn,
  });
  return {
    views,
    /** A view that is saved again has its new name. */
    save: (view: SavedView) =>
      setViews((before) => [view, ...before.filter(({ address }) => address !== view.address)]),
    remove: (view: SavedView) =>
      setViews((before) => before.filter(({ address }) => address !== view.address)),
  };
}

/** What another version, or somebody else, has left there may be anything. */
function savedIn(text: string | undefined): SavedView[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.filter(isSaved) : [];
  } catch {
    return [];
  }
}

/** An address within the console only. */
const isSaved = (found: Partial<SavedView> | null): found is SavedView =>
  typeof found?.name === 'string' &&
  typeof found.address === 'string' &&
  /^\/(?![/\\])/.test(found.address);
