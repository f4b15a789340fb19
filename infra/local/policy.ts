import { root } from './folders.ts';

/** `npm run policy -- ...`: the command for officials and testers, in `infra/policy`. */
export async function policy(args: readonly string[]): Promise<number> {
  process.env['KBT_POLICIES'] ??= `${root}/policies`;
  const { policyCommand } = await import('../policy/policy-command.ts');
  return policyCommand(args);
}
