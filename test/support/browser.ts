import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { startHub, type TestHub } from './hub.js';

/**
 * Where Chromium is on Debian and elsewhere; CHROMIUM_PATH names another. The shell without windows comes first: it
 * draws no frame of a browser, and takes a fifth less of the processor.
 */
const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const CHROMIUM = PLACES.find((path) => path && existsSync(path));

/**
 * The tests in a browser run wherever there is one. Where it has to be there, as in continuous
 * integration, its absence is a failure and not a pass.
 */
export const needsBrowser = CHROMIUM || process.env.CI ? describe : describe.skip;

/** The window of a desk, and that of a small phone. */
export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

/**
 * The address bar of every window would draw two pages of its own, a third of what Chromium does. The last such flag
 * counts, so that what Playwright switches off is named again.
 */
const SWITCHED_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** The day on which the tests of the console happen: a round of the demo is open. */
export const DAY = new Date('2026-11-25T03:00:00Z');

/** A hub that serves the console, and a browser to look at it. */
export interface ConsoleHub {
  hub: TestHub;
  address: string;
  browser: Browser;
  /** A page of a browser of its own, in Vietnamese unless it is said. */
  open: (
    path: string,
    options?: {
      language?: 'vi' | 'en';
      viewport?: { width: number; height: number };
      /** Whether the console is kept for when there is no network; each browser would fetch all of it. */
      keepsConsole?: boolean;
    },
  ) => Promise<Page>;
  close: () => Promise<void>;
}

/** Starts a hub on the demo with its console, and a browser. The console has to be built: `npm test` does. */
export async function startConsole(
  options: Parameters<typeof startHub>[0] = {},
): Promise<ConsoleHub> {
  const consoleFolder = fileURLToPath(new URL('../../dist/web', import.meta.url));
  const now = () => DAY;
  const hub = await startHub({ from: 'demo', consoleFolder, now, ...options });
  const address = await hub.server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await chromium.launch({
    executablePath: CHROMIUM!,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      // There is none: what would be drawn on it is drawn as if there were one.
      '--disable-gpu',
      `--disable-features=${SWITCHED_OFF.join()}`,
    ],
  });
  return {
    hub,
    address,
    browser,
    open: async (path, { language = 'vi', viewport = DESK, keepsConsole = false } = {}) => {
      const context = await browser.newContext({
        viewport,
        locale: language === 'vi' ? 'vi-VN' : 'en-GB',
        timezoneId: 'Asia/Ho_Chi_Minh',
        reducedMotion: 'reduce',
        serviceWorkers: keepsConsole ? 'allow' : 'block',
      });
      // The hub's day is the browser's, whenever the tests run.
      await context.clock.setFixedTime((options.now ?? now)());
      const page = await context.newPage();
      await page.goto(address + path);
      return page;
    },
    close: async () => {
      await browser.close();
      await hub.close();
    },
  };
}

/** Signs in on the page of it, and waits until the console shows the next one. */
export async function signIn(
  page: Page,
  address: string,
  email: string,
  password: string,
  to = '/',
): Promise<void> {
  await page.goto(address + signInLeadingTo(to));
  await enter(page, email, password);
}

/** The page that signs in and leads on. */
export function signInLeadingTo(to: string): string {
  return `/sign-in?to=${encodeURIComponent(to)}`;
}

/** Signs in on the page that asks for it, and waits until the console shows the next one. */
export async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** What axe finds on a page, but for what is minor, in words. */
export const problemsOf = (page: Page): Promise<string[]> =>
  foundBy(page, {
    type: 'tag',
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  });

/** What cannot be read well on a dark screen, in words. The page is a light one again afterwards. */
export async function unreadInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  const problems = await foundBy(page, { type: 'rule', values: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return problems;
}

async function foundBy(
  page: Page,
  runOnly: { type: 'tag' | 'rule'; values: string[] },
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // What passes is not asked for, and no page has frames: both take most of the time.
    .options({ resultTypes: ['violations'], runOnly })
    .setLegacyMode(true)
    .analyze();
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`)
          .join(' | ')}`,
    );
}

