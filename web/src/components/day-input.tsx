import { TextInput, type TextInputProps } from '@mantine/core';

/** A day of the calendar to choose; null is none, and so is a year that is still being typed. */
export function DayInput({
  day,
  onDay,
  ...rest
}: { day: string | null; onDay: (day: string | null) => void } & Omit<
  TextInputProps,
  'type' | 'value' | 'onChange'
>) {
  return (
    <TextInput
      {...rest}
      type="date"
      value={day ?? ''}
      onChange={({ currentTarget: { value } }) => onDay(value >= '1900' ? value : null)}
    />
  );
}
