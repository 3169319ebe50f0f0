import { insertRows, insertRowsForIds } from '../../src/database/insert-rows.js';
import { databaseOf, type EntityManager } from '../../src/database/orm.js';
import { publish } from '../../src/database/publish.js';
import type { FrameworkFile } from '../../src/frameworks/framework-file.js';
import { criteriaOf } from '../../src/frameworks/framework.queries.js';
import { recordFramework } from '../../src/frameworks/framework.service.js';
import { recordInstitutions } from '../../src/institutions/institution.service.js';
import { ReportingRoundFramework } from '../../src/rounds/reporting-round-framework.entity.js';
import { ReportingRound } from '../../src/rounds/reporting-round.entity.js';
import { BEFORE_RECORDS, type LocalDate } from '../../src/shared/dates.js';
import { recordRevisions } from '../../src/status-updates/status-update.service.js';
import { importUnits } from '../../src/units/unit.import.js';
import type { Decision } from '../../src/vocabulary/status-update.enums.js';
import { csv } from './files.js';
import { FOUR } from './naive-model.js';

export const UNIT = '01';
/** What frameworks decide: the pillars, and two of the hub's own, one of which is for schools. */
export const DECIDED = [...FOUR, 'own', 'own-schools'];
/** Each indicator with what frameworks decide of it. */
export const INDICATORS: readonly (readonly [code: string, decided: readonly string[]])[] = [
  ...FOUR.map((pillar) => [pillar, [pillar]] as const),
  ['ALL_FOUR', FOUR],
  ['own', ['own']],
  ['own-schools', ['own-schools']],
  ['mixed', ['own', 'STANDARDIZED_DATA']],
];
export const KINDS = ['PRIMARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL', 'COLLEGE'] as const;
type Kind = (typeof KINDS)[number];

export const groupOf = (kind: Kind) =>
  kind === 'COLLEGE' ? 'COLLEGE_AND_VOCATIONAL' : 'GENERAL_EDUCATION';

export interface Framework {
  at: number;
  id: number;
  code: string;
  validFrom: LocalDate;
  /** For which kinds it decides what. */
  decides: Record<string, readonly Kind[]>;
}

export interface Round {
  id: number;
  referenceDate: LocalDate;
  frameworks: readonly Framework[];
}

export interface Revision {
  institution: string;
  round: Round;
  number: number;
  /** When it was submitted, and decided on if it was. */
  at: number;
  decision: Decision | null;
  results: Record<string, 'COMPLETED' | 'NOT_STARTED'>;
}

/**
 * One commune in which frameworks, rounds, reports and corrected kinds come as they will: recorded in
 * the hub through its own functions, and kept as plain lists for a naive recount.
 */
export class IndicatorWorld {
  readonly frameworks: Framework[] = [];
  readonly rounds: Round[] = [];
  readonly revisions: Revision[] = [];
  readonly kinds: { at: number; institution: string; kind: Kind }[] = [];
  readonly moments: number[] = [];
  private province = 0;
  private commune = 0;

  private constructor(private readonly em: EntityManager) {}

  static async create(em: EntityManager, institutions: Record<string, Kind>) {
    const world = new IndicatorWorld(em);
    await world.happen(async (within) => {
      const rows = [`PROVINCE,${UNIT},Tỉnh,,,`, `COMMUNE,00001,Xã,${UNIT},,`];
      await importUnits(within, csv('kind,code,name,parent_code,valid_from,valid_to', ...rows));
      const units = await databaseOf(within)
        .selectFrom('administrative_unit')
        .select(['id', 'kind'])
        .execute();
      world.province = units.find(({ kind }) => kind === 'PROVINCE')!.id;
      world.commune = units.find(({ kind }) => kind === 'COMMUNE')!.id;
    });
    for (const [institution, kind] of Object.entries(institutions))
      await world.setKind(institution, kind);
    return world;
  }

  /** Records an institution, or that it always was of another kind. */
  setKind(institution: string, kind: Kind): Promise<void> {
    return this.happen(async (em, at) => {
      const isNew = !this.kinds.some((each) => each.institution === institution);
      const placed = { on: null, corrects: false, says: { unitId: this.commune } };
      const said = {
        name: `Trường ${institution}`,
        kind,
        levels: ['PRIMARY' as const],
        ownership: 'PUBLIC' as const,
        sourceStatus: 'ILLUSTRATIVE' as const,
        openedOn: null,
        closedOn: null,
      };
      const row = {
        code: { system: 'HUB' as const, code: institution, from: null, replaces: null },
        begin: BEFORE_RECORDS,
        statements: [...(isNew ? [placed] : []), { on: null, corrects: true, says: said }],
      };
      await recordInstitutions(em, [row], new Date(at));
      this.kinds.push({ at, institution, kind });
    });
  }

