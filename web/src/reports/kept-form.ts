import { useEffect } from 'react';
import type { ReportQuery } from '../generated/graphql';
import { keep, kept, OWN } from '../shared/kept';
import { language, type Language } from '../shared/words';

/** One form, the one that was open last: a school works on one, and a browser has little room. */
const PLACE = `${OWN}form`;

/** A report as the hub told it last. */
interface KeptForm {
  viewer: string;
  institution: string;
  round: string;
  speaking: Language;
  /** When it was told. */
  at: string;
  data: ReportQuery;
}

/**
 * Keeps the report that is open, so that a school without a network finds its questions again after a reload.
 * @param viewer who looks at it; undefined while nobody knows.
 */
export function useKeepForm(
  { institution, round }: { institution: string; round: string },
  viewer: string | undefined,
  data: ReportQuery | undefined,
): void {
  useEffect(() => {
    if (!viewer || !data?.statusUpdates.nodes[0]) return;
    const at = new Date().toISOString();
    keep(PLACE, { viewer, institution, round, speaking: language(), at, data } satisfies KeptForm);
  }, [viewer, institution, round, data]);
}

/** The report as it was kept; null if another one was, or none. */
export function keptForm(institution: string, round: string): KeptForm | null {
  const form = kept<KeptForm>(PLACE);
  return form?.institution === institution && form.round === round && form.speaking === language()
    ? form
    : null;
}
