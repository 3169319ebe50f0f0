import { Textarea, type TextareaProps } from '@mantine/core';
import { number } from '../shared/format';
import { useAnswerWords } from './answer.words';

/** The longest text that the hub takes, in characters. */
export const LONGEST_TEXT = 2000;

/** From here on its length is told. */
const NEARLY = LONGEST_TEXT * 0.75;

/** A text of some sentences. One that is too long stays as it is, and says so. */
export function LongText({
  value,
  error,
  description,
  ...rest
}: { value: string } & Omit<TextareaProps, 'value' | 'maxLength'>) {
  const words = useAnswerWords();
  const { length } = value.trim();
  const told = { length: number(length), most: number(LONGEST_TEXT) };
  return (
    <Textarea
      {...rest}
      autosize
      value={value}
      error={length > LONGEST_TEXT ? words('too-long', told) : error}
      description={length > NEARLY ? words('length-of', told) : description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
