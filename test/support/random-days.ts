import { expect } from '@jest/globals';
import { signAccessToken } from '../../src/auth/access-token.js';
import { publish } from '../../src/database/publish.js';
import { rowIdOf } from '../../src/graphql/node.js';
import { importInstitutions } from '../../src/institutions/institution.import.js';
import { addDays, type LocalDate } from '../../src/shared/dates.js';
import { csv } from './files.js';
import { TOKEN_SECRET, type TestHub } from './hub.js';
import { bring, undo } from './imports.js';
import { idOfUnit, person, type Headers, type Person } from './people.js';
import { addEvidence, FULL_ANSWERS, TODAY } from './reporting.js';

const SCHOOLS = 40;

type Who = 'school' | 'reviewer' | 'planner';

interface Update {
  id: string;
  version: number;
  state: string;
}

interface Round {
  id: string;
  version: number;
  dueOn: LocalDate;
  closesOn: LocalDate;
}

const UPDATE = 'statusUpdate { id version state }';
const ROUND = 'reportingRound { id version dueOn closesOn }';
const PLAN = 'plan { id version }';

/**
 * Days in a province on which random things happen through the graph, always the same ones for a
 * seed. What the hub refuses has not happened.
 */
export class RandomDays {
  /** How often each kind of change was made. */
  readonly made = new Map<string, number>();
  readonly #updates = new Map<string, Update>();
  readonly #rounds: Round[] = [];
  readonly #plans: { id: string; version: number }[] = [];
  readonly #neighbours: string[] = [];
  /** The import by which a neighbour took over; null when it was undone. */
  #tookOver: number | null = null;
  #names = 0;

  private constructor(
    private readonly hub: TestHub,
    private readonly now: () => Date,
    private readonly random: () => number,
    private readonly people: Record<Who, Person & { family: string }>,
    private readonly province: string,
    private readonly framework: string,
    private readonly schools: readonly string[],
    private readonly communes: readonly string[],
  ) {}

  static async in(hub: TestHub, now: () => Date, random: () => number): Promise<RandomDays> {
    const province = await idOfUnit(hub, '68', TODAY);
    const { institutions, administrativeUnits, frameworks, reportingRounds } = await hub.data(
      `query ($unit: ID!) { frameworks { id code }
        reportingRounds(first: 1) { nodes { id version dueOn closesOn } }
        institutions(first: ${SCHOOLS}, filter: { unit: $unit, kinds: [UPPER_SECONDARY_SCHOOL] }) { nodes { id } }
        administrativeUnits(first: 5, filter: { kind: COMMUNE, parent: $unit }) { nodes { code } } }`,
      { unit: province },
    );
    const schools: string[] = institutions.nodes.map(({ id }: { id: string }) => id);
    const unitId = rowIdOf('AdministrativeUnit', province);
    const signed = async (...grants: Parameters<typeof person>[1][number][]) => {
      const somebody = await person(hub, grants);
      const [{ family }] = await hub.em.execute<[{ family: string }]>(
        'select family from account_session where account_id = ?',
        [somebody.accountId],
      );
      return { ...somebody, family };
    };
    const people = {
      school: await signed(
        ...schools.map((id) => ({
          role: 'SCHOOL_ADMIN' as const,
          institutionId: rowIdOf('Institution', id),
        })),
      ),
      reviewer: await signed({ role: 'REVIEWER', unitId }),
      planner: await signed({ role: 'PLANNER', unitId }),
    };
    const days = new RandomDays(
      hub,
      now,
      random,
      people,
      province,
      frameworks.find(({ code }: { code: string }) => code === 'four-pillar').id,
      schools,
      administrativeUnits.nodes.map(({ code }: { code: string }) => code),
    );
    days.#rounds.push(...reportingRounds.nodes);
    return days;
  }

