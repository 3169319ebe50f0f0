import { TextInput, type TextInputProps } from '@mantine/core';
import { useCallback } from 'react';
import { useAnswerWords } from './answer.words';
import { isTooLarge, readWhole, type ReadNumber } from './whole-number';

/** A whole number that is typed. What is none stays as it was typed, with a sentence beside it. */
export function CountInput({
  value,
  unread,
  error,
  onRead,
  ...rest
}: ReadNumber & {
  onRead: (read: ReadNumber) => void;
} & Omit<TextInputProps, 'value' | 'onChange' | 'inputMode' | 'type'>) {
  const notWhole = useNotWhole();
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      value={unread ?? value ?? ''}
      onChange={({ currentTarget }) => onRead(readWhole(currentTarget.value))}
      error={unread === undefined ? error : notWhole(unread)}
    />
  );
}

/** Says why what was typed is no whole number. */
export function useNotWhole() {
  const words = useAnswerWords();
  return useCallback(
    (unread: string): string =>
      words(isTooLarge(unread) ? 'too-large' : 'not-whole', { typed: unread.trim() }),
    [words],
  );
}
