// What works on every page: the palette, the help, the theme, saved views.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useSite } from './site.ts';
import { kDesktop } from './visit.ts';

const site = useSite(12);
const training = () => `#/experiments/${site.seeded.training}`;

test('the palette finds experiments and runs by name, and runs by id', async () => {
  await site.visit('', async ({ page }) => {
    await page.getByRole('link', { name: 'churn-classifier' }).waitFor();
    const box = page.getByRole('combobox', { name: 'Search for experiments' });
    await page.keyboard.press('Control+k');
    await box.fill('churn');
    await page.getByRole('option', { name: /churn-classifier/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'train-0012' }).waitFor();

    await page.getByRole('button', { name: 'Search' }).click();
    await box.fill('trial-2-4');
    await page.getByRole('option', { name: /trial-2-4/ }).click();
    await page.getByRole('heading', { name: 'trial-2-4' }).waitFor();
    const id = page.url().split('/').at(-1) ?? '';

    await page.goto(`${site.server.url}${training()}`);
    await page.keyboard.press('Control+k');
    await box.fill(id);
    await page.getByRole('option', { name: /trial-2-4/ }).waitFor();
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
  });
});

test('the palette runs commands', async () => {
  await site.visit('', async ({ page }) => {
    await page.getByRole('link', { name: 'churn-classifier' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dark');
    await page.getByRole('option', { name: 'Dark theme' }).waitFor();
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  });
});

// As wide as all its columns.
const kWide = { viewport: { width: 2600, height: 900 } };

test('times are told as time passed or as dates, as chosen', async () => {
  await site.visit(
    training(),
    async ({ page }) => {
      const time = page.getByRole('row', { name: /train-0012/ }).locator('time');
      await time.waitFor();
      const date = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;
      assert.doesNotMatch((await time.textContent()) ?? '', date);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('times as dates');
      await page.getByRole('option', { name: /Times as dates/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      assert.match((await time.textContent()) ?? '', date);
      await page.reload();
      await time.waitFor();
      assert.match((await time.textContent()) ?? '', date);
    },
    kWide,
  );
});

test('the help opens by its key, and the filter by its own', async () => {
  await site.visit(training(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0012' }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.type('train-0003?');
    assert.equal(await page.getByRole('combobox', { name: 'Filter runs' }).inputValue(), 'train-0003?');
  });
});

test('the theme follows the system until it is chosen, and the choice stays', async () => {
  const dark = { ...kDesktop, colorScheme: 'dark' as const };
  await site.visit(
    '',
    async ({ page }) => {
      const lightness = () =>
        page.evaluate(() => {
          const probe = document.createElement('canvas').getContext('2d');
          if (!probe) throw new Error('no canvas');
          probe.fillStyle = getComputedStyle(document.body).backgroundColor;
          probe.fillRect(0, 0, 1, 1);
          return probe.getImageData(0, 0, 1, 1).data[0] ?? 0;
        });
      assert.ok((await lightness()) < 60);
      await page.getByRole('button', { name: 'Theme: as the system' }).click();
      assert.ok((await lightness()) > 200);
      await page.reload();
      await page.getByRole('button', { name: 'Theme: light' }).waitFor();
      assert.ok((await lightness()) > 200);
    },
    dark,
  );
});

test('a view is kept by name, for everybody, and dropped again', async () => {
  await site.visit(`${training()}?searchFilter=train-000&orderByKey=metrics.auc&orderByAsc=true`, async ({ page }) => {
    await page.getByRole('link', { name: 'train-0003' }).waitFor();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByLabel('Keep this view as').fill('first ten');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('button', { name: 'first ten' }).waitFor();
  });
  await site.visit(training(), async ({ page }) => {
    await page.getByRole('link', { name: 'train-0012' }).waitFor();
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('link', { name: 'first ten' }).click();
    await page.getByRole('link', { name: 'train-0012' }).waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('combobox', { name: 'Filter runs' }).inputValue(), 'train-000');
    await page.getByRole('button', { name: 'first ten' }).click();
    await page.getByRole('button', { name: 'Remove the view first ten' }).click();
    await page.getByRole('link', { name: 'first ten' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'first ten' }).click();
    await page.getByRole('button', { name: 'Remove the view first ten' }).click();
    await page.getByRole('link', { name: 'first ten' }).waitFor({ state: 'detached' });
  });
});

test('a note of the experiment is read beside its runs', async () => {
  await site.visit(training(), async ({ page }) => {
    await page.getByRole('button', { name: 'Note', exact: true }).click();
    await page.getByRole('heading', { name: 'Churn' }).waitFor();
    await page.locator('strong', { hasText: 'AUC above 0.9' }).waitFor();
  });
});

test('without a server the app says so and goes on when it is back', async () => {
  await site.visit('', async ({ page, expected }) => {
    await page.getByRole('link', { name: 'churn-classifier' }).waitFor();
    expected.push(/ERR_FAILED/);
    await page.route('**/ajax-api/**', (route) => route.abort());
    await page.getByRole('link', { name: 'hyperparameter-search' }).click();
    await page.getByText('No answer from the server').waitFor({ timeout: 20_000 });
    await page.unroute('**/ajax-api/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'sweep-1' }).waitFor();
  });
});
