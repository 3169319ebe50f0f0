import { Field, ID, InputType, Int } from 'type-graphql';
import { KeyedInput } from '../graphql/change-input.js';
import { LONGEST_TEXT } from '../graphql/input-check.js';

@InputType({ description: 'A form of a report that was filled in as a workbook.' })
export class StatusUpdateImportInput extends KeyedInput {
  @Field(() => String, {
    description:
      'The XLSX workbook in Base64, within the size limit of a request (docs/limits.md). It says itself of which institution and round it is.',
  })
  content!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The id of the institution of which the form has to be; left out, it may be of any for which the viewer brings forms.',
  })
  institution?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of the round of which the form has to be; left out, it may be of any.',
  })
  round?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'True: the answer shows what would be saved, and nothing is. False: it is saved, or with any problem nothing is.',
  })
  dryRun!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether the report is handed in with it, as by statusUpdateSubmit; what keeps it from that then refuses the whole.',
  })
  submit!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that the look with `dryRun` told; null when there was no update. If the update has changed since, the form is refused with CONFLICT. Of no meaning with `dryRun`.',
  })
  version?: number | null;

  @Field(() => String, {
    nullable: true,
    description: `A remark for the reviewer, where it is handed in. At most ${LONGEST_TEXT} characters.`,
  })
  note?: string | null;
}
