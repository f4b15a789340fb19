import 'reflect-metadata';
import { PlainError } from './plain-error.ts';

type Command = (args: readonly string[]) => Promise<number>;

/** Each command is loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  test: async () => (await import('./test.ts')).test,
  check: async () => (await import('./check.ts')).check,
  dev: async () => (await import('./dev.ts')).dev,
  journey: async () => (await import('./journey.ts')).journey,
  bench: async () => (await import('./bench.ts')).bench,
  resume: async () => (await import('./resume.ts')).resume,
  policy: async () => (await import('./policy.ts')).policy,
  mutation: async () => (await import('./mutation.ts')).mutation,
};

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new PlainError(`"${name}" is not a command: use one of ${Object.keys(commands).join(', ')}.`);
  const command = await load();
  process.exitCode = await command(args);
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof PlainError ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
});
