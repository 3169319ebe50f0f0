import { insertRows, insertRowsForIds } from '../../src/database/insert-rows.js';
import { databaseOf, type EntityManager } from '../../src/database/orm.js';
import { publish } from '../../src/database/publish.js';
import type { Pillar } from '../../src/vocabulary/framework.enums.js';
import { criteriaOf, scoringFrameworks } from '../../src/frameworks/framework.queries.js';
import { recordFramework } from '../../src/frameworks/framework.service.js';
import type {
  EducationLevel,
  InstitutionKind,
  Ownership,
} from '../../src/vocabulary/institution.enums.js';
import { recordInstitutions } from '../../src/institutions/institution.service.js';

import { relocateInstitutions } from '../../src/institutions/relocation.service.js';
import { moveCounts, stepsOfInstitutions } from '../../src/counts/progress-count.service.js';
import { ReportingRoundFramework } from '../../src/rounds/reporting-round-framework.entity.js';
import { ReportingRound } from '../../src/rounds/reporting-round.entity.js';
import { BEFORE_RECORDS, type LocalDate } from '../../src/shared/dates.js';
import { askedIn } from '../../src/status-updates/asked-criterion.js';
import { IndicatorResult } from '../../src/status-updates/indicator-result.entity.js';
import { scoreRevision } from '../../src/status-updates/score.js';
import { StatusUpdateRevision } from '../../src/status-updates/status-update-revision.entity.js';
import { StatusUpdate } from '../../src/status-updates/status-update.entity.js';
import { recordRevisions } from '../../src/status-updates/status-update.service.js';
import { importSuccessions } from '../../src/units/succession.import.js';
import { importUnits } from '../../src/units/unit.import.js';
import { UnitIndex } from '../../src/units/unit-index.queries.js';
import { csv } from './files.js';
import { pillarFramework } from '../../src/frameworks/pillar-framework.fixture.js';
import {
  FIRST_DAY,
  FIRST_FRAMEWORK,
  LAST_DAY,
  LATER_ROUND,
  LEVELS,
  NEW_UNITS,
  OLD_UNITS,
  ROUNDS,
  SECOND_FIRST_DAY,
  SECOND_FRAMEWORK,
  SECOND_LAST_DAY,
  UNIT_CODES,
  unitsFile,
  type UnitSeed,
} from './naive-country.js';
import { FOUR, NaiveModel, type Framework, type Round, type Verdict } from './naive-model.js';

export interface InstitutionFact {
  institution: string;
  kind: InstitutionKind;
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
  placement: { unit: string; from: LocalDate | null } | null;
}

/** What decides no figure, and what figures are broken down by: it differs between institutions, and stays. */
function attributesOf(institution: string): { ownership: Ownership; levels: EducationLevel[] } {
  const number = Number(institution.slice(1));
  return {
    ownership: number % 3 === 0 ? 'PRIVATE' : 'PUBLIC',
    levels: number % 2 === 0 ? ['PRIMARY', 'LOWER_SECONDARY'] : ['PRIMARY'],
  };
}

/**
 * The tiny country, in which things happen twice: in the hub, through its own functions, and in the
 * log of the naive model.
 */
export class NaiveWorld {
  readonly model = new NaiveModel();
  /** The moments of the operations, in order. */
  readonly moments: number[] = [];
  private framework = 0;
  private readonly unitIds = new Map<string, number>();
  private readonly roundIds = new Map<string, number>();

  private constructor(private readonly em: EntityManager) {}

  static async create(em: EntityManager): Promise<NaiveWorld> {
    const world = new NaiveWorld(em);
    await world.happen(async (within, at) => {
      await importUnits(within, unitsFile(OLD_UNITS, null, null));
      await world.readUnitIds(within, OLD_UNITS, LAST_DAY);
      world.logUnits(at, OLD_UNITS, null);
      world.framework = await world.addFramework(within, at, 1, FIRST_FRAMEWORK);
      for (const round of ROUNDS) await world.addRound(within, round);
    });
    return world;
  }

  get reformed(): boolean {
    return this.unitIds.has('P');
  }

  get hasSecondFramework(): boolean {
    return this.model.frameworks.length > 1;
  }

  /** All rounds called so far. */
  get rounds(): string[] {
    return [...this.roundIds.keys()];
  }

