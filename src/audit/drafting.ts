/**
 * Whether an action worked on a draft. What it says is the institution's own until it hands it in, so
 * others see that something was saved, when and by whom, and not what.
 * @param action the mutation.
 */
export function isDrafting(action: string): boolean {
  return action === 'statusUpdateSave' || action.startsWith('evidence');
}
