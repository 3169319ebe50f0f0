import { useDebouncedValue } from '@mantine/hooks';
import { SearchDocument, type SearchQuery } from '../generated/graphql';
import { addressOf } from '../shared/address';
import { useGraph } from '../shared/graph';
import { institutionAddress } from '../shared/institution-address';
import { unitAddress } from '../shared/unit-address';
import { hasRole, useViewer } from '../sign-in/viewer';

/** One of what is found: what it is called, what tells it from others of the name, and where it is. */
export interface Found {
  id: string;
  name: string;
  beside: string;
  href: string;
}

export const GROUPS = ['units', 'institutions', 'rounds', 'plans'] as const;

export type Groups = Record<(typeof GROUPS)[number], Found[]>;

/** Less finds half of everything. */
const SHORTEST = 2;

/** What the hub finds by a part of a name, with accents or without, or by a whole code; undefined until it has answered. */
export function useFound(typed: string) {
  const [text] = useDebouncedValue(typed.trim(), 200);
  const keeps = hasRole(useViewer(), 'PLANNER', 'OPERATOR');
  const isAsked = text.length >= SHORTEST;
  const { data, error } = useGraph(SearchDocument, { text, keeps }, { pause: !isAsked });
  return {
    /** What was asked for; empty where that is too short. */
    text: isAsked && text === typed.trim() ? text : '',
    found: isAsked && data ? groupsOf(data) : undefined,
    error,
    keeps,
  };
}

function groupsOf(data: SearchQuery): Groups {
  return {
    units: data.administrativeUnits.nodes.map((unit) => ({
      id: unit.id,
      name: unit.name,
      beside: [unit.parent?.name, unit.code].filter(Boolean).join(' · '),
      href: unitAddress(unit),
    })),
    institutions: data.institutions.nodes.map((each) => ({
      id: each.id,
      name: each.name,
      beside: [each.unit?.name, each.code].filter(Boolean).join(' · '),
      href: institutionAddress(each),
    })),
    rounds: (data.reportingRounds?.nodes ?? []).map(({ id, name, code }) => ({
      ...{ id, name, beside: code },
      href: addressOf('/operations', { tab: 'rounds', round: id }),
    })),
    plans: (data.plans?.nodes ?? []).map(({ id, title, document }) => ({
      ...{ id, name: title, beside: document },
      href: addressOf('/operations', { tab: 'plans' }),
    })),
  };
}
