import {
  Alert,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The colours of figures, everywhere the same, as `colours.css` has them; no meaning hangs on colour alone. */
export const FIGURE = {
  completed: 'var(--figure-completed)',
  most: 'var(--figure-most)',
} as const;

/** The colours of targets, by the year: that of 2030 is the same where 2025 has none. */
const TARGETS: Record<number, string> = {
  2025: 'var(--target-2025)',
  2030: 'var(--target-2030)',
};

const OTHER_TARGETS = ['a', 'b', 'c'];

export const targetColour = (year: number): string =>
  TARGETS[year] ?? `var(--target-${OTHER_TARGETS[year % OTHER_TARGETS.length]})`;

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

/** From the letters to what lies deepest: greys with a little of the lake, as the light pages have it. */
const dark: MantineColorsTuple = [
  '#e3eaec',
  '#c3cdd0',
  '#a9b5b9',
  '#97a4a8',
  '#3a494f',
  '#2f3d42',
  '#213034',
  '#172327',
  '#0f181b',
  '#0a1113',
];

export const theme = createTheme({
  colors: { lake, dark },
  primaryColor: 'lake',
  primaryShade: { light: 7, dark: 6 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Their own are too pale for WCAG 2.2 AA on white.
  components: {
    Alert: Alert.extend({ styles: { title: { color: 'var(--ink)' } } }),
    Drawer: WITHOUT_BANNER,
    Modal: WITHOUT_BANNER,
  },
});

const OF_BOTH = {
  '--mantine-color-dimmed': 'var(--ink-quiet)',
  '--mantine-color-error': 'var(--bad)',
};

/** Mantine's own are too pale for WCAG 2.2 AA. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...OF_BOTH,
    // Mantine’s edges of fields, choices and buttons.
    '--mantine-color-gray-4': 'var(--edge)',
  },
  dark: {
    ...OF_BOTH,
    '--mantine-color-anchor': 'var(--link)',
    '--mantine-color-default-border': 'var(--edge)',
  },
});
