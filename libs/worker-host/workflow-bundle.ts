import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { existsSync, statSync } from 'node:fs';
import { readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Folders of compiled code whose change makes a bundle stale. */
async function newestChange(folders: readonly string[]): Promise<number> {
  let newest = 0;
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) newest = Math.max(newest, statSync(path.join(entry.parentPath, entry.name)).mtimeMs);
    }
  }
  return newest;
}

/**
 * Builds the workflow bundle unless a fresh one is there; workers then start without webpack.
 * @param root folder of the compiled product (`dist`).
 * @returns the bundle's path.
 */
export async function ensureWorkflowBundle(bundlePath: string, root: string): Promise<string> {
  const sources = ['workflows', 'libs/contracts', 'libs/policy'].map((folder) => path.join(root, folder));
  if (existsSync(bundlePath) && statSync(bundlePath).mtimeMs > (await newestChange(sources))) return bundlePath;
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(root, 'workflows', 'index.js'),
    failureConverterPath: path.join(root, 'libs/platform/temporal/failure-converter.js'),
    logger: new DefaultLogger('ERROR'),
  });
  const draft = `${bundlePath}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, bundlePath);
  return bundlePath;
}
