import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, useState, type CSSProperties } from 'react';

echarts.use([BarChart, LineChart, GridComponent, CanvasRenderer]);

/** A chart as a picture. */
export interface Picture {
  /** A data address of a PNG, twice as fine as the screen, on white. */
  address: () => string;
}

export default function ChartCanvas({
  option,
  style,
  onDrawn,
}: {
  option: echarts.EChartsCoreOption;
  style: CSSProperties;
  onDrawn: (picture: Picture) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.EChartsType | null>(null);
  useEffect(() => {
    const drawn = echarts.init(box.current);
    chart.current = drawn;
    onDrawn({
      address: () => drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' }),
    });
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(box.current!);
    return () => {
      watch.disconnect();
      drawn.dispose();
    };
  }, [onDrawn]);
  const [explains, setExplains] = useState(false);
  useEffect(() => {
    // What a pointer tells of a bar comes when everything else is there.
    void import('./chart-tooltip.lazy').then(() => setExplains(true));
  }, []);
  useEffect(() => {
    chart.current?.setOption(option, { notMerge: true });
  }, [option, style.height, explains]);
  return <div ref={box} style={style} />;
}
