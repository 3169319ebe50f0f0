import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { rowIdOf } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { AccountNameChangeInput, AccountRenameInput } from './account.inputs.js';
import { loadAccount } from './account.queries.js';
import { AccountPayload, NameChangePayload } from './account.type.js';
import { changeOwnName, renameAccount } from './name.service.js';

@Resolver()
export class NameResolver {
  @Mutation(() => AccountPayload, {
    description:
      'Gives an account another name to be shown by; what it signs in with stays. The trail keeps the names of then. A name that it has already changes nothing, without an error. For operators; planners rename accounts of schools in their units. One’s own is changed with accountNameChange.',
  })
  async accountRename(
    @Ctx() context: Context,
    @Arg('input', () => AccountRenameInput, { description: 'The account and its new name.' })
    input: AccountRenameInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    const { value, refusals } = await renameAccount(context, {
      ...{ accountId, name: input.name, input },
    });
    return {
      account: value && (await loadAccount(context, value.id)),
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => NameChangePayload, {
    description:
      'Gives the viewer’s own account another name to be shown by; what it signs in with stays. The trail keeps the names of then. For everybody who is signed in.',
  })
  async accountNameChange(
    @Ctx() context: Context,
    @Arg('input', () => AccountNameChangeInput, { description: 'The new name.' })
    input: AccountNameChangeInput,
  ): Promise<NameChangePayload> {
    const { value, refusals } = await changeOwnName(context, input);
    return {
      name: value && input.name.trim(),
      userErrors: userErrors(refusals, context.language),
    };
  }
}
