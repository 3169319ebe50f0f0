import { roundOf, type Scene } from './access-scene.js';
import { account, record } from './access-targets.js';
import { FILES } from './evidence-files.js';
import { put } from './evidence.js';
import { mutationOf } from './everything.js';
import { PASSWORD, type Headers } from './people.js';
import { FULL_ANSWERS, NEED_EVIDENCE, type Changed } from './reporting.js';
import { INSPECTORS, nameOf, VIEWERS, type Who } from './viewers.js';

/** The updates that hold the secrets: one approved and being corrected, one never handed in. */
export interface Told {
  corrected: Changed;
  draft: Changed;
}

/** They review some of the same reports: by the province, one of its communes, or some kinds. */
const COLLEAGUES: readonly Who[] = ['reviewer', 'reviewerElsewhere', 'reviewerOfOtherKinds'];

/** What nobody must find who is not named; each text stands in one place of the story alone. */
export function secretsOf({ people }: Scene): Record<string, readonly Who[]> {
  const between = (name: string) => `secret-${name}`;
  const seen = (who: readonly Who[], names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [between(name), who]));
  const named = VIEWERS.flatMap((who): [string, readonly Who[]][] => {
    if (who === 'anonymous') return [];
    // Planners keep the accounts of the schools in their units.
    const kept = who === 'school' || who === 'otherSchool' ? ['planner' as const] : [];
    const self: readonly Who[] = [...new Set([who, 'operator' as const, ...kept])];
    // Those who see into the updates read who handed them in, and who decided.
    const told = ['school', 'reviewer'].includes(who) ? [...INSPECTORS, 'operator' as const] : self;
    // Reviewers of the same reports hand them over to each other.
    const colleagues = COLLEAGUES.includes(who) ? COLLEAGUES : [];
    return [
      [nameOf(who), [...new Set([...told, ...colleagues])]],
      [people[who].email, self],
    ];
  });
  return {
    ...Object.fromEntries(named),
    ...seen(INSPECTORS, HANDED_IN),
    ...seen(['school'], DRAFTED),
    ...seen(['planner'], PLANNED),
    ...seen([], ['key']),
    // Where requests come from: for whoever oversees what was done.
    '127.0.0.1': ['planner', 'operator'],
    [PASSWORD]: [],
    $argon2id$: [],
  };
}

const HANDED_IN = [
  'comment',
  'link-name',
  'link-address',
  'file-name',
  'note',
  'withdrawal',
  'return-reason',
  'return-note',
  'appraisal',
  'approval',
  'correction',
  'corrected-value',
  'reopening',
];
const DRAFTED = ['draft-comment', 'draft-link', 'removed-link', 'never-handed-in'];
const PLANNED = ['plan-before', 'workforce-note', 'workforce-removal'];

/** Tells the story that leaves every secret where it is written. */
export async function tellSecrets(scene: Scene): Promise<Told> {
  const { institution, headers } = scene;
  const send = (who: Who, name: string, input: object) => done(scene, headers[who], name, input);
  let update!: Changed;
  const step = async (who: 'school' | 'reviewer', action: string, input: object = {}) => {
    const { id, version } = update;
    const payload = await send(who, `statusUpdate${action}`, { id, version, ...input });
    update = payload.statusUpdate;
  };
  const round = await roundOf(scene);
  const saved = async (answers: object[], version: number | null) => {
    const input = { institution, round, version, answers, idempotencyKey: `secret-key-${version}` };
    update = (await send('school', 'statusUpdateSave', input)).statusUpdate;
  };
  const commented = (comment: string) => [
    { criterion: 'G1', value: 1, comment: `secret-${comment}` },
  ];
  const link = async (name: string, url: string, criterion = 'G2') => {
    const input = { statusUpdate: update.id, criterion, name, url };
    return (await send('school', 'evidenceLinkAdd', input)).evidence.id as string;
  };

  await saved(FULL_ANSWERS, null);
  for (const criterion of NEED_EVIDENCE)
    await link('Minh chứng', 'https://example.edu.vn/', criterion);
  await saved(commented('comment'), update.version);
  await link('secret-link-name', 'https://example.edu.vn/secret-link-address');
  const started = await send('school', 'evidenceUploadStart', {
    statusUpdate: update.id,
    criterion: 'G2',
    fileName: 'secret-file-name.pdf',
  });
  await put(scene.hub, started.upload.address, FILES.pdf());
  await step('school', 'Submit', { note: 'secret-note' });
  await step('school', 'Withdraw', { reason: 'secret-withdrawal' });
  await saved([], update.version);
  await step('school', 'Submit');
  const reasons = [{ criterion: 'G1', reason: 'secret-return-reason' }];
  await step('reviewer', 'Return', { reasons, note: 'secret-return-note' });
  await saved([], update.version);
  await step('school', 'Submit');
  const changed = (value: number, reason: string) => [{ criterion: 'G3', value, reason }];
  const changes = changed(2, 'secret-appraisal');
  await step('reviewer', 'Approve', { changes, note: 'secret-approval' });
  const correction = changed(1, 'secret-corrected-value');
  await step('reviewer', 'Correct', { changes: correction, reason: 'secret-correction' });
  await step('school', 'Reopen', { reason: 'secret-reopening' });
  await saved(commented('draft-comment'), update.version);
  await link('secret-draft-link', 'https://example.edu.vn/');
  const removed = await link('secret-removed-link', 'https://example.edu.vn/');
  await send('school', 'evidenceRemove', { evidence: removed });

  const other = await send('school', 'statusUpdateSave', {
    institution,
    round: await roundOf(scene),
    answers: commented('never-handed-in'),
  });
  await tellOfPlanning(scene);
  // Of an account, so that operators have something to read of.
  await account(scene);
  return { corrected: update, draft: other.statusUpdate };
}

/** What only planners of the province read. */
async function tellOfPlanning(scene: Scene): Promise<void> {
  const { planner } = scene.headers;
  const { plan } = await done(scene, planner, 'planCreate', {
    document: crypto.randomUUID(),
    titleVi: 'secret-plan-before',
    titleEn: 'secret-plan-before',
    issuer: 'UBND tỉnh',
    unit: scene.province,
    sourceStatus: 'CONFIRMED',
  });
  const titles = { titleVi: 'Kế hoạch', titleEn: 'A plan' };
  await done(scene, planner, 'planUpdate', { id: plan.id, version: 1, ...titles });
  const id = await record(scene);
  await done(scene, planner, 'workforceRecordUpdate', {
    id,
    version: 1,
    validFrom: '2026-11-01',
    source: 'Một báo cáo',
    sourceStatus: 'CONFIRMED',
    counts: [{ quantity: 'HAS_UNIT', value: 1 }],
    note: 'secret-workforce-note',
  });
  const removal = { id: await record(scene), version: 1, reason: 'secret-workforce-removal' };
  await done(scene, planner, 'workforceRecordRemove', removal);
}

/** The payload of a mutation that must succeed. */
async function done({ hub }: Scene, who: Headers, name: string, input: object): Promise<any> {
  const { result } = await hub.data(mutationOf(name, 1), { input }, who);
  if (result.userErrors.length > 0) throw new Error(JSON.stringify(result.userErrors));
  return result;
}
