interface Option {
  value: string;
  label: string;
}

/** A field of a form; what is typed is text, and the list of what is ticked has commas between. */
export interface Field {
  /** As the input of the graph calls it, so that a refusal finds it. */
  name: string;
  label: string;
  kind?:
    | 'text'
    | 'long'
    | 'date'
    | 'number'
    | 'email'
    | 'password'
    | 'url'
    | 'ticks'
    | 'unit'
    | 'institution';
  /** What can be chosen, also by what is typed into others. */
  options?: readonly Option[] | ((typed: Typed) => readonly Option[]);
  required?: boolean;
  /** The day of which units can be chosen, by what else is typed; empty, or left out, for today. */
  on?: (typed: Typed) => string;
  /** Whether institutions that have closed can be chosen, too. */
  closed?: boolean;
  /**
   * What it is before anything is typed, also by what is typed into others; for a choice the first of its options, for
   * ticks none.
   */
  start?: string | ((typed: Typed) => string | undefined);
  /** Whether it is asked for, by what else is typed; always if left out. Else it is empty. */
  when?: (typed: Typed) => boolean;
}

export type Typed = (name: string) => string;

export const optionsOf = ({ options }: Field, typed: Typed): readonly Option[] | undefined =>
  typeof options === 'function' ? options(typed) : options;
