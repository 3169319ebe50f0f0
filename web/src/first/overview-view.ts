import type { BoundaryBasis, OverviewQueryVariables, UnitKind } from '../generated/graphql';

/** What the overview's address asks for, in the order of the alphabet: so it is what the client asks to the letter. */
export function overviewView(view: URLSearchParams): OverviewQueryVariables {
  const code = view.get('unit');
  const basis: BoundaryBasis =
    view.get('basis') === 'AS_REPORTED' ? 'AS_REPORTED' : 'CURRENT_UNITS';
  return {
    basis,
    code: code ?? '',
    kind: view.get('kind') as UnitKind | null,
    named: code !== null,
    on: view.get('on'),
  };
}
