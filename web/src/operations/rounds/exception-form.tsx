import type { Field, Typed } from '../../components/entry-field';
import { EntryForm } from '../../components/entry-form';
import { useRefusedBy } from '../../components/refused-by';
import {
  EndExceptionsDocument,
  ExcuseOnesDocument,
  ExtendOnesDocument,
  ReopenOnesDocument,
} from '../../generated/graphql';
import { number } from '../../shared/format';
import { useChange } from '../../shared/graph';
import type { Keyed } from '../../shared/use-intention-key';
import type { ExceptionAct } from './exception-fit';
import { useRoundWords } from './rounds.words';

/** Does with the chosen institutions what was chosen to do, with its reason. */
export function ExceptionForm({
  act,
  round,
  institutions,
  onDone,
}: {
  act: ExceptionAct;
  round: string;
  institutions: readonly string[];
  onDone: (count: number) => void;
}) {
  const words = useRoundWords();
  const refusedBy = useRefusedBy();
  const send = useExceptions();
  const day = (name: string, label: string, required: boolean): Field => ({
    name,
    label,
    kind: 'date',
    required,
  });
  const days: Record<ExceptionAct, Field[]> = {
    extendOne: [day('dueOn', words('due'), true), day('closesOn', words('closes-own'), false)],
    reopenOne: [day('closesOn', words('closes'), true)],
    excuseOne: [],
    takeBackOne: [],
  };
  const label = words(`${act}-now`, { count: number(institutions.length) });
  return (
    <EntryForm
      title={label}
      label={label}
      primary
      fields={[...days[act], { name: 'reason', label: words('why'), kind: 'long', required: true }]}
      send={async (typed, keyed) => {
        if (institutions.length === 0) return [{ code: 'NOBODY', message: words('choose-first') }];
        const subject = { round, institutions: [...institutions], reason: typed('reason') };
        const { payload, error } = await send[act](subject, typed, keyed);
        if (payload?.participations) onDone(institutions.length);
        return refusedBy(error, payload?.userErrors);
      }}
    />
  );
}

interface Subject {
  round: string;
  institutions: string[];
  reason: string;
}

/** What each act sends. */
function useExceptions() {
  const [extend] = useChange(ExtendOnesDocument);
  const [reopen] = useChange(ReopenOnesDocument);
  const [excuse] = useChange(ExcuseOnesDocument);
  const [end] = useChange(EndExceptionsDocument);
  return {
    extendOne: async (subject: Subject, typed: Typed, keyed: Keyed) => {
      const days = { dueOn: typed('dueOn'), closesOn: typed('closesOn') || null };
      const { data, error } = await extend({ input: keyed({ ...subject, ...days }) });
      return { payload: data?.participationExtend, error };
    },
    reopenOne: async (subject: Subject, typed: Typed, keyed: Keyed) => {
      const input = keyed({ ...subject, closesOn: typed('closesOn') });
      const { data, error } = await reopen({ input });
      return { payload: data?.participationReopen, error };
    },
    excuseOne: async (subject: Subject, _typed: Typed, keyed: Keyed) => {
      const { data, error } = await excuse({ input: keyed(subject) });
      return { payload: data?.participationExcuse, error };
    },
    takeBackOne: async (subject: Subject, _typed: Typed, keyed: Keyed) => {
      const { data, error } = await end({ input: keyed(subject) });
      return { payload: data?.participationExceptionTakeBack, error };
    },
  };
}