  /** All kinds of change. */
  get kinds(): string[] {
    return Object.keys(this.#kinds);
  }

  /** One change more, of whatever kind. */
  async change(): Promise<void> {
    const kinds = Object.entries(this.#kinds);
    const all = kinds.reduce((sum, [, [weight]]) => sum + weight, 0);
    for (;;) {
      let left = this.random() * all;
      const [name, [, act]] = kinds.find(([, [weight]]) => (left -= weight) < 0)!;
      if (!(await act())) continue;
      this.made.set(name, (this.made.get(name) ?? 0) + 1);
      return;
    }
  }

  /** Each kind of change: how often it is chosen, and what is done. @returns whether it was made. */
  readonly #kinds: Record<string, [weight: number, act: () => Promise<boolean>]> = {
    save: [10, async () => (await this.#save()) !== null],
    submit: [30, () => this.#submit()],
    approve: [25, () => this.#move('SUBMITTED', 'reviewer', 'statusUpdateApprove')],
    return: [
      8,
      () =>
        this.#move('SUBMITTED', 'reviewer', 'statusUpdateReturn', {
          reasons: [{ criterion: 'G1', reason: 'Chưa rõ' }],
        }),
    ],
    withdraw: [5, () => this.#move('SUBMITTED', 'school', 'statusUpdateWithdraw')],
    reopen: [5, () => this.#move('APPROVED', 'school', 'statusUpdateReopen', { reason: 'Sai' })],
    correct: [
      4,
      () =>
        this.#move('APPROVED', 'reviewer', 'statusUpdateCorrect', {
          changes: [{ criterion: 'G1', value: this.#below(2), reason: 'Sai' }],
          reason: 'Sai',
        }),
    ],
    roundCreate: [4, () => this.#callRound()],
    roundExtend: [3, () => this.#extend()],
    roundClose: [1, () => this.#turnRound('reportingRoundClose')],
    roundOpen: [2, () => this.#turnRound('reportingRoundOpen')],
    plan: [2, () => this.#plan()],
    target: [3, () => this.#target()],
    workforceImport: [4, () => this.#workforce()],
    institutionImport: [4, () => this.#institutions()],
    takeOver: [3, () => this.#takeOver()],
  };

  #below(count: number): number {
    return Math.floor(this.random() * count);
  }

  #one<Item>(items: readonly Item[]): Item | undefined {
    return items[this.#below(items.length)];
  }

  /** A day around the present one. */
  #day(least: number, most: number): LocalDate {
    return addDays(this.#today(), least + this.#below(most - least + 1));
  }

  #today(): LocalDate {
    // The changes of a day happen in the morning, when the date is the same everywhere.
    return this.now().toISOString().slice(0, 10);
  }

  /** Signed here, because nobody's password is checked every day. */
  async #headers(who: Who): Promise<Headers> {
    const token = await signAccessToken(TOKEN_SECRET, this.people[who], this.now());
    return { authorization: `Bearer ${token}` };
  }

  async #send(who: Who, name: string, input: object, object: string): Promise<any> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const { data, errors } = await this.hub.ask<any>(
      `mutation ($input: ${type}) { done: ${name}(input: $input) { ${object} userErrors { code } } }`,
      { input },
      await this.#headers(who),
    );
    const codes = errors.map(({ extensions }) => extensions.code);
    if (codes.some((code) => code !== 'FORBIDDEN')) throw new Error(JSON.stringify(errors));
    return codes.length > 0 ? null : data.done;
  }

  async #save(): Promise<Update | null> {
    const [institution, round] = [this.#one(this.schools)!, this.#one(this.#rounds.slice(-4))!.id];
    const zeros = this.#below(6);
    const answers = FULL_ANSWERS.map((answer) =>
      this.#below(10) < zeros ? { ...answer, value: 0 } : answer,
    );
    const key = `${institution} ${round}`;
    const version = this.#updates.get(key)?.version;
    const done = await this.#send(
      'school',
      'statusUpdateSave',
      { institution, round, answers, ...(version && { version }) },
      UPDATE,
    );
    if (!done?.statusUpdate) return null;
    this.#updates.set(key, done.statusUpdate);
    return done.statusUpdate;
  }

  async #submit(): Promise<boolean> {
    const saved = await this.#save();
    if (!saved) return false;
    await addEvidence(this.hub, saved.id);
    const input = { id: saved.id, version: saved.version };
    return this.#take(await this.#send('school', 'statusUpdateSubmit', input, UPDATE));
  }

  async #move(state: string, who: Who, name: string, rest: object = {}): Promise<boolean> {
    const update = this.#one([...this.#updates.values()].filter((each) => each.state === state));
    if (!update) return false;
    const input = { id: update.id, version: update.version, ...rest };
    return this.#take(await this.#send(who, name, input, UPDATE));
  }

  #take(done: { statusUpdate: Update | null } | null): boolean {
    const update = done?.statusUpdate;
    if (!update) return false;
    for (const [key, { id }] of this.#updates) if (id === update.id) this.#updates.set(key, update);
    return true;
  }

  async #callRound(): Promise<boolean> {
    const opensOn = this.#day(-20, 10);
    const dueOn = addDays(opensOn, this.#below(30));
    const closesOn = addDays(dueOn, this.#below(20));
    const code = `R${(this.#names += 1)}`;
    const done = await this.#send(
      'planner',
      'reportingRoundCreate',
      {
        unit: this.province,
        framework: this.framework,
        code,
        nameVi: code,
        nameEn: code,
        ...{ opensOn, dueOn, closesOn, referenceDate: addDays(dueOn, -this.#below(30)) },
      },
      ROUND,
    );
    if (!done?.reportingRound) return false;
    this.#rounds.push(done.reportingRound);
    return true;
  }

  #extend(): Promise<boolean> {
    const dueOn = this.#day(-2, 10);
    return this.#turnRound('reportingRoundExtend', { dueOn, closesOn: addDays(dueOn, 10) });
  }

  async #turnRound(name: string, rest: object = {}): Promise<boolean> {
    const round = this.#one(this.#rounds)!;
    const input = { id: round.id, version: round.version, ...rest };
    const done = await this.#send('planner', name, input, ROUND);
    if (!done?.reportingRound) return false;
    Object.assign(round, done.reportingRound);
    return true;
  }

  async #plan(): Promise<boolean> {
    const document = `K${(this.#names += 1)}`;
    const done = await this.#send(
      'planner',
      'planCreate',
      {
        document,
        titleVi: document,
        titleEn: document,
        issuer: 'Sở',
        unit: this.province,
        sourceStatus: 'ILLUSTRATIVE',
      },
      PLAN,
    );
    if (!done?.plan) return false;
    this.#plans.push(done.plan);
    return true;
  }

  async #target(): Promise<boolean> {
    const plan = this.#one(this.#plans);
    if (!plan) return false;
    const input = {
      plan: plan.id,
      version: plan.version,
      group: 'GENERAL_EDUCATION',
      year: 2027 + this.#below(4),
      percent: 1 + this.#below(100),
      sourceStatus: 'ILLUSTRATIVE',
    };
    const done = await this.#send('planner', 'targetSet', input, 'target { id }');
    if (!done?.target) return false;
    plan.version += 1;
    return true;
  }

  async #workforce(): Promise<boolean> {
    const content = `unit_kind,unit_code,kind,valid_from,source,agency,has_unit\nPROVINCE,68,MANDATES,${this.#day(-10, 0)},Báo cáo,Sở ${(this.#names += 1)},1\n`;
    const done = await this.#send(
      'planner',
      'workforceImport',
      { content, dryRun: false },
      'workforceImport { created }',
    );
    return done?.workforceImport?.created === 1;
  }

  /** A school that opens around the present day, moves some day, and closes some later day or never. */
  async #institutions(): Promise<boolean> {
    const code = `T${(this.#names += 1)}`;
    const opened = this.#day(-10, 10);
    const moved = addDays(opened, 1 + this.#below(15));
    const closed = this.#below(2) === 0 ? addDays(moved, 1 + this.#below(15)) : '';
    const row = (commune: number, from: LocalDate) =>
      `MOET,${code},Trường ${code},UPPER_SECONDARY_SCHOOL,UPPER_SECONDARY,PUBLIC,${this.communes[commune]},${from},${opened},${closed}`;
    const first = this.#below(this.communes.length);
    const { changed } = await publish(this.hub.em, (em, knownAt) =>
      importInstitutions(
        em,
        csv(
          'system,code,name,kind,levels,ownership,unit_code,located_from,opened_on,closed_on',
          row(first, opened),
          row((first + 1) % this.communes.length, moved),
        ),
        knownAt,
      ),
    );
    return changed;
  }

  /**
   * A commune of the province next to it takes over one of this province whole, so that its school is
   * called by the rounds of this province; or this is undone.
   */
  async #takeOver(): Promise<boolean> {
    if (this.#tookOver !== null && this.#below(2) === 0) {
      expect(await undo(this.hub, this.#tookOver)).toEqual([]);
      this.#tookOver = null;
      return true;
    }
    const pair = this.#neighbours.pop();
    if (pair === undefined) return this.#neighbour();
    const { id } = await bring(
      this.hub,
      'SUCCESSIONS',
      csv(
        'kind,predecessor_code,successor_code,effective_on,extent',
        `COMMUNE,${pair}A,${pair}B,2026-01-01,WHOLE`,
      ),
      { acceptCrossing: true },
    );
    this.#tookOver = id;
    return true;
  }

  /** A commune that ended, one of another province, and the school of that one. */
  async #neighbour(): Promise<boolean> {
    const pair = `9B${(this.#names += 1)}`;
    await bring(
      this.hub,
      'UNITS',
      csv(
        'kind,code,name,parent_code,valid_from,valid_to',
        'PROVINCE,9B,Tỉnh Bên,,2025-07-01,',
        `COMMUNE,${pair}A,Xã ${pair}A,68,2025-07-01,2025-12-31`,
        `COMMUNE,${pair}B,Xã ${pair}B,9B,2025-07-01,`,
      ),
    );
    await bring(
      this.hub,
      'INSTITUTIONS',
      csv(
        'system,code,name,kind,levels,ownership,unit_code,opened_on',
        `MOET,${pair},Trường ${pair},UPPER_SECONDARY_SCHOOL,UPPER_SECONDARY,PUBLIC,${pair}B,2025-07-01`,
      ),
    );
    this.#neighbours.push(pair);
    return true;
  }
}
