import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ViewerType } from '../accounts/session.type.js';
import type { Viewer } from '../auth/viewer.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { loadPreference, type MailPreferenceFacts } from './mail-preference.queries.js';
import { setPreference } from './mail-preference.service.js';
import {
  MailPreferencesPayload,
  MailPreferencesSetInput,
  MailPreferencesType,
} from './mail-preference.type.js';

@Resolver(() => ViewerType)
export class MailPreferenceResolver {
  @FieldResolver(() => MailPreferencesType, {
    description: 'Which mails the account gets, and in what language.',
  })
  mailPreferences(
    @Ctx() context: Context,
    @Root() { accountId }: Viewer,
  ): Promise<MailPreferenceFacts> {
    return loadPreference(context, accountId);
  }

  @Mutation(() => MailPreferencesPayload, {
    description:
      'Says which mails the account of the viewer gets, and in what language. For everybody who is signed in.',
  })
  async mailPreferencesSet(
    @Ctx() context: Context,
    @Arg('input', () => MailPreferencesSetInput, { description: 'What it says from now on.' })
    input: MailPreferencesSetInput,
  ): Promise<MailPreferencesPayload> {
    const { value, refusals } = await setPreference(context, input);
    return { mailPreferences: value, userErrors: userErrors(refusals, context.language) };
  }
}
