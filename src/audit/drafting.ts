/**
 * Whether an action worked on a draft. A draft belongs to its institution until it is submitted:
 * others see when and by whom it was saved, but not its content.
 * @param action the mutation.
 */
export function isDrafting(action: string): boolean {
  return DRAFTING.includes(action) || action.startsWith('evidence');
}

const DRAFTING = ['statusUpdateSave', 'statusUpdateImport'];
