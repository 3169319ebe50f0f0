import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  beyondKeyboard,
  DESK,
  needsBrowser,
  PHONE,
  problemsOf,
  shiftOf,
  sidewaysOf,
  signIn,
  startConsole,
  unreadInTheDark,
  watchShifts,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, PASSWORD } from './support/console-accounts.js';

/** How much may be pushed about on a page while it comes: what the Web Vitals call good. */
const MOST_SHIFT = 0.1;

/** Where a picture of each page is left, to be looked at. */
const PICTURES = 'screenshots';

/** A page: whose it is, and what is on it when it is whole. */
interface Shown {
  name: string;
  path: string;
  who?: string;
  whole: (page: Page) => Promise<unknown>;
}

const first = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();

/** Opens what the first row of the list leads to. */
const within = (selector: string) => async (page: Page) => {
  await page.locator('tbody a').first().click();
  const begin = page.getByRole('button', { name: /^(Begin the report|Bắt đầu báo cáo)$/ });
  await begin.or(page.locator(selector).first()).first().waitFor();
  if (await begin.isVisible()) await begin.click();
  await page.locator(selector).first().waitFor();
};

/** Opens the forms that are folded. */
async function unfolded(page: Page): Promise<void> {
  await page.locator('summary').first().waitFor();
  // Whoever opens them does it by hand.
  await page.keyboard.press('Shift');
  await page.evaluate(
    'document.querySelectorAll("details").forEach((each) => { each.open = true })',
  );
}

async function unfoldedTable(page: Page): Promise<void> {
  await page.locator('tbody th').first().waitFor();
  await unfolded(page);
}

const PAGES: Shown[] = [
  {
    name: 'overview',
    path: '/?unit=67&kind=PROVINCE&on=2025-06-30',
    whole: async (page) => {
      await page.locator('figure svg').waitFor();
      await page.locator('section :is(tbody, ol) a').first().waitFor();
    },
  },
  {
    name: 'overview-counted',
    path: '/?unit=67&kind=PROVINCE&on=2025-06-30&counted=COMPLETED&group=GENERAL_EDUCATION&pillar=ALL_FOUR',
    whole: async (page) => {
      const row = page
        .locator('tr, ol > li')
        .filter({ hasText: /All four|Cả bốn/ })
        .first();
      await row.getByRole('button').first().click();
      await page.getByRole('dialog').getByRole('link').first().waitFor();
    },
  },
  {
    name: 'target',
    path: '/target?unit=67&kind=PROVINCE&on=2025-06-30',
    whole: first('.ticked-list a'),
  },
  {
    name: 'changes',
    path: '/changes?unit=67&kind=PROVINCE&from=2024-12-31&on=2025-06-30&part=NEWLY_COMPLETED',
    whole: first('tfoot th'),
  },
  {
    name: 'map',
    path: '/map?unit=67&kind=PROVINCE&basis=AS_REPORTED&on=2025-06-30',
    whole: first('.dots a'),
  },
  {
    name: 'compare',
    path: '/compare?by=days',
    whole: first('article h3'),
  },
  { name: 'institutions', path: '/institutions', whole: first('tbody a') },
  { name: 'institution', path: '/institutions/DN-THPT-01', whole: first('tbody th') },
  {
    name: 'institutions-keeper',
    who: 'planner',
    path: '/institutions?unit=24664&unitKind=COMMUNE',
    whole: unfoldedTable,
  },
  {
    name: 'institution-keeper',
    who: 'planner',
    path: '/institutions/DN-THPT-01',
    whole: unfoldedTable,
  },
  { name: 'workforce', path: '/workforce?unit=67&year=2021', whole: first('tbody th') },
  {
    name: 'workforce-gaps',
    path: '/workforce?unit=67&year=2021&tab=gaps',
    whole: first('.ticked-list input[type=checkbox]'),
  },
  {
    name: 'workforce-ledger',
    path: '/workforce?unit=67&year=2021&component=6',
    whole: first('[role=dialog] li'),
  },
  { name: 'sign-in', path: '/sign-in', whole: first('input[name=email]') },
  { name: 'password', who: 'school', path: '/password', whole: first('input[name=again]') },
  { name: 'account', who: 'school', path: '/account', whole: unfolded },
  { name: 'home-school', who: 'school', path: '/home', whole: first('main section section h3') },
  { name: 'home-reviewer', who: 'reviewer', path: '/home', whole: first('main section li a') },
  { name: 'home-planner', who: 'planner', path: '/home', whole: first('main section tbody th') },
  { name: 'home-operator', who: 'operator', path: '/home', whole: first('main section li a') },
  { name: 'reports', who: 'school', path: '/reports', whole: first('tbody a') },
  { name: 'report', who: 'school', path: '/reports', whole: within('#criterion-G1') },
  {
    name: 'receipt',
    who: 'reviewer',
    path: '/review',
    whole: async (page) => {
      await within('[data-criterion]')(page);
      await page.getByRole('link', { name: /^(Receipt to print|Biên nhận để in)$/ }).click();
      await page.getByRole('article').waitFor();
    },
  },
  { name: 'review', who: 'reviewer', path: '/review', whole: first('tbody a') },
  { name: 'review-update', who: 'reviewer', path: '/review', whole: within('[data-criterion]') },
  {
    name: 'decided',
    who: 'reviewer',
    path: '/review/decided?unit=24688&unitKind=COMMUNE',
    whole: first('tbody a'),
  },
  {
    name: 'workforce-records',
    who: 'planner',
    path: '/workforce?unit=68&tab=records',
    whole: first('form fieldset, form input[type=date]'),
  },
  { name: 'operations-rounds', who: 'planner', path: '/operations', whole: first('tbody th') },
  {
    name: 'operations-plans',
    who: 'planner',
    path: '/operations?tab=plans',
    whole: first('tbody th'),
  },
  {
    name: 'operations-audit',
    who: 'planner',
    path: '/operations?tab=audit',
    whole: first('main h2, main h1'),
  },
  {
    name: 'operations-account',
    who: 'operator',
    path: '/operations?tab=accounts',
    whole: async (page) => {
      await page.locator('tbody a').last().click();
      await page.locator('summary').nth(1).click();
      await page.getByRole('form').nth(1).waitFor();
    },
  },
  {
    name: 'operations-accounts-without',
    who: 'planner',
    path: '/operations?tab=accounts&without=yes',
    whole: first('details input[type=checkbox]'),
  },
  {
    name: 'operations-keys',
    who: 'operator',
    path: '/operations?tab=keys',
    whole: async (page) => {
      const form = page.getByRole('form').last();
      await form.getByRole('textbox').first().fill('Một bảng theo dõi (minh hoạ)');
      await form.getByRole('button').click();
      await page.locator('summary').waitFor();
      await page.locator('tbody a').first().waitFor();
    },
  },
  {
    name: 'operations-health',
    who: 'operator',
    path: '/operations?tab=health',
    whole: first('tbody th'),
  },
  {
    name: 'operations-mail',
    who: 'operator',
    path: '/operations?tab=mail',
    whole: first('[role=alert]'),
  },
  {
    name: 'operations-webhooks',
    who: 'operator',
    path: '/operations?tab=webhooks',
    whole: async (page) => {
      const form = page.getByRole('form');
      await form.getByRole('textbox').first().fill('https://portal.example/changes');
      await form.getByRole('textbox').last().fill('Cổng dữ liệu (minh hoạ)');
      await form.getByRole('button').click();
      await page.locator('tbody th').first().waitFor();
    },
  },
];

