import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProgressFigure } from '../generated/graphql';
import { useView } from '../shared/address';
import { useOverviewWords } from './overview.words';
import { codeOf, type RankedLine } from './line';

/** A figure that opens what it counts; which one is open, the address says. */
export function FigureLink({
  figure,
  unit,
  line,
  children,
}: {
  figure: ProgressFigure;
  unit: string;
  line: RankedLine;
  children: ReactNode;
}) {
  const words = useOverviewWords();
  const [, change] = useView();
  return (
    <Anchor
      component="button"
      type="button"
      fz="inherit"
      underline="always"
      mih={24}
      title={words('open-figure', { figure: words(figure) })}
      onClick={() =>
        change({ counted: figure, within: unit, group: line.group, pillar: codeOf(line) })
      }
    >
      {children}
    </Anchor>
  );
}
