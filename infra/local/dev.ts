import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { root } from './folders.ts';
import { restartOnChange } from './restart-on-change.ts';
import { keepUp } from './start.ts';

/** `npm run dev`: as `npm start`, and the sources are compiled again at every change; the processes start anew by themselves. */
export async function dev(): Promise<number> {
  const compiler: ChildProcess = spawn(
    process.execPath,
    [path.join(root, 'node_modules', 'ts7', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  const consoleBuilder: ChildProcess = spawn(
    process.execPath,
    [
      path.join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      '--watch',
      '--config',
      path.join('apps', 'console', 'vite.config.mts'),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  try {
    return await keepUp(restartOnChange);
  } finally {
    compiler.kill();
    consoleBuilder.kill();
  }
}
