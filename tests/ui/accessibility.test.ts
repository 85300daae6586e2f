// Every page in both themes and on a phone, against WCAG 2.2 AA as far as a program can tell. Leaves a picture of each.

import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './site.ts';
import { checkPage, kDesktop, kPhone } from './visit.ts';

const site = useSite(60);

interface Shown {
  name: string;
  hash: () => Promise<string> | string;
  ready: (page: Page) => Promise<unknown>;
}

async function newest(count: number): Promise<string[]> {
  const { runs } = (await site.api('runs/search', {
    experiment_ids: [site.seeded.training],
    max_results: count,
  })) as { runs: { info: { run_id: string } }[] };
  return runs.map((run) => run.info.run_id);
}

const training = (rest = '') => `#/experiments/${site.seeded.training}${rest}`;

const kPages: Shown[] = [
  {
    name: 'experiments',
    hash: () => '',
    ready: (page) => page.getByRole('link', { name: 'churn-classifier' }).waitFor(),
  },
  { name: 'runs', hash: () => training(), ready: (page) => page.getByRole('link', { name: 'train-0060' }).waitFor() },
  {
    name: 'runs-selected',
    hash: () => training(),
    ready: (page) => page.getByLabel('Select train-0059').click(),
  },
  {
    name: 'runs-filtered',
    hash: () => training(),
    ready: async (page) => {
      await page.getByRole('combobox', { name: 'Filter runs' }).fill("metrics.auc > 0.6 AND params.optimizer = 'a");
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'runs-columns',
    hash: () => training(),
    ready: async (page) => {
      await page.getByRole('link', { name: 'train-0060' }).waitFor();
      await page.getByRole('button', { name: 'Columns' }).click();
    },
  },
  {
    name: 'runs-charts',
    hash: () => training('?panes=both'),
    ready: (page) => page.getByRole('article').first().getByRole('listitem').first().waitFor(),
  },
  {
    name: 'runs-grouped',
    hash: () => training('?table={"groupBy":["params.optimizer"],"curves":["metrics.lr"]}'),
    ready: (page) =>
      page
        .getByRole('row', { name: /optimizer: / })
        .first()
        .getByRole('button', { name: 'Open' })
        .click(),
  },
  {
    name: 'runs-nested',
    hash: () => `#/experiments/${site.seeded.search}`,
    ready: (page) => page.getByRole('button', { name: 'Open' }).first().click(),
  },
  {
    name: 'runs-conditions',
    hash: () => training('?searchFilter=metrics.auc > 0.6'),
    ready: (page) => page.getByRole('button', { name: 'Conditions (1)' }).click(),
  },
  {
    name: 'runs-menu',
    hash: () => training(),
    ready: async (page) => {
      await page.getByRole('link', { name: 'train-0060' }).waitFor();
      await page.getByRole('grid').focus();
      for (const key of ['ArrowUp', 'ArrowRight', 'Alt+ArrowDown']) await page.keyboard.press(key);
      await page.getByRole('menuitem', { name: 'Hide' }).waitFor();
    },
  },
  {
    name: 'runs-plots',
    hash: () =>
      training(
        `?panes=charts&charts={"plots":[{"kind":"scatter","x":"params.depth","y":"metrics.auc","colour":"metrics.auc"},{"kind":"importance","metric":"metrics.auc"},{"kind":"parallel","axes":["params.depth","params.optimizer","metrics.auc"],"colour":"metrics.auc"}]}`,
      ),
    ready: (page) => page.getByRole('img', { name: 'Parallel coordinates' }).waitFor(),
  },
  {
    name: 'palette',
    hash: () => training(),
    ready: async (page) => {
      await page.getByRole('link', { name: 'train-0060' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('train-00');
      await page.getByRole('option', { name: /train-0059/ }).waitFor();
    },
  },
  {
    name: 'help',
    hash: () => '',
    ready: async (page) => {
      await page.getByRole('link', { name: 'churn-classifier' }).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'experiments-together',
    hash: () => `#/compare-experiments/s?experiments=["${site.seeded.training}","${site.seeded.search}"]`,
    ready: (page) => page.getByRole('link', { name: 'sweep-1' }).waitFor(),
  },
  {
    name: 'dialog',
    hash: () => '',
    ready: (page) => page.getByRole('button', { name: 'New experiment' }).click(),
  },
  {
    name: 'no-runs',
    hash: () => `#/experiments/${site.seeded.empty}`,
    ready: (page) => page.getByText('No runs yet').waitFor(),
  },
  {
    name: 'run',
    hash: async () => training(`/runs/${(await newest(1))[0]}`),
    ready: (page) => page.getByRole('row', { name: /val\/loss/ }).waitFor(),
  },
  {
    name: 'run-charts',
    hash: async () => training(`/runs/${(await newest(1))[0]}/model-metrics`),
    ready: (page) => page.locator('canvas').first().waitFor(),
  },
  {
    name: 'compare',
    hash: async () => `#/compare-runs?runs=${JSON.stringify(await newest(4))}&experiments=["${site.seeded.training}"]`,
    ready: (page) => page.getByRole('rowheader', { name: 'val/loss' }).waitFor(),
  },
  { name: 'unknown', hash: () => '#/nowhere', ready: (page) => page.getByText('There is no page').waitFor() },
];

for (const { name, hash, ready } of kPages) {
  test(`${name} in both themes`, async () => {
    await site.visit(
      await hash(),
      async ({ page }) => {
        await ready(page);
        await checkPage(page, `${name}-light`);
        await page.emulateMedia({ colorScheme: 'dark' });
        await checkPage(page, `${name}-dark`);
      },
      { ...kDesktop, colorScheme: 'light' },
    );
  });
  test(`${name} on a phone`, async () => {
    await site.visit(
      await hash(),
      async ({ page }) => {
        await ready(page);
        await checkPage(page, `${name}-phone`);
      },
      kPhone,
    );
  });
}
