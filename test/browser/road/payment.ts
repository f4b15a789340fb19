import { settled } from '../support/settled.ts';
import { confirmed, type Hand } from './hand.ts';

/** One person builds the batch and cannot release it; another compares and releases; the bank answers. */
export async function pay(
  hand: Hand,
  { builder, releaser, total }: { readonly builder: string; readonly releaser: string; readonly total: string },
): Promise<void> {
  const first = await hand.next(builder, '/payments');
  await first.getByText(total).first().waitFor();
  await first.getByRole('button', { name: '全部组成批次' }).click();
  await first.getByRole('heading', { name: '放行前核对' }).waitFor();
  const at = new URL(first.url()).pathname.replace('/console', '');
  await first.getByRole('button', { name: '核对一致，放行' }).click();
  await hand.prove();
  await first.getByRole('button', { name: '核对一致，放行' }).click();
  const dialog = first.getByRole('dialog');
  await dialog.getByRole('button', { name: '核对一致，放行' }).click();
  await dialog.getByRole('alert').filter({ hasText: '另一' }).waitFor();
  await first.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  const second = await hand.next(releaser, at);
  await second.getByText(total).first().waitFor();
  await second.getByRole('button', { name: '核对一致，放行' }).click();
  await hand.prove();
  await hand.picture('batch');
  await confirmed(second, '核对一致，放行', '核对一致，放行');
  await second.getByText('已对平').first().waitFor({ timeout: 60_000 });
  await settled(second);
  await hand.picture('batch-closed');
}
