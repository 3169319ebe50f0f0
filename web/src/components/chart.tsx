import { Button, Group } from '@mantine/core';
import { lazy, Suspense, useState, type CSSProperties } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { saveAddress } from '../shared/save-file';
import { useSharedWords } from '../shared/shared.words';
import type { Picture } from './chart-canvas.lazy';

// The charts are the heaviest part of the console; figures do not wait for them.
const Canvas = lazy(() => import('./chart-canvas.lazy'));

/**
 * A chart, with a download of its picture. What it shows stands as text in a table beside it.
 * @param label what it shows, in a sentence.
 */
export function Chart({
  option,
  height,
  label,
  fileName,
}: {
  option: EChartsCoreOption;
  height: number;
  label: string;
  fileName: string;
}) {
  const say = useSharedWords();
  const [picture, setPicture] = useState<Picture | null>(null);
  const box: CSSProperties = { height, width: '100%' };
  return (
    <figure style={{ margin: 0 }}>
      <div role="img" aria-label={label} style={box}>
        <Suspense fallback={null}>
          <Canvas option={option} style={box} onDrawn={setPicture} />
        </Suspense>
      </div>
      <Group justify="end" className="no-print">
        <Button
          variant="subtle"
          size="xs"
          disabled={!picture}
          onClick={() => picture && saveAddress(`${fileName}.png`, picture.address())}
        >
          {say('download-png')}
        </Button>
      </Group>
    </figure>
  );
}
