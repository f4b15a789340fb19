import { demoAccounts, demoPassword } from '#libs/identity';
import { dataFolder } from './folders.ts';
import { PlainError } from './plain-error.ts';
import { say } from './progress.ts';
import { bringUp, type Stack } from './stack.ts';

/**
 * Where a new sandbox begins unless KBT_BEGINS_AT says otherwise: a Monday morning early in the last announced year, so that a whole road, notice and
 * payment included, fits in before a year whose holidays nobody knows. From then on its clock only moves forward.
 */
const SANDBOX_BEGINS_AT = '2026-03-02T09:00:00+08:00';

function wishedBeginning(): string {
  const wish = process.env['KBT_BEGINS_AT'] ?? SANDBOX_BEGINS_AT;
  if (Number.isNaN(Date.parse(wish)))
    throw new PlainError(`KBT_BEGINS_AT is "${wish}", which is no instant: write it like ${SANDBOX_BEGINS_AT}.`);
  return wish;
}

function wishedPort(): number | undefined {
  const wish = process.env['PORT'];
  if (wish === undefined) return undefined;
  const port = Number(wish);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new PlainError(`PORT is "${wish}", which is not a port: use a number from 1 to 65535.`);
  return port;
}

function tell({ url }: Stack, folder: string): void {
  say(`
开班通 runs.
  Console    ${url}/console/
  API        ${url}/v1            description ${url}/openapi.json
  Sign-in    ${url}/oidc          health ${url}/readyz
  Data       ${folder}            logs in ${folder}/logs

Demonstration accounts (password ${demoPassword}):`);
  for (const { login, displayName, office } of demoAccounts) say(`  ${login.padEnd(22)} ${displayName}  ${office.name}`);
  say('\nA whole road, step by step:  npm run journey -- xinzhou-order\nCtrl-C stops everything.');
}

/** `npm start`. */
export function start(): Promise<number> {
  return keepUp(() => () => undefined);
}

/**
 * Brings everything up and keeps it up until a signal, or until one of its processes ends.
 * @param beside begins once all of it runs; what it answers ends it again.
 */
export async function keepUp(beside: (stack: Stack) => () => void): Promise<number> {
  const folder = dataFolder();
  const port = wishedPort();
  const beginsAt = wishedBeginning();
  let end: (reason: string) => void = () => undefined;
  const ended = new Promise<string>((resolve) => (end = resolve));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, () => end(signal));
  const coming = bringUp({
    folder,
    port,
    beginsAt,
    onEnd: (name, code) => end(`${name} ended (exit code ${code}); see ${folder}/logs/${name}.log`),
  });
  const first = await Promise.race([coming, ended]);
  if (typeof first === 'string') {
    say(`\nStopping (${first}) ...`);
    await coming.then(
      (stack) => stack.stop(),
      () => undefined,
    );
    return 1;
  }
  tell(first, folder);
  const endBeside = beside(first);
  const reason = await ended;
  endBeside();
  say(`\nStopping (${reason}) ...`);
  await first.stop();
  return (signals as readonly string[]).includes(reason) ? 0 : 1;
}
