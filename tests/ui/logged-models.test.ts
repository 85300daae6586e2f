// The models that runs logged, as an experiment's list and as pages.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { kMlModel } from './files.ts';
import { type Site, useSite } from './site.ts';
import { checkPage, kDesktop, kPhone } from './visit.ts';

let run = '';
let model = '';

async function logModels(site: Site): Promise<void> {
  const found = (await site.api('runs/search', { experiment_ids: [site.seeded.training], max_results: 1 })) as {
    runs: { info: { run_id: string } }[];
  };
  run = found.runs[0]?.info.run_id ?? '';
  for (const [index, name] of ['first-try', 'better'].entries()) {
    const made = (await site.api('logged-models', {
      experiment_id: site.seeded.training,
      name,
      model_type: 'classifier',
      source_run_id: run,
      params: [{ key: 'depth', value: String(3 + index) }],
      tags: [{ key: 'team', value: 'growth' }],
    })) as { model: { info: { model_id: string; artifact_uri: string } } };
    const { model_id: id, artifact_uri: root } = made.model.info;
    model = id;
    await site.api('runs/log-metric', { run_id: run, model_id: id, key: 'auc', value: 0.8 + index / 10, timestamp: 1 });
    const address = root.replace('mlflow-artifacts:', `${site.server.api}/api/2.0/mlflow-artifacts/artifacts`);
    await fetch(`${address}/MLmodel`, { method: 'PUT', body: kMlModel });
    await fetch(`${site.server.api}/api/2.0/mlflow/logged-models/${id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ model_id: id, status: 'LOGGED_MODEL_READY' }),
    });
  }
}

async function register(site: Site): Promise<void> {
  await logModels(site);
  await site.api('registered-models/create', { name: 'churn' });
  await site.api('model-versions/create', { name: 'churn', source: `models:/${model}`, model_id: model });
}

const site = useSite(2, { prepare: register });
const list = () => `#/experiments/${site.seeded.training}/models`;

test('an experiment lists its models with their metrics', async () => {
  await site.visit(`#/experiments/${site.seeded.training}`, async ({ page }) => {
    await page.getByRole('link', { name: 'Logged models' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'better' }) });
    await row.getByText('0.9').waitFor();
    await row.getByText('Ready').waitFor();
    await row.getByText('classifier').waitFor();
    await row.getByRole('link', { name: 'train-0002' }).waitFor();
    assert.equal(await page.getByRole('row').count(), 3);
    await page.getByRole('searchbox', { name: 'Find by name' }).fill('BET');
    await page.getByRole('link', { name: 'first-try' }).waitFor({ state: 'detached' });
    await row.waitFor();
    await page.getByRole('searchbox', { name: 'Find by name' }).fill('no such');
    await page.getByText('No logged model has').waitFor();
  });
  await site.visit(`#/experiments/${site.seeded.empty}/models`, ({ page }) =>
    page.getByText('No models logged').waitFor(),
  );
});

test('a model has its parameters, metrics, signature, tags and files', async () => {
  await site.visit(list(), async ({ page }) => {
    await page.getByRole('link', { name: 'better' }).click();
    await page.getByRole('heading', { name: 'better' }).waitFor();
    await page.getByRole('row', { name: /visits double/ }).waitFor();
    await page.getByRole('row', { name: /^depth 4/ }).waitFor();
    await page.getByRole('row', { name: /^auc 0.9/ }).waitFor();
    await page.getByRole('link', { name: 'train-0002' }).waitFor();
    await page.getByText(`mlflow.pyfunc.load_model("models:/${model}")`).waitFor();
    await page.getByRole('region', { name: 'Registered as' }).getByRole('link', { name: 'churn, version 1' }).waitFor();
    await page.getByRole('button', { name: 'Add tag' }).click();
    await page.getByLabel('Key').fill('checked');
    await page.getByLabel('Value').fill('yes');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'checked: yes' }).click();
    await page.getByRole('button', { name: 'Remove this tag' }).click();
    await page.getByRole('button', { name: 'checked: yes' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Artifacts' }).click();
    await page.getByRole('treeitem', { name: /^MLmodel/ }).click();
    await page.getByText('python_function, sklearn').waitFor();
    assert.match(page.url(), /artifacts\/MLmodel$/);
  });
});

test('a run links to the models that it logged', async () => {
  await site.visit(`#/experiments/${site.seeded.training}/runs/${run}`, async ({ page }) => {
    await page.getByRole('link', { name: 'better' }).click();
    await page.getByRole('heading', { name: 'better' }).waitFor();
  });
});

test('the pages of logged models are accessible in both themes and on a phone', async () => {
  const pages: [name: string, hash: string, ready: (page: Page) => Promise<void>][] = [
    ['logged-models', list(), (page) => page.getByRole('link', { name: 'better' }).waitFor()],
    ['logged-model', `${list()}/${model}`, (page) => page.getByRole('row', { name: /visits/ }).waitFor()],
  ];
  for (const [name, hash, ready] of pages) {
    const looks = [
      ['light', { ...kDesktop, colorScheme: 'light' }],
      ['dark', { ...kDesktop, colorScheme: 'dark' }],
      ['phone', kPhone],
    ] as const;
    for (const [look, options] of looks) {
      await site.visit(
        hash,
        async ({ page }) => {
          await ready(page);
          await checkPage(page, `${name}-${look}`);
        },
        options,
      );
    }
  }
});
