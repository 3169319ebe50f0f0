import type { MigrationObject } from '@mikro-orm/core';
import { Foundation } from './20261123000000-foundation.js';
import { Accounts } from './20261123010000-accounts.js';
import { StatusUpdates } from './20261124000000-status-updates.js';
import { AccountSearch } from './20261124100000-accounts.js';
import { Rounds } from './20261124200000-rounds.js';
import { Evidence } from './20261124300000-evidence.js';
import { WorkforceRegistry } from './20261125000000-workforce-registry.js';
import { WorkforceIndex } from './20261125100000-workforce-index.js';
import { Limits } from './20261126100000-limits.js';
import { ApiKeys } from './20261126200000-keys.js';
import { ChangeFeed } from './20261126400000-change-feed.js';
import { ListOrder } from './20261126600000-list-order.js';
import { UnnamedContents } from './20261129000000-unnamed-contents.js';
import { HubVersion } from './20261129100000-hub-version.js';
import { SignIns } from './20261129200000-sign-ins.js';
import { EvidenceStoreOwner } from './20261129300000-evidence-store-owner.js';
import { WholeRegister } from './20261130100000-whole-register.js';
import { ImportRuns } from './20261130300000-import-runs.js';
import { RowVersions } from './20261130400000-row-versions.js';
import { Exceptions } from './20261130500000-exceptions.js';
import { ApprovalsTakenBack } from './20261130500100-approvals-taken-back.js';

/** In order; a migration that has shipped is never edited. */
export const migrations: MigrationObject[] = [
  { name: '20261123000000-foundation', class: Foundation },
  { name: '20261123010000-accounts', class: Accounts },
  { name: '20261124000000-status-updates', class: StatusUpdates },
  { name: '20261124100000-accounts', class: AccountSearch },
  { name: '20261124200000-rounds', class: Rounds },
  { name: '20261124300000-evidence', class: Evidence },
  { name: '20261125000000-workforce-registry', class: WorkforceRegistry },
  { name: '20261125100000-workforce-index', class: WorkforceIndex },
  { name: '20261126100000-limits', class: Limits },
  { name: '20261126200000-keys', class: ApiKeys },
  { name: '20261126400000-change-feed', class: ChangeFeed },
  { name: '20261126600000-list-order', class: ListOrder },
  { name: '20261129000000-unnamed-contents', class: UnnamedContents },
  { name: '20261129100000-hub-version', class: HubVersion },
  { name: '20261129200000-sign-ins', class: SignIns },
  { name: '20261129300000-evidence-store-owner', class: EvidenceStoreOwner },
  { name: '20261130100000-whole-register', class: WholeRegister },
  { name: '20261130300000-import-runs', class: ImportRuns },
  { name: '20261130400000-row-versions', class: RowVersions },
  { name: '20261130500000-exceptions', class: Exceptions },
  { name: '20261130500100-approvals-taken-back', class: ApprovalsTakenBack },
];
