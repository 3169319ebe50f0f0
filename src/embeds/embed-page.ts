import type { ProgressLineRow } from '../progress/progress-line.js';
import { escaped } from '../shared/escaped.js';
import { sayer, writtenDay } from '../shared/said.js';
import type { Language } from '../shared/text.js';
import { isUnknown } from '../shared/told-lines.js';
import { nobodyText } from '../shared/verdict.js';
import type { UnitRow } from '../units/unit.queries.js';
import { standingOf, verdictOf } from '../verdicts/sentence.js';
import { isIllustrative } from '../verdicts/source.js';
import type { UnitVerdict } from '../verdicts/unit-verdict.queries.js';
import { EMBED_WORDS } from './embed.words.js';

/** What stands in the frame. */
export interface Embedded extends UnitVerdict {
  unit: UnitRow;
  /** Where the figures come from, in a sentence. */
  source: string;
  /** The address of the page that has all of it. */
  whole: string;
}

const STYLE = `
:root { color-scheme: light; font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
body { margin: 0; padding: 12px; background: #fff; color: #18282c; }
h1 { margin: 0; font-size: 1.15rem; }
p { margin: 4px 0; }
.quiet { color: #4d5a5e; font-size: .85rem; }
.mark { color: #a61e1e; font-weight: 650; }
section { margin: 14px 0; }
.stands { font-weight: 650; }
.bar { display: block; overflow: visible; width: 100%; height: 18px; }
ul { display: flex; flex-wrap: wrap; gap: 2px 16px; margin: 8px 0; padding: 0; list-style: none; }
li svg { width: 18px; height: 12px; vertical-align: -1px; }
a { color: #0b5563; }
footer { border-top: 1px solid #ccd5d7; padding-top: 6px; }
`;

const COMPLETED = '#136b7b';
const HATCHED =
  '<pattern id="more" width="1.2" height="6" patternUnits="userSpaceOnUse"><rect width="1.2" height="6" fill="#fff"/><rect width=".5" height="6" fill="#7d8f93"/></pattern>';
/** The colours of targets, by the year, as the console has them. */
const TARGETS: Partial<Record<number, string>> = { 2025: '#b3470b', 2030: '#5a3e9b' };
const targetColour = (year: number): string => TARGETS[year] ?? '#33454a';

function pageOf(language: Language, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** The verdict of a unit as a page for the frame of another one: without navigation, and without scripts. */
export function embedPage({ unit, report, judged, saidIn, source, whole }: Embedded): string {
  const { language, asOf } = saidIn;
  const say = sayer(EMBED_WORDS, language);
  const way = (text: string) =>
    `<a href="${escaped(whole)}" target="_blank" rel="noopener">${escaped(text)}</a>`;
  const told = judged.map(
    (line) => `<section>
<p class="stands">${escaped(standingOf(line, saidIn))}</p>
${barOf(line)}
<p>${escaped(verdictOf(line, saidIn))}</p>
</section>`,
  );
  const years = [
    ...new Set(judged.flatMap(({ targets }) => targets.map(({ target }) => target.year))),
  ].sort();
  const keys = [
    keyOf(`<rect width="18" height="12" fill="${COMPLETED}"/>`, say('completed')),
    keyOf(
      '<rect width="18" height="12" fill="#fff" stroke="#7d8f93"/><path d="M3 0v12M8 0v12M13 0v12" stroke="#7d8f93" stroke-width="2"/>',
      say('most'),
    ),
    ...years.map((year) =>
      keyOf(
        `<path d="M9 0v12" stroke="${targetColour(year)}" stroke-width="3"/>`,
        say('target', { year }),
      ),
    ),
  ];
  return pageOf(
    language,
    unit.name,
    `<main>
<h1>${way(unit.name)}</h1>
<p class="quiet">${escaped(say('as-of', { day: writtenDay(asOf, language) }))}</p>
${isIllustrative(report) ? `<p class="mark">${escaped(say('illustrative'))}</p>` : ''}
${judged.length === 0 ? `<p>${escaped(nobodyText(asOf, language))}</p>` : `${told.join('\n')}\n<ul class="quiet">${keys.join('')}</ul>`}
</main>
<footer class="quiet">${escaped(source)} ${way(say('whole'))}</footer>`,
  );
}

/** What stands in the frame where there is no such unit. */
export function noSuchUnit(language: Language): string {
  const text = sayer(EMBED_WORDS, language)('unknown');
  return pageOf(language, text, `<main><p>${escaped(text)}</p></main>`);
}

/** A line from 0 to 100% as the console draws it; each number of it stands in the sentence below. */
function barOf(line: ProgressLineRow): string {
  const { percent, upperPercent, targets } = line;
  if (percent === null || upperPercent === null) return '';
  const rect = (width: number, fill: string) =>
    `<rect width="${width}" height="6" fill="${fill}"/>`;
  return `<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><defs>${HATCHED}</defs>${rect(100, '#e3eaec')}${rect(upperPercent, 'url(#more)')}${isUnknown(line) ? '' : rect(percent, COMPLETED)}${targets
    .map(
      ({ target }) =>
        `<path d="M${target.percent} 0v6" stroke="${targetColour(target.year)}" stroke-width="3" vector-effect="non-scaling-stroke"/>`,
    )
    .join('')}</svg>`;
}

const keyOf = (mark: string, text: string): string =>
  `<li><svg viewBox="0 0 18 12" aria-hidden="true">${mark}</svg> ${escaped(text)}</li>`;
