import { useEffect, useRef } from 'react';
import { Refusals, type Refused } from './refusals';

/**
 * Why a form was not sent, or what the hub says about it: it takes the focus when it comes, and each reason leads to
 * its field.
 */
export function FormSummary({
  of: refused,
  form,
  names,
}: {
  of: readonly Refused[];
  /** With what the ids of the fields begin; their names follow. */
  form: string;
  names: readonly string[];
}) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused.length > 0) summary.current?.focus();
  }, [refused]);
  return (
    <div ref={summary} tabIndex={-1}>
      <Refusals
        of={refused}
        fieldOf={({ field }) => {
          const named = names.find((name) => field?.includes(name));
          return named && `${form}${named}`;
        }}
      />
    </div>
  );
}
