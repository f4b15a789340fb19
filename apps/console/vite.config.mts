import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type BuildEnvironmentOptions, type Plugin } from 'vite';

const outDir = path.resolve(import.meta.dirname, '../../dist/console');

const library = (name: string): string => path.resolve(import.meta.dirname, `../../libs/${name}/index.ts`);

/** Writes each text file a second and a third time, packed as small as it gets: the server only hands them out. */
function packed(): Plugin {
  return {
    name: 'packed',
    writeBundle() {
      for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|mjs|css|svg)$/.test(name)) continue;
        const file = path.join(outDir, name);
        const bytes = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      }
    },
  };
}

/** Marks for server components mean nothing here. */
const onLog: NonNullable<NonNullable<BuildEnvironmentOptions['rolldownOptions']>['onLog']> = (level, log, tell) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
};

/**
 * Modules that do nothing when they are only loaded: what a screen does not use of them is left out. The form of the component library has
 * not told so itself; its parts stand behind every input field.
 */
const treeshake: NonNullable<BuildEnvironmentOptions['rolldownOptions']>['treeshake'] = {
  moduleSideEffects: [{ test: /\/libs\/(contracts|policy)\/|\/@rc-component\/form\//, sideEffects: false }],
};

export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  resolve: { alias: { '#libs/contracts': library('contracts'), '#libs/policy': library('policy') } },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { onLog, treeshake },
  },
  plugins: [packed()],
});
