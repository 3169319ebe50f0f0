import { TooltipComponent } from 'echarts/components';
import { use as include } from 'echarts/core';

include([TooltipComponent]);
