import { addDays, type LocalDate } from '../shared/dates.js';
import {
  codeKey,
  overlap,
  useOf,
  type CodeClaim,
  type CodeRecord,
  type HeldCode,
} from './codes.js';

/** The codes as they are recorded, and as they will be once the rows so far are. */
export class CodeBook {
  readonly #byCode: Map<string, HeldCode[]>;
  readonly #byInstitution: Map<number, HeldCode[]>;

  readonly #ofCampuses: ReadonlyMap<string, readonly HeldCode[]>;

  constructor(held: readonly HeldCode[], ofCampuses: readonly HeldCode[]) {
    this.#ofCampuses = Map.groupBy(ofCampuses, ({ code }) => code);
    this.#byCode = Map.groupBy(held, ({ code }) => code);
    this.#byInstitution = Map.groupBy(held, ({ institutionId }) => institutionId);
  }

  /** The code in all systems. */
  named(code: string): readonly HeldCode[] {
    return this.#byCode.get(code) ?? [];
  }

  /** The last day of a code of an institution, which may have had it before, too; null when it has none. */
  lastDayOf(institutionId: number, code: CodeRecord): LocalDate | null {
    const own = this.#byInstitution.get(institutionId) ?? [];
    const same = own.filter((held) => codeKey(held) === codeKey(code));
    return same.find(({ validFrom }) => validFrom === code.from)?.validTo ?? null;
  }

  /** The codes of an institution once a row about it is recorded. */
  after(
    claim: CodeClaim,
    institutionId: number,
    known: HeldCode | null,
    replaced: HeldCode | null,
  ): HeldCode[] {
    const { name, system, code, from } = claim;
    const present = this.#byInstitution.get(institutionId) ?? [];
    const life = {
      openedOn: claim.openedOn ?? present[0]?.openedOn ?? null,
      closedOn: claim.closedOn === undefined ? (present[0]?.closedOn ?? null) : claim.closedOn,
    };
    const kept = present.map((held) => ({
      ...held,
      ...life,
      validFrom: held === known ? (from ?? held.validFrom) : held.validFrom,
      validTo: held === replaced && from ? addDays(from, -1) : held.validTo,
    }));
    const added = { id: 0, institutionId, name, system, code, validFrom: from, validTo: null };
    return known ? kept : [...kept, { ...added, ...life }];
  }

  /**
   * Who has one of the codes on some of the same days: another institution, a campus of one, or the
   * same institution at another time. Null when nobody has.
   */
  rival(codes: readonly HeldCode[]): HeldCode | null {
    const rivals = codes
      .filter((code) => this.isNews(code))
      .flatMap((mine) => {
        const known = [...this.named(mine.code), ...(this.#ofCampuses.get(mine.code) ?? [])];
        const others = known.filter(({ institutionId }) => institutionId !== mine.institutionId);
        return [...codes.filter((code) => code !== mine), ...others].filter(
          (other) => codeKey(other) === codeKey(mine) && overlap(useOf(other), useOf(mine)),
        );
      });
    return rivals[0] ?? null;
  }

  /** Whether a code is used on other days than before; what was so already is not refused. */
  isNews(code: HeldCode): boolean {
    const before = this.before(code);
    return before === undefined || JSON.stringify(useOf(before)) !== JSON.stringify(useOf(code));
  }

  /** A code of {@link after} as it is before. */
  before({ id, code, system, institutionId }: HeldCode): HeldCode | undefined {
    return this.named(code).find(
      (held) => held.id === id && held.system === system && held.institutionId === institutionId,
    );
  }

  replace(institutionId: number, codes: HeldCode[]): void {
    this.#byInstitution.set(institutionId, codes);
    for (const code of new Set(codes.map((each) => each.code)))
      this.#byCode.set(code, [
        ...this.named(code).filter((held) => held.institutionId !== institutionId),
        ...codes.filter((held) => held.code === code),
      ]);
  }
}
