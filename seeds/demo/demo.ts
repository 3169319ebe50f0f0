import { databaseOf, type EntityManager } from '../../src/database/orm.js';
import { insertRows, insertRowsForIds } from '../../src/database/insert-rows.js';
import { publish } from '../../src/database/publish.js';
import { recordAt } from '../../src/database/row-versions.js';
import { criteriaOf } from '../../src/frameworks/framework.queries.js';
import { recordFramework } from '../../src/frameworks/framework.service.js';
import { recordInstitutions } from '../../src/institutions/institution.service.js';
import { relocateInstitutions } from '../../src/institutions/relocation.service.js';
import { Plan } from '../../src/plans/plan.entity.js';
import { Target } from '../../src/plans/target.entity.js';
import { ReportingRoundFramework } from '../../src/rounds/reporting-round-framework.entity.js';
import { ReportingRound } from '../../src/rounds/reporting-round.entity.js';
import type { LocalDate } from '../../src/shared/dates.js';
import { OperatorError } from '../../src/shared/errors.js';
import { paired } from '../../src/shared/required.js';
import { recordRevisions } from '../../src/status-updates/status-update.service.js';
import { importSuccessions } from '../../src/units/succession.import.js';
import { importUnits } from '../../src/units/unit.import.js';
import { UnitIndex } from '../../src/units/unit-index.queries.js';
import { referenceFramework } from '../reference/frameworks.js';
import { illustrativeInstitutions, realInstitutions } from './institutions.js';
import { csv } from './csv.js';
import { openReportingOf, reportingOf } from './reporting.js';
import { openRound, pastRounds, type DemoRound } from './rounds.js';
import { DEMO_PLANS } from './targets.js';
import { recordWorkforce } from './workforce.js';
import {
  DISTRICTS,
  NEW_COMMUNES,
  NEW_PROVINCE,
  OLD_COMMUNES,
  OLD_PROVINCES,
  RESOLUTION,
} from './units.js';

/** What is asked, in this order: the first in all rounds, and it alone decides the four pillars. */
const FRAMEWORKS = ['four-pillar', 'decision-4725-unconfirmed', 'vocational-illustrative'];
const WITH_ALL_SETS = '2025';

const LAST_DAY = '2025-06-30';
const FIRST_DAY = '2025-07-01';
/** When the demo's institutions became known, and when the resolution on the provinces passed. */
const RECORDED = new Date('2022-03-01T00:00:00Z');
const RESOLVED = new Date('2025-06-12T00:00:00Z');

/** Whether the database holds no units and no institutions yet. */
export async function isEmpty(em: EntityManager): Promise<boolean> {
  const database = databaseOf(em);
  const [unit, institution] = await Promise.all([
    database.selectFrom('administrative_unit').select('id').limit(1).executeTakeFirst(),
    database.selectFrom('institution').select('id').limit(1).executeTakeFirst(),
  ]);
  return !unit && !institution;
}

/**
 * Loads the story of Đắk Nông in one transaction: real units, successions and upper-secondary
 * schools; all else is made up and marked ILLUSTRATIVE.
 * @param today in the middle of a round that people can try reporting in.
 * @param sets the names of the reference frameworks; without the further ones the demo is as older hubs knew it.
 * @throws OperatorError DATABASE_NOT_EMPTY when there is anything in the database already.
 */
export async function seedDemo(
  em: EntityManager,
  today: LocalDate,
  sets: readonly string[] = FRAMEWORKS,
): Promise<void> {
  const tell = async (within: EntityManager) => {
    // Asked when the change's turn has come: nobody can fill the database in between.
    if (!(await isEmpty(within)))
      throw new OperatorError(
        'DATABASE_NOT_EMPTY',
        'The database holds units or institutions already; the demo goes only into an empty one. Point DATABASE_URL at an empty database, or HUB_DATA_DIR at a new folder.',
      );
    await tellStory(within, today, sets);
    return { changed: true };
  };
  await publish(em, tell, { illustrative: true });
}

