import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { problemOfDay } from '../shared/days';
import { useSharedWords } from '../shared/shared.words';

/**
 * A day of the calendar to choose; null is none, and so is a year that is still being typed. What is no
 * day, or has not come where only the past can be looked at, says so beside the field.
 */
export function DayInput({
  day,
  onDay,
  past = false,
  error,
  ...rest
}: {
  day: string | null;
  onDay: (day: string | null) => void;
  /** Whether only days until today can be chosen. */
  past?: boolean;
} & Omit<TextInputProps, 'type' | 'value' | 'onChange'>) {
  const say = useSharedWords();
  const [isNone, setIsNone] = useState(false);
  const problem = isNone ? 'no-such-day' : past ? problemOfDay(day) : null;
  return (
    <TextInput
      {...rest}
      type="date"
      value={day ?? ''}
      error={problem ? say(problem) : error}
      onChange={({ currentTarget: { value, validity } }) => {
        setIsNone(validity.badInput);
        onDay(value >= '1900' ? value : null);
      }}
      onBlur={({ currentTarget: { validity } }) => setIsNone(validity.badInput)}
    />
  );
}
