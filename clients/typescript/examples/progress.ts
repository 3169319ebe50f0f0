import { PlannerProgressDocument, type HubClient } from '../src/index.js';

/** How far the schools of a province are in all four pillars together, as a sentence. */
export async function sentenceOf(client: HubClient, code: string, asOf: string): Promise<string> {
  const { administrativeUnit: unit } = await client.ask(PlannerProgressDocument, {
    code,
    on: asOf,
    asOf,
  });
  if (!unit) return `On ${asOf} no province has the code ${code}.`;
  // `ask` throws where the report could not be made.
  const line = unit.progress!.lines.find(
    ({ group, pillar }) => group === 'GENERAL_EDUCATION' && pillar === null,
  )!;
  const { completed, institutions, reported, percent, upperPercent } = line;
  if (percent == null || upperPercent == null) return `${unit.name} has no schools.`;
  return `${unit.name}: ${completed} of ${institutions} schools (${percent.toFixed(1)}%, at most ${upperPercent.toFixed(1)}%; ${reported} reported).`;
}
