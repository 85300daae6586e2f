import assert from 'node:assert/strict';
import { test } from 'node:test';
import { useSite } from './site.ts';

const site = useSite(2);

test('the list shows experiments with notes and tags, the newest change first', async () => {
  await site.visit('', async ({ page }) => {
    const rows = page.getByRole('row');
    await rows.filter({ hasText: 'churn-classifier' }).getByText('Who leaves next month?').waitFor();
    await rows.filter({ hasText: 'churn-classifier' }).getByText('growth').waitFor();
    assert.match((await rows.nth(1).textContent()) ?? '', /next-idea/);
  });
});

test('a search narrows the list, and its address brings it back', async () => {
  await site.visit('', async ({ page }) => {
    await page.getByRole('searchbox', { name: 'Find by name' }).fill('CHURN');
    await page.getByRole('link', { name: 'hyperparameter-search' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('link', { name: 'churn-classifier' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'hyperparameter-search' }).count(), 0);

    await page.getByRole('searchbox', { name: 'Find by name' }).fill("it's nothing");
    await page.getByText('No active experiment has').waitFor();

    await page.getByRole('searchbox', { name: 'Find by name' }).fill("tags.team = 'platform'");
    await page.getByRole('link', { name: 'hyperparameter-search' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'churn-classifier' }).count(), 0);
    await page.getByRole('searchbox', { name: 'Find by name' }).fill("tags.team = 'nobody'");
    await page.getByText('No active experiment matches').waitFor();
  });
});

test('an experiment is created and opened; a taken name is refused with the reason', async () => {
  await site.visit('', async ({ page, expected }) => {
    await page.getByRole('button', { name: 'New experiment' }).click();
    await page.getByLabel('Name', { exact: true }).fill('fresh');
    await page.keyboard.press('Enter');
    await page.getByText('No runs yet').waitFor();
    await page.getByText('mlflow.set_experiment("fresh")').waitFor();

    expected.push(/400/);
    await page.goto(site.server.url);
    await page.getByRole('button', { name: 'New experiment' }).click();
    await page.getByLabel('Name', { exact: true }).fill('fresh');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('alert').getByText('already exists').waitFor();
  });
});

test('an experiment is renamed', async () => {
  await site.api('experiments/create', { name: 'mistyped' });
  await site.visit('', async ({ page }) => {
    await page.getByRole('button', { name: 'Actions for mistyped' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('Name', { exact: true }).fill('well-typed');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('link', { name: 'well-typed' }).waitFor();
  });
});

test('a note is written and its first line shown', async () => {
  await site.api('experiments/create', { name: 'noted' });
  await site.visit('', async ({ page }) => {
    await page.getByRole('button', { name: 'Actions for noted' }).click();
    await page.getByRole('menuitem', { name: 'Edit note' }).click();
    await page.getByLabel('Markdown').fill('# Title\n\nWhat it is **about**.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('What it is about.').waitFor();
  });
});

test('a deleted experiment comes back by undo, or from among the deleted', async () => {
  await site.api('experiments/create', { name: 'doomed' });
  await site.visit('', async ({ page }) => {
    const link = page.getByRole('link', { name: 'doomed' });
    const remove = async () => {
      await page.getByRole('button', { name: 'Actions for doomed' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await link.waitFor({ state: 'detached' });
    };
    await remove();
    await page.getByRole('button', { name: 'Undo' }).click();
    await link.waitFor();

    await remove();
    await page.getByText('Deleted', { exact: true }).click();
    await link.waitFor();
    await page.getByRole('button', { name: 'Actions for doomed' }).click();
    await page.getByRole('menuitem', { name: 'Restore' }).click();
    await link.waitFor({ state: 'detached' });
    await page.getByText('Active', { exact: true }).click();
    await link.waitFor();
  });
});

test('runs of several experiments stand in one table, and the view keeps them', async () => {
  await site.visit('', async ({ page }) => {
    await page.getByLabel('Select churn-classifier').check();
    await page.getByLabel('Select hyperparameter-search').check();
    await page.getByRole('button', { name: 'Show the runs of 2 experiments together' }).click();
    await page.getByRole('link', { name: 'train-0001' }).waitFor();
    await page.getByRole('link', { name: 'sweep-1' }).waitFor();
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'train-0001' }) });
    await row.getByText('churn-classifier').waitFor();

    await page.getByRole('combobox', { name: 'Filter runs' }).fill('train-');
    await page.getByRole('link', { name: 'sweep-1' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('link', { name: 'train-0001' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'sweep-1' }).count(), 0);
  });
});
