import { spawn } from 'node:child_process';
import { root } from './folders.ts';
import { say, step } from './progress.ts';

/** What is checked without running the product. */
const checks: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['npm', 'run', '--silent', 'types']],
  ['lint', ['npm', 'run', '--silent', 'lint']],
  ['architecture', ['npm', 'run', '--silent', 'architecture']],
  ['dead code', ['npm', 'run', '--silent', 'unused']],
  ['policies', ['npm', 'run', '--silent', 'policy', '--', 'check']],
];

function run([command = '', ...args]: readonly string[]): Promise<{ code: number; output: string }> {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** `npm run check`: types, lint, architecture, dead code and policy data; every finding of each is shown. */
export async function check(): Promise<number> {
  let failed = 0;
  for (const [name, command] of checks) {
    const { code, output } = await step(name, () => run(command));
    if (code === 0) continue;
    failed += 1;
    say(output);
  }
  say(failed === 0 ? 'all checks passed' : `${failed} of ${checks.length} checks failed`);
  return failed === 0 ? 0 : 1;
}