  addFramework(code: string, validFrom: LocalDate, decides: Framework['decides']): Promise<void> {
    return this.happen(async (em, at) => {
      const version = this.frameworks.filter((each) => each.code === code).length + 1;
      const id = await recordFramework(em, fileOf(code, version, validFrom, decides));
      this.frameworks.push({ at, id, code, validFrom, decides });
    });
  }

  addRound(referenceDate: LocalDate, frameworks: readonly Framework[]): Promise<void> {
    return this.happen(async (em) => {
      const code = `R${this.rounds.length}`;
      const days = { opensOn: '2024-01-01', dueOn: referenceDate, closesOn: referenceDate };
      const names = { code, nameVi: code, nameEn: code };
      const [id] = await insertRowsForIds(em, ReportingRound, [
        { unit: this.province, ...names, ...days, referenceDate, sourceStatus: 'ILLUSTRATIVE' },
      ]);
      const asked = frameworks.map((framework, position) => ({
        round: id!,
        framework: framework.id,
        position,
      }));
      await insertRows(em, ReportingRoundFramework, asked);
      this.rounds.push({ id: id!, referenceDate, frameworks });
    });
  }

  /** The update of an institution in a round, with some of what is decided answered by yes. */
  report(
    institution: string,
    round: Round,
    yes: readonly string[],
    decision: Decision | null,
  ): Promise<void> {
    return this.happen(async (em, at) => {
      const kind = this.kindOf(institution, at)!;
      const frameworkIds = round.frameworks.map(({ id }) => id);
      const criteria = await criteriaOf(databaseOf(em), frameworkIds);
      const { id } = await databaseOf(em)
        .selectFrom('institution')
        .select('id')
        .where('code', '=', institution)
        .executeTakeFirstOrThrow();
      const answers = [...criteria.values()]
        .flat()
        .map((each) => [each.id, { value: yes.includes(each.code) ? 1 : 0 }] as const);
      await recordRevisions(em, [
        {
          institutionId: id,
          kind,
          roundId: round.id,
          submittedAt: new Date(at),
          decision,
          decidedAt: decision && new Date(at),
          answers: new Map(answers),
        },
      ]);
      const results = Object.fromEntries(
        DECIDED.filter((code) => decidesFor(round, code, kind)).map((code) => [
          code,
          yes.includes(code) ? ('COMPLETED' as const) : ('NOT_STARTED' as const),
        ]),
      );
      this.revisions.push({ institution, round, number: 1, at, decision, results });
    });
  }

  kindOf(institution: string, knownAt: number): Kind | undefined {
    return this.kinds
      .filter((each) => each.institution === institution && each.at <= knownAt)
      .at(-1)?.kind;
  }

  private async happen(work: (em: EntityManager, at: number) => Promise<void>): Promise<void> {
    await publish(this.em, async (em, knownAt) => {
      await work(em, knownAt.getTime());
      this.moments.push(knownAt.getTime());
      return { changed: true };
    });
  }
}

export function decidesFor(round: Round, code: string, kind: Kind): boolean {
  return round.frameworks.some(({ decides }) => decides[code]?.includes(kind));
}

/** A framework with one question for each indicator that it decides. */
function fileOf(
  code: string,
  version: number,
  validFrom: LocalDate,
  decides: Framework['decides'],
): FrameworkFile {
  const text = (of: string) => ({ vi: of, en: of });
  const decided = Object.entries(decides).filter(([, kinds]) => kinds.length > 0);
  return {
    format: 'edu-dx-hub/framework/1',
    code,
    version,
    name: text(code),
    issuer: 'test',
    sourceStatus: 'ILLUSTRATIVE',
    kinds: [...KINDS],
    validFrom,
    scales: [],
    newIndicators: [
      { code: 'own', name: text('own') },
      { code: 'own-schools', name: text('own-schools'), group: 'GENERAL_EDUCATION' },
      { code: 'mixed', name: text('mixed'), parts: ['own', 'STANDARDIZED_DATA'] },
    ],
    sections: [{ code: 'all', name: text('all'), maximum: decided.length * 10 }],
    questions: decided.map(([indicator]) => ({
      code: indicator,
      revision: 1,
      text: text(indicator),
      answer: { kind: 'YES_NO' },
    })),
    criteria: decided.map(([indicator, kinds]) => ({
      code: indicator,
      section: 'all',
      question: indicator,
      points: { rule: 'ALL', maximum: 10 },
      kinds: [...kinds],
    })),
    indicators: decided.map(([indicator]) => ({
      indicator,
      completedWhen: { criterion: indicator },
    })),
  };
}
