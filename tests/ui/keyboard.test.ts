// From the list of experiments to a comparison and back, without a pointer.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { useSite } from './site.ts';

const site = useSite(40);

type Role = Parameters<Page['getByRole']>[0];

async function focused(page: Page, role: Role, name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let tries = 0; tries < 60; tries++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.waitForTimeout(50);
  }
  assert.fail(`the ${role} ${name} has not the focus`);
}

/** Tabs on until something of this role and name has the focus. */
async function tabTo(page: Page, role: Role, name: string, most = 40): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  for (let tries = 0; tries < most; tries++) {
    if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${most} tabs do not lead to the ${role} ${name}`);
}

test('experiments are found, filtered, selected and compared by keyboard alone', async () => {
  await site.visit('', async ({ page }) => {
    await page.getByRole('link', { name: 'churn-classifier' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('churn');
    await page.getByRole('link', { name: 'next-idea' }).waitFor({ state: 'detached' });
    await tabTo(page, 'link', 'churn-classifier');
    await page.keyboard.press('Enter');

    await page.getByRole('link', { name: 'train-0040' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('opti');
    await page.getByRole('option', { name: 'params.optimizer' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('= ');
    await page.getByRole('option', { name: "'adam'" }).waitFor();
    await page.keyboard.type("'adam'");
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('searchFilter'));

    await tabTo(page, 'grid', 'Runs');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('2 runs selected').waitFor();
    await tabTo(page, 'button', 'Compare');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '2 runs side by side' }).waitFor();
    await page.goBack();
    await page.getByRole('grid', { name: 'Runs' }).waitFor();
  });
});

test('columns, groups, conditions, views and exports are menus of keys', async () => {
  await site.visit(`#/experiments/${site.seeded.training}`, async ({ page }) => {
    await page.getByRole('link', { name: 'train-0040' }).waitFor();
    await tabTo(page, 'button', 'Group');
    await page.keyboard.press('Enter');
    await focused(page, 'searchbox', 'Group by');
    await page.keyboard.type('optimizer');
    await tabTo(page, 'checkbox', 'optimizer');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page
      .getByRole('row', { name: /optimizer: adam/ })
      .first()
      .waitFor();
    await tabTo(page, 'button', 'Columns');
    await page.keyboard.press('Enter');
    await focused(page, 'searchbox', 'Find a column');
    await page.keyboard.type('f1');
    await tabTo(page, 'checkbox', 'f1');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'f1' }).waitFor({ state: 'detached' });
    await tabTo(page, 'button', 'Export all runs of this filter');
    await page.keyboard.press('Enter');
    await focused(page, 'menuitem', 'All as CSV');
    await page.keyboard.press('End');
    await focused(page, 'menuitem', 'Code for this search…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Code for this search' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // A dialog begins in its first field, and gives the focus back.
    await tabTo(page, 'button', 'Actions for churn-classifier');
    await page.keyboard.press('Enter');
    await focused(page, 'menuitem', 'Rename');
    await page.keyboard.press('Enter');
    await focused(page, 'textbox', 'Name');
    await page.keyboard.press('Escape');
    await focused(page, 'button', 'Actions for churn-classifier');
  });
});
