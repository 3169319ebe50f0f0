import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { needsBrowser, PHONE, startConsole, type ConsoleHub } from './support/browser.js';

const DAK_NONG = '/?unit=67&kind=PROVINCE&on=2025-06-30';

/** A file that a button gives. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** What a picture shows: its size, its colour in the corner, how many colours there are, and how much is not white. */
const seenIn = (page: Page, png: Buffer) =>
  page.evaluate<{ width: number; height: number; corner: string; colours: number; drawn: number }>(
    `(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png.toString('base64')}';
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set();
      let drawn = 0;
      for (let at = 0; at < data.length; at += 4) {
        const colour = data[at] + ',' + data[at + 1] + ',' + data[at + 2];
        colours.add(colour);
        if (colour !== '255,255,255') drawn++;
      }
      return { width: canvas.width, height: canvas.height, corner: data.slice(0, 4).join(), colours: colours.size,
        drawn: drawn / (canvas.width * canvas.height) };
    })()`,
  );

needsBrowser('a picture that leaves the house', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
  });
  afterAll(() => console.close());

  test.each([
    ['a light screen', 'light', undefined],
    ['a dark screen', 'dark', undefined],
    ['a phone', 'light', PHONE],
  ] as const)(
    'says what it is of, of which day and from where, in the colours of paper: from %s',
    async (_name, colorScheme, viewport) => {
      const page = await console.open('/sign-in', { ...(viewport && { viewport }) });
      await page.emulateMedia({ colorScheme });
      await page.goto(console.address + DAK_NONG);
      await page.locator('figure svg').waitFor();
      const svg = await saved(page, 'Tải SVG');
      const text = svg.bytes.toString();
      const size = /^<svg[^>]* width="([\d.]+)"[^>]* height="([\d.]+)"/.exec(text);
      const [width, height] = [Number(size?.[1]), Number(size?.[2])];
      // A long text is in several lines.
      const said = [...text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
        .map(([, each]) => each)
        .join(' ');

      expect(svg.name).toBe('Tỉnh Đắk Nông Giáo dục phổ thông Cả bốn trụ cột.svg');
      for (const part of [
        'Tỉnh Đắk Nông Giáo dục phổ thông · Cả bốn trụ cột, đến 31/05/2025',
        'Số liệu minh hoạ – không phải số liệu chính thức',
        'Hoàn thành Đường đến chỉ tiêu 2030',
        'Cao nhất có thể',
        `Nguồn: ${console.address} (edu-dx-hub), lưu ngày 25/11/2026.`,
      ])
        expect(said).toContain(part);
      expect(text).not.toContain('var(');
      expect(text).toMatch(/<rect width="[\d.]+" height="[\d.]+" fill="rgb\(255, 255, 255\)"/);

      const png = await saved(page, 'Tải PNG');
      const seen = await seenIn(page, png.bytes);
      expect(png.name).toBe('Tỉnh Đắk Nông Giáo dục phổ thông Cả bốn trụ cột.png');
      expect(Math.abs(seen.width - 2 * width)).toBeLessThanOrEqual(2);
      expect(Math.abs(seen.height - 2 * height)).toBeLessThanOrEqual(2);
      expect(seen.corner).toBe('255,255,255,255');
      expect(seen.colours).toBeGreaterThan(20);
      expect(seen.drawn).toBeGreaterThan(0.02);
    },
  );

  test('speaks English', async () => {
    const page = await console.open(DAK_NONG, { language: 'en' });
    const text = (await saved(page, 'Download SVG')).bytes.toString();
    expect(text).toContain('General education · All four together, as of 31 May 2025');
    expect(text).toContain('Demonstration data – not official figures');
  });
});
