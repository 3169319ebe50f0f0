import { useRef, useState } from 'react';
import { readFile, type ChosenFile } from '../components/chosen-file';
import { useRefusedBy } from '../components/refused-by';
import type { Refused } from '../components/refusals';
import {
  FormImportDocument,
  type FormImportMutation,
  type StatusUpdateImportInput,
} from '../generated/graphql';
import { useChange } from '../shared/graph';
import { intentionKey } from '../shared/intention-key';

export type FormLook = FormImportMutation['statusUpdateImport'];

/** A form that was chosen, and what became of it. */
export interface ChosenForm {
  key: string;
  file: ChosenFile;
  /** What the hub found in it; null until it did. */
  look: FormLook | null;
  refused: readonly Refused[];
  done: 'saved' | 'submitted' | null;
}

/** Whether a form may be saved as it was looked at. */
export const isFit = ({ look, refused, done }: ChosenForm): boolean =>
  look !== null && refused.length === 0 && done === null;

/** Whether there is anything in it that is not in the hub. */
export const bringsAnswers = (form: ChosenForm): boolean => Boolean(form.look?.answers.length);

/** Whether it can be handed in as well. */
export const isComplete = (form: ChosenForm): boolean =>
  isFit(form) && form.look?.submissionProblems.length === 0;

/** Whether somebody else’s work would be replaced, which nobody does for many forms at once. */
export const clashes = ({ look }: ChosenForm): boolean =>
  look?.answers.some(({ changedMeanwhile }) => changedMeanwhile) ?? false;

/**
 * Sends a form to be looked at, saved or handed in.
 * @param expected what it has to be of.
 */
function useSending(expected: { institution?: string; round: string }) {
  const refusedBy = useRefusedBy();
  const [change] = useChange(FormImportDocument);
  /** One key for each form and act, so that what is tried again after a lost answer is done once. */
  const keys = useRef(new Map<string, string>());
  function keyOf(intention: string): string {
    const kept = keys.current.get(intention) ?? intentionKey();
    keys.current.set(intention, kept);
    return kept;
  }
  return async (content: string, how: Omit<StatusUpdateImportInput, 'content'>, act?: string) => {
    const keyed = act === undefined ? how : { ...how, idempotencyKey: keyOf(act) };
    const { data, error } = await change({ input: { ...expected, content, ...keyed } });
    const look = data?.statusUpdateImport ?? null;
    return { look, refused: refusedBy(error, look?.userErrors) };
  };
}

/** The forms that somebody chose: each is looked at by the hub first, and saved or handed in when it is confirmed. */
export function useForms(expected: { institution?: string; round: string }, onSaved: () => void) {
  const send = useSending(expected);
  const [forms, setForms] = useState<readonly ChosenForm[]>([]);
  const [busy, setBusy] = useState(false);

  const update = (key: string, found: Partial<ChosenForm>) =>
    setForms((all) => all.map((each) => (each.key === key ? { ...each, ...found } : each)));

  async function look({ key, file }: ChosenForm) {
    if ('content' in file) update(key, await send(file.content, { dryRun: true }));
  }

  async function save({ key, file, look: seen }: ChosenForm, submit: boolean) {
    if ('unfit' in file || !seen) return;
    const version = seen.version ?? null;
    const how = { dryRun: false, submit, version };
    const { refused } = await send(file.content, how, `${key} ${submit} ${version}`);
    if (refused.length > 0) return update(key, { refused });
    update(key, { refused, done: submit ? 'submitted' : 'saved' });
    onSaved();
  }

  /** One after another, so that many forms do not wait for each other in the hub. */
  async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
    setBusy(true);
    for (const item of items) await work(item);
    setBusy(false);
  }

  return {
    forms,
    busy,
    choose: async (files: readonly File[]) => {
      const chosen: ChosenForm[] = [];
      for (const each of files) {
        const nothing = { look: null, refused: [], done: null };
        chosen.push({ key: intentionKey(), file: await readFile(each), ...nothing });
      }
      setForms((before) => [...before.filter(({ done }) => done === null), ...chosen]);
      await inTurn(chosen, look);
    },
    save: (some: readonly ChosenForm[], submit: boolean) =>
      inTurn(some, (form) => save(form, submit)),
    again: (form: ChosenForm) => inTurn([form], look),
    leave: (form: ChosenForm) => setForms((all) => all.filter(({ key }) => key !== form.key)),
  };
}

export type Forms = ReturnType<typeof useForms>;
