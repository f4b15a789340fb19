import type { Page } from 'playwright-core';
import { settled } from '../support/settled.ts';
import { drawn, type Hand } from './hand.ts';

/** Opens the task of a stage in somebody's inbox, told by the words of its row. */
async function openTask(page: Page, ...words: readonly string[]): Promise<void> {
  const row = words.reduce((rows, hasText) => rows.filter({ hasText }), page.locator('[data-task]')).first();
  await row.click();
  await page
    .getByRole('link', { name: '打开办理' })
    .or(page.getByRole('button', { name: '打开办理' }))
    .first()
    .click();
  await page.waitForURL(/\/tasks\//);
  await settled(page);
}

async function confirm(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: `确认${act}` }).click();
  await page
    .getByText(/已办理/)
    .first()
    .waitFor();
}

/** Approves what waits in a stage, from the inbox; the row tells the stage and, of a claim, the amount. */
export async function approve(hand: Hand, login: string, ...words: readonly string[]): Promise<void> {
  const page = await hand.next(login, '/inbox');
  await openTask(page, ...words);
  if (words[0] !== '权限开通') await drawn(page);
  await hand.picture(`case-${login}-${words[0]}`);
  await page.getByRole('region', { name: '办理' }).getByRole('button', { name: '通过', exact: true }).click();
  await confirm(page, '通过');
}

/** 财政复审 ends with a signature, too: the officer proves anew who it is and finds the same dialog again. */
export async function approveAndSign(hand: Hand, login: string, ...words: readonly string[]): Promise<void> {
  const page = await hand.next(login, '/inbox');
  await openTask(page, ...words);
  await drawn(page);
  await hand.picture(`case-${login}-${words[0]}`);
  await page.getByRole('region', { name: '办理' }).getByRole('button', { name: '通过', exact: true }).click();
  await hand.prove();
  await confirm(page, '通过');
}

/** 签字: a person's signature under what is on the screen, after password and one-time code. */
export async function sign(hand: Hand, login: string): Promise<void> {
  const page = await hand.next(login, '/inbox');
  await openTask(page, '经办签字');
  await page.getByText('签字材料包').first().waitFor();
  await drawn(page);
  await hand.picture(`sign-${login}`);
  await page.getByText('独立复算金额').first().waitFor();
  await page.getByRole('region', { name: '办理' }).getByRole('button', { name: '签字', exact: true }).click();
  await page.getByRole('button', { name: '确认签字' }).click();
  await page.getByRole('alert').filter({ hasText: '须用密码和动态码登录' }).waitFor();
  await hand.mustBeAccessible();
  await hand.picture(`sign-asked-${login}`);
  await hand.prove();
  await page.getByText('本次登录已验证密码和动态码').waitFor();
  await hand.mustBeAccessible();
  await confirm(page, '签字');
}

/** Whoever has signed finds no way to sign, and reads why. */
export async function cannotSignAgain(hand: Hand, login: string): Promise<void> {
  const page = await hand.be(login, '/inbox');
  await page.locator('[data-task]').filter({ hasText: '经办签字' }).first().click();
  await page.getByText('同一自然人不能在同一申领上签字两次').waitFor();
  await hand.picture('signed-before');
}
