import { useRefusedBy } from '../../components/refused-by';
import {
  AccountSecondFactorResetDocument,
  type AccountShownFragment,
} from '../../generated/graphql';
import { useChange } from '../../shared/graph';
import { Act } from '../shared/act';
import { useAccountWords } from './accounts.words';

/** Ends the second factor of somebody whose telephone is gone. */
export function SecondFactorReset({
  of: { id, name, secondFactor },
  onDone,
}: {
  of: AccountShownFragment;
  onDone: () => void;
}) {
  const words = useAccountWords();
  const refusedBy = useRefusedBy();
  const [reset] = useChange(AccountSecondFactorResetDocument);
  if (!secondFactor) return null;
  return (
    <Act
      label={words('factor-reset')}
      about={name}
      sure={words('factor-reset-sure')}
      removes
      send={async (keyed) => {
        const { data, error } = await reset({ input: keyed({ account: id }) });
        if (data?.accountSecondFactorReset.account) onDone();
        return refusedBy(error, data?.accountSecondFactorReset.userErrors);
      }}
    />
  );
}
