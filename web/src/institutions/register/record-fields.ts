import type { Field } from '../../components/entry-field';
import { INSTITUTION_KINDS, LEVELS, OWNERSHIPS, SOURCE_STATUSES } from '../../shared/lists';
import { useSharedWords } from '../../shared/shared.words';
import { useInstitutionsWords } from '../shared/institutions.words';
import { SPECIAL_STATUSES, useRegisterWords } from './register.words';

/** What a record of an institution is before anything is typed, or was on the day that is typed. */
interface Start {
  name?: string;
  kind?: string;
  levels?: Field['start'];
  ownership?: string;
  specialStatus?: string | null;
  unit?: string;
  /** The day of which units can be chosen. */
  on: Field['on'];
}

/** The fields that a new record and a changed one have in common. */
export function useRecordFields() {
  const words = useRegisterWords();
  const { kinds, levels, ownerships, specials, statuses } = useOptions();
  return {
    attributes: (start: Start): Field[] => [
      { name: 'name', label: words('name'), required: true, start: start.name },
      {
        name: 'kind',
        label: words('kind'),
        // Nothing is chosen by nobody.
        options: start.kind ? kinds : [{ value: '', label: words('choose') }, ...kinds],
        required: true,
        start: start.kind,
      },
      {
        name: 'ownership',
        label: words('ownership'),
        options: ownerships,
        required: true,
        start: start.ownership,
      },
      {
        name: 'specialStatus',
        label: words('special_status'),
        options: [{ value: '', label: words('no-special') }, ...specials],
        start: start.specialStatus ?? '',
      },
      {
        name: 'unit',
        label: words('unit_code'),
        kind: 'unit',
        required: true,
        start: start.unit,
        on: start.on,
      },
      {
        name: 'levels',
        label: words('levels'),
        kind: 'ticks',
        options: levels,
        required: true,
        start: start.levels,
      },
    ],
    sourceStatus: (start?: string): Field => ({
      name: 'sourceStatus',
      label: words('source_status'),
      options: statuses,
      required: true,
      start,
    }),
    reason: (): Field => ({ name: 'reason', label: words('reason'), kind: 'long', required: true }),
  };
}

/** What can be chosen, as people call it. */
function useOptions() {
  const say = useSharedWords();
  const institutions = useInstitutionsWords();
  const words = useRegisterWords();
  return {
    kinds: INSTITUTION_KINDS.map((value) => ({ value, label: say(value) })),
    levels: LEVELS.map((value) => ({ value, label: institutions(value) })),
    ownerships: OWNERSHIPS.map((value) => ({ value, label: institutions(value) })),
    specials: SPECIAL_STATUSES.map((value) => ({ value, label: words(value) })),
    statuses: SOURCE_STATUSES.map((value) => ({ value, label: say(value) })),
  };
}