needsBrowser('every page of the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
    await mkdir(PICTURES, { recursive: true });
  });
  afterAll(() => console.close());

  const SIZES = [
    ['a desk', 'vi', DESK],
    ['a phone', 'en', PHONE],
  ] as const;
  const everything = SIZES.flatMap(([size, language, viewport]) =>
    PAGES.map((shown) => [shown.name, size, { shown, language, viewport }] as const),
  );

  /** Who is signed in stays so, from page to page. */
  const pages = new Map<string, Page>();

  async function pageOf(who: string | undefined, language: 'vi' | 'en', viewport: typeof DESK) {
    const key = `${who} ${viewport.width}`;
    let page = pages.get(key);
    if (!page) {
      page = await console.open('/sign-in', { language, viewport });
      await watchShifts(page);
      if (who) await signIn(page, console.address, `${who}@demo.example`, PASSWORD);
      pages.set(key, page);
    }
    return page;
  }

  test.each(everything)(
    '%s fits %s, stays where it is while it comes, is read in the dark, can be used by keyboard, and has nothing that axe finds more than minor',
    async (name, _size, { shown, language, viewport }) => {
      const page = await pageOf(shown.who, language, viewport);
      await page.goto(console.address + shown.path);
      await shown.whole(page);
      expect(await shiftOf(page)).toBeLessThan(MOST_SHIFT);
      const path = `${PICTURES}/${name}-${viewport.width}.png`;
      await page.screenshot({ path, fullPage: true });
      expect(await problemsOf(page)).toEqual([]);
      expect(await sidewaysOf(page)).toBe(0);
      // Colours do not depend on the size.
      if (viewport === DESK) expect(await unreadInTheDark(page)).toEqual([]);
      // Where everything is can be gone to by keyboard alone, at a desk, where keyboards are.
      if (viewport === DESK) expect(await beyondKeyboard(page)).toEqual([]);
    },
  );
});
