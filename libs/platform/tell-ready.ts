import { flushCompileCache } from 'node:module';

/**
 * Says on one line of standard output that this process serves: whoever started it waits for that. What was compiled on the way is kept now, as a
 * process that is killed keeps nothing (NODE_COMPILE_CACHE).
 */
export function tellReady(about: Readonly<Record<string, string>>): void {
  process.stdout.write(`${JSON.stringify({ ready: true, ...about })}\n`);
  flushCompileCache();
}
