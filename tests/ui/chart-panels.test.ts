// How charts are arranged, read and saved, and the charts across runs.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { useSite } from './site.ts';
import { kDesktop, picture } from './visit.ts';

const site = useSite(60);
const here = (rest: string) => `#/experiments/${site.seeded.training}?${rest}`;
const panel = (page: Page, name: string) => page.getByRole('article', { name, exact: true });

async function pick(page: Page, chart: Locator, item: string): Promise<void> {
  await chart.getByRole('button', { name: /^Chart of|^Contour|^Scatter|^Boxes|^Parallel|^What goes/ }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function saved(page: Page, chart: Locator, form: 'PNG' | 'SVG' | 'CSV'): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await pick(page, chart, `Save as ${form}`);
  return readFile(await (await coming).path());
}

const order = (page: Page) =>
  page
    .getByRole('region', { name: 'Metrics', exact: true })
    .getByRole('article')
    .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));

test('panels are moved and resized, and each experiment keeps how', async () => {
  await site.visit(here('panes=charts'), async ({ page }) => {
    await panel(page, 'auc').getByRole('listitem').first().waitFor();
    assert.deepEqual(await order(page), ['auc', 'auc_ratio', 'f1', 'lr']);
    await pick(page, panel(page, 'auc'), 'Move right');
    assert.deepEqual((await order(page)).slice(0, 2), ['auc_ratio', 'auc']);

    // By dragging its head onto another.
    await panel(page, 'lr').getByRole('heading').dragTo(panel(page, 'auc_ratio'));
    await page.waitForFunction(
      () => document.querySelector('[aria-label="Metrics"] article')?.getAttribute('aria-label') === 'lr',
    );

    const before = await panel(page, 'lr').boundingBox();
    await pick(page, panel(page, 'lr'), 'Wider');
    await pick(page, panel(page, 'lr'), 'Higher');
    const after = await panel(page, 'lr').boundingBox();
    assert.ok(before && after && after.width > before.width * 1.9 && after.height > before.height * 1.9);

    // By its corner, back to the usual.
    await page.mouse.move(after.x + after.width - 4, after.y + after.height - 4);
    await page.mouse.down();
    await page.mouse.move(after.x + before.width - 20, after.y + before.height - 20, { steps: 5 });
    await page.mouse.up();
    const small = await panel(page, 'lr').boundingBox();
    assert.ok(small && Math.abs(small.width - before.width) < 2 && Math.abs(small.height - before.height) < 2);
    await pick(page, panel(page, 'lr'), 'Larger');

    // Another way to the same experiment: what this browser kept.
    await page.goto(site.server.url);
    await page.getByRole('link', { name: 'churn-classifier' }).click();
    await panel(page, 'lr').waitFor();
    assert.deepEqual((await order(page)).slice(0, 3), ['lr', 'auc_ratio', 'auc']);
    assert.ok(((await panel(page, 'lr').boundingBox())?.height ?? 0) > 500);
  });
});

test('values are pinned by a click, and names stand under the charts', async () => {
  await site.visit(here('panes=charts'), async ({ page }) => {
    const loss = panel(page, 'train/loss');
    await loss.scrollIntoViewIfNeeded();
    await loss.locator('canvas').waitFor();
    const box = await loss.locator('canvas').boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await loss.getByText(/^step \d+/).waitFor();
    await page.mouse.down();
    await page.mouse.up();
    const place = await loss.getByText(/^step \d+/).textContent();
    await page.mouse.move(box.x + box.width / 4, box.y + 20);
    assert.equal(await loss.getByText(/^step \d+/).textContent(), place);
    await loss.getByRole('button', { name: 'Unpin' }).click();
    await page.mouse.move(10, 10);
    await loss.getByText(/^step \d+/).waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Drawing' }).click();
    await page.getByRole('checkbox', { name: 'Names under each chart' }).check();
    await page.keyboard.press('Escape');
    const names = loss.getByRole('list', { name: 'Names of the curves' });
    assert.equal(await names.getByRole('listitem').count(), 10);
    await names.getByRole('listitem').first().hover();
    await picture(page, 'charts-legend-light');
  });
});