  /** Records institutions as they are from now on known to be, with a placement or without. */
  record(...records: readonly InstitutionFact[]): Promise<void> {
    return this.happen(async (em, at) => {
      const rows = records.map(({ institution, kind, openedOn, closedOn, placement }) => ({
        code: { system: 'HUB', code: institution, from: null, replaces: null },
        begin: placement?.from ?? BEFORE_RECORDS,
        statements: [
          ...(placement ? [placedFrom(placement.from, this.unitIds.get(placement.unit)!)] : []),
          {
            on: null,
            corrects: true,
            says: {
              name: `Trường ${institution}`,
              kind,
              ...attributesOf(institution),
              sourceStatus: 'ILLUSTRATIVE' as const,
              openedOn,
              closedOn,
            },
          },
        ],
      }));
      await recordInstitutions(em, rows, new Date(at));
      for (const { institution, kind, openedOn, closedOn, placement } of records) {
        if (placement) this.model.place(at, institution, placement.unit, placement.from);
        this.model.log.push({ at, type: 'INSTITUTION', institution, kind, openedOn, closedOn });
      }
    });
  }

  /** The old units end and the new ones begin; what became of what is recorded apart. */
  reform(): Promise<void> {
    return this.happen(async (em, at) => {
      const old = await importUnits(em, unitsFile(OLD_UNITS, null, LAST_DAY));
      await importUnits(em, unitsFile(NEW_UNITS, FIRST_DAY, null));
      await relocateInstitutions(em, old.ended, new Date(at));
      await this.readUnitIds(em, NEW_UNITS, FIRST_DAY);
      for (const [unit] of OLD_UNITS)
        this.model.log.push({ at, type: 'UNIT_ENDS', unit, lastDay: LAST_DAY });
      this.logUnits(at, NEW_UNITS, FIRST_DAY);
      await this.addRound(em, LATER_ROUND);
    });
  }

  endSecond(): Promise<void> {
    return this.happen(async (em, at) => {
      const ending = NEW_UNITS.filter(([key]) => key === 'N4');
      const { ended } = await importUnits(em, unitsFile(ending, FIRST_DAY, SECOND_LAST_DAY));
      await relocateInstitutions(em, ended, new Date(at));
      this.model.log.push({ at, type: 'UNIT_ENDS', unit: 'N4', lastDay: SECOND_LAST_DAY });
    });
  }

  /** Records who took over a unit, in place of what was recorded of it before. */
  succeed(predecessor: string, successors: string[], extent: 'WHOLE' | 'PART'): Promise<void> {
    return this.happen(async (em, at) => {
      const effectiveOn = predecessor === 'N4' ? SECOND_FIRST_DAY : FIRST_DAY;
      const code = (unit: string) => UNIT_CODES.get(unit)!.code;
      const rows = successors.map((successor) =>
        [
          UNIT_CODES.get(predecessor)!.kind,
          code(predecessor),
          code(successor),
          effectiveOn,
          extent,
        ].join(','),
      );
      const { succeeded } = await importSuccessions(
        em,
        csv('kind,predecessor_code,successor_code,effective_on,extent', ...rows),
      );
      await relocateInstitutions(em, succeeded, new Date(at));
      this.model.log.push({ at, type: 'SUCCESSION', predecessor, successors, extent });
    });
  }

  secondFramework(): Promise<void> {
    return this.happen(async (em, at) => {
      await this.addFramework(em, at, 2, SECOND_FRAMEWORK);
    });
  }

  /** The first revision of an update, through the hub's own function. */
  firstRevision(
    institution: string,
    round: string,
    levels: readonly number[],
    decision: Verdict | null,
  ): Promise<void> {
    return this.happen(async (em, at) => {
      const moment = new Date(at);
      const { kind } = this.model.institution(institution)!;
      await recordRevisions(em, [
        {
          institutionId: await this.institutionId(em, institution),
          kind,
          roundId: this.roundIds.get(round)!,
          submittedAt: moment,
          decision,
          decidedAt: decision && moment,
          answers: await this.answers(em, levels),
        },
      ]);
      this.logRevision(at, institution, round, 1, levels, decision);
    });
  }

  /** A further revision of an update, decided at once or left in review. */
  furtherRevision(
    institution: string,
    round: string,
    levels: readonly number[],
    decision: Verdict | null,
  ): Promise<void> {
    return this.happen((em, at) =>
      this.changeUpdate(em, institution, round, async (update) => {
        const { kind } = this.model.institution(institution)!;
        const number = this.lastNumber(institution, round) + 1;
        const moment = new Date(at);
        const decidedAt = decision && moment;
        const [revision] = await insertRowsForIds(em, StatusUpdateRevision, [
          { update, number, submittedAt: moment, decision, decidedAt },
        ]);
        const frameworks = [
          ...(await scoringFrameworks(databaseOf(em), [this.framework])).values(),
        ];
        const asked = askedIn(frameworks.map(({ criteria }) => criteria));
        const answers = await this.answers(em, levels);
        const { indicators } = scoreRevision(frameworks, asked, kind, answers);
        await insertRows(
          em,
          IndicatorResult,
          indicators.map((score) => ({ revision: revision!, ...score })),
        );
        await em.nativeUpdate(StatusUpdate, { id: update }, { state: decision ?? 'SUBMITTED' });
        this.logRevision(at, institution, round, number, levels, decision);
      }),
    );
  }

