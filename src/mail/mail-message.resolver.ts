import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { loadAccount, type AccountRow } from '../accounts/account.queries.js';
import { AccountType } from '../accounts/account.type.js';
import { mayOperate } from '../auth/policy.js';
import type { Connection } from '../graphql/connection.js';
import { fromGlobalId } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { userErrors } from '../graphql/user-error.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { MailMessageFilter, MailResendInput } from './mail-message.inputs.js';
import {
  countMails,
  loadInvitationMail,
  loadMailMessage,
  mailMessageRows,
  type MailMessageRow,
} from './mail-message.queries.js';
import { resendMail } from './mail-message.service.js';
import { MailPreferenceResolver } from './mail-preference.resolver.js';
import {
  MailMessageConnection,
  MailMessagePayload,
  MailMessageType,
  MailSending,
} from './mail-message.type.js';

const NEWEST_FIRST: Order = {
  name: 'mail-newest',
  descending: true,
  columns: [{ name: 'id', type: 'number' }],
};

@Resolver(() => MailMessageType)
class MailMessageResolver {
  @Query(() => MailMessageConnection, {
    description:
      'Mails that the hub sends, has sent or could not send, newest first. Only operators can read them; for others the list is empty.',
  })
  mailMessages(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => MailMessageFilter, {
      nullable: true,
      description: 'Conditions for the list.',
    })
    filter: MailMessageFilter | null,
  ): Promise<Connection<MailMessageRow>> {
    const page = pageOf(pageArguments, NEWEST_FIRST);
    const conditions = filter ?? {};
    return readPage(context, 'mailMessages', conditions, 0, page, () =>
      mailMessageRows(context, conditions),
    );
  }

  @Query(() => MailSending, {
    nullable: true,
    description:
      'Whether the hub sends mail, and how many mails there are in each state. Only operators can read it; for others it is null.',
  })
  async mailSending(@Ctx() context: Context): Promise<MailSending | null> {
    if (!mayOperate(context.viewer)) return null;
    return { from: context.mail?.from.address ?? null, counts: await countMails(context) };
  }

  @Mutation(() => MailMessagePayload, {
    description:
      'Sends a mail again that was refused, not sent or perhaps sent, under the same Message-ID. Operators only.',
  })
  async mailResend(
    @Ctx() context: Context,
    @Arg('input', () => MailResendInput, { description: 'The mail to send again.' })
    input: MailResendInput,
  ): Promise<MailMessagePayload> {
    const mailId = fromGlobalId('MailMessage', input.id);
    const { value, refusals } = await resendMail(context, { mailId, input });
    return {
      mailMessage: value && (await loadMailMessage(context, value.id)),
      userErrors: userErrors(refusals, context.language),
    };
  }

  @FieldResolver(() => AccountType, { description: 'The account that it is for.' })
  account(
    @Ctx() context: Context,
    @Root() { accountId }: MailMessageRow,
  ): Promise<AccountRow | null> {
    return loadAccount(context, accountId);
  }

  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The institution that it is about; null when it is about none.',
  })
  async institution(
    @Ctx() context: Context,
    @Root() { institutionId }: MailMessageRow,
  ): Promise<InstitutionRow | null> {
    return institutionId === null ? null : loadInstitution(context, institutionId);
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When its cause happened.' })
  createdAt(@Root() { createdAt }: MailMessageRow): Date {
    return new Date(createdAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it is sent at the earliest; null unless it is WAITING.',
  })
  nextAttemptAt(@Root() { state, nextAttemptAt }: MailMessageRow): Date | null {
    return state === 'WAITING' ? new Date(nextAttemptAt) : null;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When its state became final; null while it is WAITING or SENDING.',
  })
  settledAt(@Root() { settledAt }: MailMessageRow): Date | null {
    return settledAt === null ? null : new Date(settledAt);
  }
}

@Resolver(() => AccountType)
class AccountMailResolver {
  @FieldResolver(() => MailMessageType, {
    nullable: true,
    description:
      'The newest mail that invited its owner, with what became of it, such as the words in which a mail server refused the address. Null when no invitation was mailed.',
  })
  invitationMail(
    @Ctx() context: Context,
    @Root() { id }: AccountRow,
  ): Promise<MailMessageRow | null> {
    return loadInvitationMail(context, id);
  }
}

export const MAIL_RESOLVERS = [
  MailMessageResolver,
  AccountMailResolver,
  MailPreferenceResolver,
] as const;
