import type { AskedQuestionFragment, FrameworkNamedFragment, Pillar } from '../generated/graphql';
import { PILLARS } from '../shared/lists';

type Section = FrameworkNamedFragment['sections'][number];

interface Asked {
  criterion: Pick<AskedQuestionFragment, 'code' | 'pillar' | 'section' | 'framework'>;
}

/** Questions that follow each other in one section. */
interface SectionPart<Entry> {
  /** What the section is called where it stands inside another one; null at the top. */
  title: string | null;
  entries: Entry[];
}

/** A section at the top of a framework, with the questions in it and in the sections inside. */
export interface AskedSection<Entry> {
  code: string;
  /** The pillar that it completes, whose name it goes by. */
  pillar: Pillar | null;
  title: string;
  parts: SectionPart<Entry>[];
}

export interface AskedFramework<Entry> {
  framework: FrameworkNamedFragment;
  sections: AskedSection<Entry>[];
}

/** Whether the sections of a framework are the pillars, which the console has its own names and figures for. */
export const isOfPillars = ({ sections }: FrameworkNamedFragment): boolean =>
  sections.every(({ code }) => PILLARS.some((pillar) => pillar === code));

/** Where a section stands on a page. */
export const sectionAnchor = (framework: { code: string }, section: string): string =>
  `section-${framework.code}-${section}`;

/** The name of a section after its number, where its code is a number. */
export const sectionTitle = ({ code, name }: Section): string =>
  /^\p{L}?[IVXLC]*\d*(\.\d+)*$/u.test(code) ? `${code}. ${name}` : name;

/** The questions of a round under the sections of its frameworks, each under the first framework that asks it. */
export function inSections<Entry extends Asked>(
  entries: readonly Entry[],
  frameworks: readonly FrameworkNamedFragment[],
): AskedFramework<Entry>[] {
  return frameworks.flatMap((framework) => {
    const mine = entries.filter(({ criterion }) => criterion.framework?.id === framework.id);
    const topOf = ({ criterion }: Entry) => pathOf(framework, criterion.section)[0];
    const sections = [...new Set(mine.map(topOf))].flatMap((top) => {
      if (!top) return [];
      const asked = mine.filter((entry) => topOf(entry) === top);
      const pillar = asked[0]?.criterion.pillar ?? null;
      const parts = partsOf(framework, asked);
      return [{ code: top.code, pillar, title: sectionTitle(top), parts }];
    });
    return sections.length > 0 ? [{ framework, sections }] : [];
  });
}

/** A section with those around it, from the top. */
function pathOf({ sections }: Pick<FrameworkNamedFragment, 'sections'>, code: string): Section[] {
  const section = sections.find((each) => each.code === code);
  if (!section) return [];
  return [...(section.parent == null ? [] : pathOf({ sections }, section.parent)), section];
}

function partsOf<Entry extends Asked>(
  framework: FrameworkNamedFragment,
  entries: readonly Entry[],
): SectionPart<Entry>[] {
  const parts: SectionPart<Entry>[] = [];
  let last: string | null = null;
  for (const entry of entries) {
    const { section } = entry.criterion;
    if (section !== last) {
      const below = pathOf(framework, section).slice(1);
      parts.push({ title: below.map(sectionTitle).join(' › ') || null, entries: [] });
    }
    parts.at(-1)?.entries.push(entry);
    last = section;
  }
  return parts;
}

/** The criteria of other frameworks that ask the same question. */
export function alsoAskedBy(
  {
    criterion,
    criteria,
  }: Asked & { criteria: readonly Pick<Asked['criterion'], 'code' | 'framework'>[] },
  frameworks: readonly FrameworkNamedFragment[],
): { code: string; framework: string }[] {
  return criteria.flatMap(({ code, framework }) => {
    const found = frameworks.find((each) => each.id === framework?.id);
    return found && found.id !== criterion.framework?.id ? [{ code, framework: found.name }] : [];
  });
}