  /** Decides the last revision of an update. */
  decide(institution: string, round: string, decision: Verdict): Promise<void> {
    return this.happen((em, at) =>
      this.changeUpdate(em, institution, round, async (update) => {
        const number = this.lastNumber(institution, round);
        await em.nativeUpdate(
          StatusUpdateRevision,
          { update, number },
          { decision, decidedAt: new Date(at) },
        );
        await em.nativeUpdate(StatusUpdate, { id: update }, { state: decision });
        this.model.log.push({ at, type: 'DECIDED', institution, round, number, decision });
      }),
    );
  }

  private async happen(work: (em: EntityManager, at: number) => Promise<void>): Promise<void> {
    await publish(this.em, async (em, knownAt) => {
      await work(em, knownAt.getTime());
      this.moments.push(knownAt.getTime());
      return { changed: true };
    });
  }

  private async changeUpdate(
    em: EntityManager,
    institution: string,
    round: string,
    change: (update: number) => Promise<void>,
  ): Promise<void> {
    const database = databaseOf(em);
    const id = await this.institutionId(em, institution);
    const before = await stepsOfInstitutions(database, [id]);
    const update = await database
      .selectFrom('status_update')
      .select('id')
      .where('institution_id', '=', id)
      .where('round_id', '=', this.roundIds.get(round)!)
      .executeTakeFirstOrThrow();
    await change(update.id);
    await moveCounts(em, before, await stepsOfInstitutions(database, [id]));
  }

  private lastNumber(institution: string, round: string): number {
    const all = this.model.revisions(institution).filter((each) => each.round === round);
    return all.at(-1)!.number;
  }

  private logRevision(
    at: number,
    institution: string,
    round: string,
    number: number,
    levels: readonly number[],
    decision: Verdict | null,
  ): void {
    const { kind } = this.model.institution(institution)!;
    const results = Object.fromEntries(
      FOUR.flatMap((pillar, index) =>
        FIRST_FRAMEWORK.kinds[pillar].includes(kind) ? [[pillar, LEVELS[levels[index]!]!]] : [],
      ),
    );
    this.model.log.push({ at, type: 'SUBMITTED', institution, round, number, results });
    if (decision)
      this.model.log.push({ at, type: 'DECIDED', institution, round, number, decision });
  }

  private logUnits(at: number, units: readonly UnitSeed[], from: LocalDate | null): void {
    for (const [unit, tier, , above] of units)
      this.model.log.push({ at, type: 'UNIT', unit, tier, above, from });
  }

  private async readUnitIds(
    em: EntityManager,
    units: readonly UnitSeed[],
    on: LocalDate,
  ): Promise<void> {
    const index = await UnitIndex.load(databaseOf(em));
    for (const [key, kind, code] of units)
      this.unitIds.set(key, index.named(code, on, kind)[0]!.id);
  }

  private async institutionId(em: EntityManager, code: string): Promise<number> {
    const row = await databaseOf(em)
      .selectFrom('institution')
      .select('id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    return row.id;
  }

  /** One question a pillar: half the levels start it, all of them complete it. */
  private async answers(em: EntityManager, levels: readonly number[]) {
    const criteria = (await criteriaOf(databaseOf(em), [this.framework])).get(this.framework)!;
    return new Map(
      criteria.map(({ id, pillar }) => [id, { value: levels[FOUR.indexOf(pillar!)]! }]),
    );
  }

  private async addFramework(
    em: EntityManager,
    at: number,
    version: number,
    framework: Framework,
  ): Promise<number> {
    const { validFrom } = framework;
    const questions = FOUR.map((pillar: Pillar) => ({
      pillar,
      code: pillar,
      answerKind: 'LEVEL' as const,
      kinds: [...framework.kinds[pillar]],
    })).filter(({ kinds }) => kinds.length > 0);
    const id = await recordFramework(
      em,
      pillarFramework({ code: 'tiny', version, validFrom }, questions),
    );
    this.model.frameworks.push({ at, ...framework });
    return id;
  }

  private async addRound(em: EntityManager, round: Round): Promise<void> {
    const { code, unit, dueOn, referenceDate } = round;
    const [id] = await insertRowsForIds(em, ReportingRound, [
      {
        unit: this.unitIds.get(unit)!,
        code,
        nameVi: code,
        nameEn: code,
        opensOn: '2024-01-01',
        dueOn,
        referenceDate,
        closesOn: dueOn,
        sourceStatus: 'ILLUSTRATIVE',
      },
    ]);
    await insertRows(em, ReportingRoundFramework, [
      { round: id!, framework: this.framework, position: 0 },
    ]);
    this.roundIds.set(code, id!);
    this.model.rounds.push(round);
  }
}

function placedFrom(on: LocalDate | null, unitId: number) {
  return { on, corrects: false, says: { unitId } };
}