/** Answers come one after the other, as they do over a network, and what they push about on the page is counted. */
export async function watchShifts(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 50 },
    ...{ downloadThroughput: -1, uploadThroughput: -1 },
  });
  await page.addInitScript(`
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries()))
      .observe({ type: 'layout-shift', buffered: true });
  `);
}

/**
 * How much was pushed about under the eyes of whoever reads (Cumulative Layout Shift, of everything since the page was
 * opened), without what follows at once from a click or a key.
 */
export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(`window.shifts
    .filter(({ hadRecentInput }) => !hadRecentInput)
    .reduce((sum, { value }) => sum + value, 0)`);

/** More than there are places to come to on any page of the tests. */
const MOST_PRESSES = 400;

/**
 * What on a page can be clicked or filled in and is not come to by the Tab key, and what is come to without being seen
 * to be, in words. Of a group in which arrows lead on, such as tabs or choices of one, coming to one is enough.
 */
export async function beyondKeyboard(page: Page): Promise<string[]> {
  await page.evaluate(`(() => {
    const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const groupOf = (element) =>
      element.name && element.type === 'radio' ? 'radio ' + element.name
      : element.role === 'tab' ? 'tabs'
      : null;
    const shown = [...document.querySelectorAll(all)].filter((element) =>
      !element.disabled && element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert], [aria-hidden=true]'));
    const dialog = document.querySelector('[role=dialog]');
    window.toVisit = new Map();
    for (const element of shown)
      if (!dialog || dialog.contains(element)) window.toVisit.set(groupOf(element) ?? element, element);
    window.unseen = new Set();
    window.around = 0;
    document.addEventListener('focusin', ({ target: element }) => {
      if (element === window.firstCome) window.around += 1;
      window.firstCome ??= element;
      const isNew = window.toVisit.delete(element) || window.toVisit.delete(groupOf(element));
      const target = /^(radio|checkbox)$/.test(element.type) ? element.parentElement : element;
      const isSeen = [element, target].some((each) => getComputedStyle(each).outlineStyle !== 'none');
      if (isNew && !isSeen) window.unseen.add(element);
    });
    // From the beginning, wherever the last click was; a dialog keeps the keys to itself, and has the focus.
    const top = document.createElement('span');
    top.tabIndex = -1;
    if (!dialog) {
      document.body.prepend(top);
      top.focus();
      top.remove();
      window.firstCome = undefined;
    } else window.toVisit.delete(document.activeElement);
  })()`);
  // Lists that are longer than the screen show more as one goes on; those were not there at the beginning.
  for (let presses = 0; presses < MOST_PRESSES; presses += 10) {
    for (let each = 0; each < 10; each += 1) await page.keyboard.press('Tab');
    const [left, around] = await page.evaluate<number[]>('[window.toVisit.size, window.around]');
    if (left === 0 || around! > 0) break;
  }
  return page.evaluate(`(() => {
    const said = (element) => element.outerHTML.slice(0, 160);
    return [
      ...[...window.toVisit.values()].filter((element) => element.isConnected).map((element) => 'not reached: ' + said(element)),
      ...[...window.unseen].map((element) => 'not seen: ' + said(element)),
    ];
  })()`);
}

/** Waits until something is so, as long as a test may take. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Opens the menu of who is signed in, and gives what it offers. */
export async function ownMenu(page: Page): Promise<Locator> {
  await page.locator('.user-menu').click();
  const menu = page.getByRole('menu');
  await menu.waitFor();
  return menu.getByRole('menuitem');
}

/** Leaves by the menu of who is signed in. */
export async function signOut(page: Page): Promise<void> {
  await (await ownMenu(page)).filter({ hasText: 'Đăng xuất' }).click();
}

/** How far a page could be moved sideways, in pixels. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

/** On a phone and on a desk, nothing that axe finds serious and nothing beyond the edge. */
export async function isSound(page: Page): Promise<void> {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    expect(await problemsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
  }
}
