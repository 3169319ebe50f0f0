import {
  AccountChoicesDocument,
  ChosenDocument,
  InstitutionChoicesDocument,
  UnitChoicesDocument,
  type AccountChoiceFragment,
  type InstitutionChoiceFragment,
  type UnitChoiceFragment,
} from '../generated/graphql';
import { useGraph } from '../shared/graph';
import type { Choice } from './found-select';

/** What can be chosen by its name. */
export type Choosable = 'unit' | 'institution' | 'account';

type Named = UnitChoiceFragment | InstitutionChoiceFragment | AccountChoiceFragment;

function choiceOf(each: Named): Choice {
  const beside = 'code' in each ? each.code : each.email;
  return { value: each.id, label: beside ? `${each.name} (${beside})` : each.name };
}

/**
 * What the hub finds by a part of the name, with accents or without, or by the whole code.
 * @param search what was typed; null asks for nothing.
 * @param on the day of which units are found; null for today.
 * @param closed whether institutions that have closed are found, too.
 */
export function useChoices(
  of: Choosable,
  search: string | null,
  { on = null, closed = false }: { on?: string | null; closed?: boolean },
) {
  const asked = { search: search || null, code: search?.trim() ?? '' };
  const unless = (which: Choosable) => ({ pause: search === null || which !== of });
  const units = useGraph(UnitChoicesDocument, { ...asked, on }, unless('unit'));
  const institutions = useGraph(
    InstitutionChoicesDocument,
    { ...asked, closed },
    unless('institution'),
  );
  const accounts = useGraph(AccountChoicesDocument, asked, unless('account'));
  const found = {
    unit: units.data && [
      units.data.province,
      units.data.commune,
      ...units.data.administrativeUnits.nodes,
    ],
    institution: institutions.data && [
      institutions.data.institution,
      ...institutions.data.institutions.nodes,
    ],
    account: accounts.data?.accounts.nodes,
  }[of];
  const { error } = { unit: units, institution: institutions, account: accounts }[of];
  return { choices: found?.flatMap((each) => (each ? [choiceOf(each)] : [])), error };
}

/** What an id stands for, which the address brought; null for none, and until it is known. */
export function useChosen(id: string | null): Choice | null {
  const { data } = useGraph(ChosenDocument, { id: id ?? '' }, { pause: !id });
  const node = id ? data?.node : null;
  return node && 'name' in node && node.id === id ? choiceOf(node) : null;
}
