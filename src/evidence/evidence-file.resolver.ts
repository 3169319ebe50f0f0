import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { mayOperate } from '../auth/policy.js';
import type { Context } from '../request/context.js';
import type { EvidenceFileRow } from './evidence.queries.js';
import { EvidenceFileType } from './evidence.type.js';
import { VirusCheck, virusCheckOf } from './virus-check.js';

@Resolver(() => EvidenceFileType)
export class EvidenceFileResolver {
  @FieldResolver(() => VirusCheck, {
    nullable: true,
    description:
      'What the virus scanner of the hub says of the file; null on a hub without one. A file that was withheld stays so without a scanner.',
  })
  virusCheck(@Ctx() { uploads }: Context, @Root() file: EvidenceFileRow): VirusCheck | null {
    return virusCheckOf(file, uploads.scans);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The name of what the virus scanner found, as it calls it; null when it found nothing, and for viewers who do not operate the hub.',
  })
  virus(@Ctx() { viewer }: Context, @Root() { virus }: EvidenceFileRow): string | null {
    return mayOperate(viewer) ? virus : null;
  }
}