async function tellStory(
  em: EntityManager,
  today: LocalDate,
  sets: readonly string[],
): Promise<void> {
  await recordAt(em, RECORDED);
  const frameworks: number[] = [];
  for (const name of sets)
    frameworks.push(await recordFramework(em, await referenceFramework(name)));
  const [fourPillars] = frameworks;
  await importUnits(em, unitsFile());
  const units = await UnitIndex.load(databaseOf(em));
  await recordInstitutions(
    em,
    [...realInstitutions(units), ...illustrativeInstitutions(units)],
    RECORDED,
  );
  await recordAt(em, RESOLVED);
  const successions = await importSuccessions(em, successionsFile());
  await relocateInstitutions(em, successions.succeeded, RESOLVED);

  const province = (code: string, on: LocalDate) => units.named(code, on, 'PROVINCE')[0]!.id;
  // The last round before the borders changed asks all sets, each of the kinds that it is for.
  const asking = (round: { code: string }) =>
    round.code === WITH_ALL_SETS ? frameworks : frameworks.slice(0, 1);
  const past = await insertRounds(em, asking, province('67', LAST_DAY), pastRounds());
  const open = await insertRounds(em, asking, province('68', today), [openRound(today)]);
  await insertPlans(em, units);
  const criteria = await criteriaOf(databaseOf(em), frameworks);
  const institutions = await databaseOf(em)
    .selectFrom('institution')
    .innerJoin('institution_period as period', 'period.institution_id', 'institution.id')
    .select(['institution.id', 'code', 'kind', 'opened_on as openedOn', 'closed_on as closedOn'])
    .distinct()
    .where('superseded_at', 'is', null)
    .orderBy('institution.id')
    .execute();
  const own = criteria.get(fourPillars!)!;
  const others = frameworks.slice(1).flatMap((framework) => criteria.get(framework)!);
  const formOf = ({ code }: DemoRound) => ({ own, others: code === WITH_ALL_SETS ? others : [] });
  await recordRevisions(em, [
    ...reportingOf(institutions, past, formOf),
    ...openReportingOf(institutions, open[0]!, formOf(open[0]!)),
  ]);
  await recordWorkforce(em);
}

async function insertRounds<R extends Omit<DemoRound, 'id'>>(
  em: EntityManager,
  asking: (round: R) => number[],
  unit: number,
  rounds: R[],
): Promise<(R & DemoRound)[]> {
  const ids = await insertRowsForIds(
    em,
    ReportingRound,
    rounds.map((round) => ({ ...round, unit, sourceStatus: 'ILLUSTRATIVE' as const })),
  );
  await insertRows(
    em,
    ReportingRoundFramework,
    paired(rounds, ids).flatMap(([round, id]) =>
      asking(round).map((framework, position) => ({ round: id, framework, position })),
    ),
  );
  return paired(rounds, ids).map(([round, id]) => ({ ...round, id }));
}

async function insertPlans(em: EntityManager, units: UnitIndex): Promise<void> {
  for (const { unit, targets, recorded, ...plan } of DEMO_PLANS) {
    await recordAt(em, new Date(recorded));
    const [place] = units.named(unit.code, unit.on, 'PROVINCE');
    const [id] = await insertRowsForIds(em, Plan, [{ ...plan, unit: place!.id }]);
    await insertRows(
      em,
      Target,
      targets.map(({ pillar, ...target }) => ({
        ...target,
        indicator: pillar ?? 'ALL_FOUR',
        plan: id!,
        dueOn: `${target.year}-12-31`,
        sourceStatus: 'ILLUSTRATIVE' as const,
      })),
    );
  }
  await recordAt(em, null);
}

function unitsFile(): Uint8Array {
  const unit = (
    kind: string,
    [code, name, nameEn]: readonly [string, string, string],
    parent: string,
    from: string,
    to: string,
    document = '',
  ) => [kind, code, name, nameEn, parent, from, to, document];
  return csv(
    ['kind', 'code', 'name', 'name_en', 'parent_code', 'valid_from', 'valid_to', 'legal_document'],
    [
      ...OLD_PROVINCES.map((province) => unit('PROVINCE', province, '', '', LAST_DAY)),
      ...DISTRICTS.map((district) => unit('DISTRICT', district, '67', '', LAST_DAY)),
      ...OLD_COMMUNES.map(([code, name, nameEn, district]) =>
        unit('COMMUNE', [code, name, nameEn], district, '', LAST_DAY),
      ),
      unit('PROVINCE', NEW_PROVINCE, '', FIRST_DAY, '', RESOLUTION),
      ...NEW_COMMUNES.map((commune) => unit('COMMUNE', commune, NEW_PROVINCE[0], FIRST_DAY, '')),
    ],
  );
}

function successionsFile(): Uint8Array {
  return csv(
    ['kind', 'predecessor_code', 'successor_code', 'effective_on', 'extent', 'legal_document'],
    [
      ...OLD_PROVINCES.map(([code]) => [
        'PROVINCE',
        code,
        NEW_PROVINCE[0],
        FIRST_DAY,
        'WHOLE',
        RESOLUTION,
      ]),
      ...OLD_COMMUNES.map(([code, , , , successor]) => [
        'COMMUNE',
        code,
        successor,
        FIRST_DAY,
        'WHOLE',
        '',
      ]),
    ],
  );
}
