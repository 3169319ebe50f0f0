import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { needsBrowser, signIn, startConsole, until, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, PASSWORD } from './support/console-accounts.js';

needsBrowser('finding one’s way in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  test.each([
    ['school', 'THPT'],
    ['reviewer', 'Báo cáo chờ duyệt'],
    ['planner', 'Tình hình Tỉnh Lâm Đồng'],
    ['operator', 'Hệ thống'],
  ])('after signing in a %s is on their own task', async (who, task) => {
    const page = await console.open('/sign-in');
    await page.locator('input[name=email]').fill(`${who}@demo.example`);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('button[type=submit]').click();
    await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    await page.getByRole('heading', { level: 2, name: task }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/home');
    expect(await page.title()).toBe('Việc cần làm · Chuyển đổi số giáo dục');
  });

  test('a tab of the operations has its own name in the window and the history', async () => {
    const page = await console.open('/sign-in');
    await signIn(
      page,
      console.address,
      'operator@demo.example',
      PASSWORD,
      '/operations?tab=health',
    );
    const named = (name: string) => until(async () => (await page.title()) === name);
    await named('Tình trạng hệ thống · Điều hành · Chuyển đổi số giáo dục');
    await page.getByRole('tab', { name: 'Webhook' }).click();
    await named('Webhook · Điều hành · Chuyển đổi số giáo dục');
  });

  test('a school sees first what is due, and the way to it', async () => {
    const page = await console.open('/sign-in');
    await signIn(page, console.address, 'school@demo.example', PASSWORD, '/reports');
    const task = page.getByRole('alert').or(page.locator('.mantine-Alert-root')).first();
    await task.getByText(/chưa bắt đầu báo cáo|báo cáo chưa nộp|báo cáo bị trả lại/).waitFor();
    await task.getByText('Hạn nộp').waitFor();
    await task.getByRole('link', { name: 'Mở báo cáo' }).click();
    await page.getByRole('heading', { level: 1 }).and(page.locator(':focus')).waitFor();
  });

  test('the way up, down and aside keeps the day and what was chosen', async () => {
    const page = await console.open('/');
    const chosen = 'on=2025-06-30&basis=AS_REPORTED&of=GENERAL_EDUCATION&in=DIGITAL_OPERATIONS';
    const leadsTo = (path: string, view: string) => (url: URL) =>
      url.pathname === path && url.search === `?${view}`;
    await page.goto(`${console.address}/?unit=67&kind=PROVINCE&${chosen}`);

    const below = page.locator('section :is(tbody, ol) a').first();
    const name = await below.innerText();
    await below.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const unit = new URL(page.url()).searchParams.get('unit')!;
    const kind = new URL(page.url()).searchParams.get('kind')!;
    expect(new URL(page.url()).search).toBe(`?unit=${unit}&kind=${kind}&${chosen}`);

    const menu = page.getByRole('navigation', { name: 'Trình đơn' });
    await menu.getByRole('link', { name: 'Từ đây đến chỉ tiêu' }).click();
    await page.waitForURL(leadsTo('/target', `unit=${unit}&kind=${kind}&${chosen}`));
    const above = page.getByRole('navigation', { name: 'Thuộc' });
    await above.getByRole('link', { name }).waitFor();
    expect(await above.getByRole('link').allInnerTexts()).toEqual(['Tỉnh Đắk Nông', name]);

    await above.getByRole('link').first().click();
    await page.waitForURL(leadsTo('/', `unit=67&kind=PROVINCE&${chosen}`));
    await page.getByRole('heading', { level: 1, name: 'Tỉnh Đắk Nông' }).waitFor();
    expect(await above.count()).toBe(0);

    await menu.getByRole('link', { name: 'Cơ sở giáo dục' }).click();
    await page.waitForURL(/\/institutions$/);
  });

  test('above an institution stand its unit and the list of those there', async () => {
    const page = await console.open('/institutions/DN-THPT-01');
    const above = page.getByRole('navigation', { name: 'Thuộc' });
    await above.getByRole('link', { name: 'Cơ sở giáo dục' }).click();
    await page.getByRole('link', { name: /THPT/ }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/institutions');
    await page.goBack();

    await above.getByRole('link').first().click();
    await page.locator('figure, section').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('an address that is none has a page of the hub, with status 404', async () => {
    const page = await console.open('/');
    const answer = await page.goto(`${console.address}/abc`);
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { name: 'Không có trang này' }).waitFor();
    await page.getByRole('link', { name: 'Về trang tổng quan' }).click();
    await page.getByRole('heading', { name: 'Tỉnh Lâm Đồng' }).waitFor();
    const program = await console.hub.server.inject({ url: '/abc' });
    expect([program.statusCode, program.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
  });

  test('a hub that fails says that it is the hub, and not the network', async () => {
    const page = await console.open('/sign-in');
    await page.route('**/graphql', (route) =>
      route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Bad</h1>' }),
    );
    await page.goto(`${console.address}/institutions`);
    await page.getByText('Hệ thống gặp lỗi, không phải do mạng').first().waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByRole('button', { name: 'Thử lại' }).first().click();
    await page.locator('tbody a').first().waitFor();
  });
});