test('groups are drawn of all their runs, as means, curves or boxes', async () => {
  const grouped = here(`panes=charts&table=${encodeURIComponent(JSON.stringify({ groupBy: ['params.optimizer'] }))}`);
  for (const scheme of ['light', 'dark'] as const) {
    await site.visit(
      grouped,
      async ({ page }) => {
        await page.getByRole('button', { name: 'Drawing' }).click();
        await page.getByText('Boxes', { exact: true }).click();
        await page.keyboard.press('Escape');
        const boxes = panel(page, 'auc').getByRole('img', { name: 'auc of 4 groups' });
        await boxes.waitFor();
        const counts = await boxes.locator('title').allTextContents();
        const runs = counts.map((text) => Number(/: (\d+) runs/.exec(text)?.[1]));
        assert.equal(
          runs.reduce((sum, count) => sum + count, 0),
          60,
          'no run is left out',
        );
        const csv = (await saved(page, panel(page, 'auc'), 'CSV')).toString();
        assert.equal(csv.trimEnd().split('\r\n').length, 61);
        assert.match((await saved(page, panel(page, 'auc'), 'SVG')).toString(), /^<svg[\s\S]*<rect[\s\S]*adam/);
        await picture(page, `charts-boxes-${scheme}`);
      },
      { ...kDesktop, colorScheme: scheme },
    );
  }
});

test('a contour shows a metric over two parameters', async () => {
  const plots = [{ kind: 'contour', x: 'params.learning_rate', y: 'params.depth', z: 'metrics.auc' }];
  const hash = here(`panes=charts&charts=${encodeURIComponent(JSON.stringify({ plots }))}`);
  for (const scheme of ['light', 'dark'] as const) {
    await site.visit(
      hash,
      async ({ page }) => {
        const contour = panel(page, 'Contour');
        await contour.getByRole('img').locator('circle').first().waitFor();
        assert.equal(await contour.locator('circle').count(), 60);
        assert.ok((await contour.locator('path').count()) >= 8, 'lines of equal height');
        await contour.locator('circle').first().dispatchEvent('mouseover');
        await contour.getByLabel('Height').selectOption({ label: 'f1' });
        await contour.getByRole('img', { name: /f1/ }).waitFor();
        await picture(page, `charts-contour-${scheme}`);
      },
      { ...kDesktop, colorScheme: scheme },
    );
  }
});

test('every chart is saved as PNG, SVG and CSV', async () => {
  const plots = [
    { kind: 'scatter', x: 'params.depth', y: 'metrics.auc', colour: 'metrics.f1' },
    { kind: 'parallel', axes: ['params.depth', 'params.optimizer', 'metrics.auc'], colour: '' },
    { kind: 'contour', x: 'params.learning_rate', y: 'params.depth', z: 'metrics.auc' },
    { kind: 'box', metric: 'metrics.auc', by: 'params.optimizer' },
    { kind: 'importance', metric: 'metrics.auc' },
  ];
  await site.visit(here(`panes=charts&charts=${encodeURIComponent(JSON.stringify({ plots }))}`), async ({ page }) => {
    const charts = [
      'Scatter',
      'Parallel coordinates',
      'Contour',
      'Boxes of groups',
      'What goes with a metric',
      'auc',
      'val/loss',
    ];
    for (const name of charts) {
      const chart = panel(page, name);
      await chart.scrollIntoViewIfNeeded();
      await chart.locator('svg[role=img] *, ol li, canvas').first().waitFor();
      const png = await saved(page, chart, 'PNG');
      assert.equal(png.subarray(1, 4).toString(), 'PNG', name);
      const svg = (await saved(page, chart, 'SVG')).toString();
      assert.match(svg, /^<svg[\s\S]+<(path|circle|rect)[\s\S]+<\/svg>\s*$/, name);
      assert.doesNotMatch(svg, /var\(--/, 'colours are written out');
      const lines = (await saved(page, chart, 'CSV')).toString().trimEnd().split('\r\n');
      assert.match(lines[0] ?? '', /^run_id,run_name,/, name);
      assert.ok(lines.length > 10, name);
    }
  });
});
