import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { importBoundaries, type BoundariesImported } from '../boundaries/boundary.import.js';
import { publish } from '../database/publish.js';
import { ImportError } from '../shared/csv.js';
import { isLocalDate, type LocalDate } from '../shared/dates.js';
import { OperatorError } from '../shared/errors.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import { tellImported, tellProblems } from './import-report.js';
import { contentOf, withDatabase } from './run.js';

interface CommandOptions {
  source: string;
  licence: string;
  from: LocalDate;
  codeProperty: string;
  kind?: UnitKind;
  layer?: string;
  dryRun?: boolean;
  report?: string;
}

/** `hub import boundaries FILE` records the shapes of units for maps. */
export function boundaryImportCommand(command: Command): void {
  command
    .command('boundaries')
    .description(
      'shapes of units for the map, simplified for the screen; a unit with a shape since the same day gets the new one',
    )
    .argument('<file>', 'the file, GeoJSON or TopoJSON in WGS 84, one feature for each unit')
    .requiredOption('--source <text>', 'who published them; it is shown under every map')
    .requiredOption('--licence <text>', 'the licence under which they were published; shown too')
    .requiredOption('--from <day>', 'the first day on which they hold, such as 2025-07-01')
    .option('--code-property <name>', 'the property with the code of the unit', 'code')
    .addOption(
      new Option(
        '--kind <kind>',
        'the tier of the units, where their codes do not tell it',
      ).choices(Object.values(UnitKind)),
    )
    .option('--layer <name>', 'the layer of a TopoJSON file that has several')
    .option('--dry-run', 'report what would change, and change nothing')
    .option('--report <file>', 'write every unit with its changes, or every problem, as CSV')
    .action(importNamed);
}

async function importNamed(path: string, options: CommandOptions): Promise<void> {
  const { from, source, licence, codeProperty, kind = null, layer = null } = options;
  if (!isLocalDate(from))
    throw new OperatorError('DAY_UNREADABLE', `--from ${from} is no day; write 2026-09-01.`);
  if (!source.trim() || !licence.trim())
    throw new OperatorError(
      'SOURCE_MISSING',
      'Say with --source and --licence where they come from.',
    );
  const file = { name: basename(path), content: await contentOf(path) };
  const choices = {
    ...{ source: source.trim(), licence: licence.trim(), from, codeProperty, kind, layer },
  };
  await withDatabase(async (em) => {
    try {
      const imported = await publish(
        em,
        (within, _at, state) => importBoundaries(within, file, choices, state),
        { dryRun: options.dryRun ?? false },
      );
      await tellImported(imported, [sizeText(imported.size)], options);
    } catch (error) {
      if (error instanceof ImportError)
        await tellProblems(path, error.problems, options.report, 'feature');
      throw error;
    }
  });
}

function sizeText({ read, kept, bytes }: BoundariesImported['size']): string {
  return `${kept} of ${read} positions are kept for the screen, ${Math.ceil(bytes / 1000)} kB`;
}
