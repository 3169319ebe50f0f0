import {
  Alert,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The colours of figures, everywhere the same; no meaning hangs on colour alone. */
export const FIGURE = {
  completed: '#0b5563',
  missing: '#8d989b',
  most: '#5b676b',
} as const;

/** The colours of targets, by the year: that of 2030 is the same where 2025 has none. */
const TARGETS: Record<number, string> = { 2025: '#b3470b', 2030: '#5a3e9b' };

const OTHER_TARGETS = ['#8a1c5c', '#6b5900', '#2f6b1f'];

export const targetColour = (year: number): string =>
  TARGETS[year] ?? OTHER_TARGETS[year % OTHER_TARGETS.length] ?? '#8a1c5c';

const lake: MantineColorsTuple = [
  '#e8f4f6',
  '#d2e5e9',
  '#a9d0d6',
  '#7cb9c3',
  '#549fac',
  '#2f8594',
  '#136b7b',
  '#0b5563',
  '#08434e',
  '#052f37',
];

/** The heading of a dialog is no second banner of the page. */
const WITHOUT_BANNER = { defaultProps: { attributes: { header: { role: 'presentation' } } } };

export const theme = createTheme({
  colors: { lake },
  primaryColor: 'lake',
  primaryShade: 7,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Their own are too pale for WCAG 2.2 AA on white.
  components: {
    Alert: Alert.extend({ styles: { title: { color: '#18282c' } } }),
    Drawer: WITHOUT_BANNER,
    Modal: WITHOUT_BANNER,
  },
});

/** Mantine's own are too pale for WCAG 2.2 AA. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d5a5e',
    '--mantine-color-error': '#b3261e',
    // The edges of fields, choices and buttons: 3 to 1 on white.
    '--mantine-color-gray-4': '#848f93',
  },
  dark: {},
});
