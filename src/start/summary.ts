import type { FastifyInstance } from 'fastify';
import { roundedPart } from '../shared/rounded.js';
import { table } from '../shared/table.js';

const QUERY = /* GraphQL */ `
  query StartSummary {
    administrativeUnit(code: "67", kind: PROVINCE, on: "2025-06-30") {
      name
      progress {
        asOf
        lines {
          group
          pillar
          institutions
          completed
          reported
          percent
          upperPercent
          targets {
            target {
              year
              percent
            }
            standing
          }
        }
        warnings {
          code
          message
        }
      }
    }
  }
`;

interface Line {
  group: string;
  pillar: string | null;
  institutions: number;
  completed: number;
  reported: number;
  percent: number | null;
  upperPercent: number | null;
  targets: { target: { year: number; percent: number }; standing: string }[];
}

interface Summary {
  name: string;
  progress: { asOf: string; lines: Line[]; warnings: { code: string; message: string }[] } | null;
}

/**
 * The progress of Đắk Nông as a short table, queried from the graph itself; null without such a
 * unit.
 */
export async function startSummary(server: FastifyInstance): Promise<string | null> {
  const response = await server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'accept-language': 'en' },
    payload: { query: QUERY },
  });
  const unit = response.json<{ data?: { administrativeUnit: Summary | null } }>().data
    ?.administrativeUnit;
  if (!unit?.progress) return null;
  const { asOf, lines, warnings } = unit.progress;
  const rows = lines.map((line) => [
    line.group === 'GENERAL_EDUCATION' ? 'schools' : 'colleges, vocational',
    line.pillar === null ? 'all four together' : line.pillar.toLowerCase().replaceAll('_', ' '),
    `${line.completed} of ${line.institutions}`,
    String(line.reported),
    `${share(line.percent)} – ${share(line.upperPercent)}`,
    ...[2025, 2030].map((year) => target(line, year)),
  ]);
  const header = [
    'group',
    'pillar',
    'completed',
    'reported',
    'percent – at most',
    'target 2025',
    'target 2030',
  ];
  return [
    `${unit.name}, as of ${asOf}`,
    ...table([header, ...rows]),
    ...warnings.map(({ code, message }) => `${code}: ${message}`),
  ].join('\n');
}

function share(percent: number | null): string {
  return percent === null ? '–' : `${roundedPart(percent, 100, 1, 'en', 1)}%`;
}

function target(line: Line, year: number): string {
  const found = line.targets.find((each) => each.target.year === year);
  return found
    ? `${found.target.percent}% ${found.standing.toLowerCase().replaceAll('_', ' ')}`
    : '–';
}
