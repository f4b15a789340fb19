'use strict';
// The only file that runs on whatever Node the machine has (18 or newer): it fetches the product's dependencies, among them its own Node,
// compiles the sources, and hands over to dist/infra/local/main.js.
const { spawn, spawnSync } = require('node:child_process');
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { clearInterval, setInterval } = require('node:timers');

const root = path.resolve(__dirname, '../..');
const modules = path.join(root, 'node_modules');
const OWN_NODE = '24.21.0';

function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 18)
  fail(`Node ${process.versions.node} is too old to begin with: install Node 18 or newer.`);

const CONSOLE = path.join(root, 'apps', 'console');

/** When the latest of the sources was changed; the server and the console are built apart. */
function newest(folder, found = 0) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (file === CONSOLE) continue;
    if (entry.isDirectory()) found = newest(file, found);
    else if (/\.(ts|tsx|mts|css|html|svg|json)$/.test(entry.name)) found = Math.max(found, fs.statSync(file).mtimeMs);
  }
  return found;
}

function installDependencies() {
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(modules, '.kaibantong-lock');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('Installing what is pinned in package-lock.json (once, one to three minutes) ...\n');
  const [command, args] = ['npx', ['--yes', `--package=node@${OWN_NODE}`, '--call', 'npm ci --no-audit --no-fund']];
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    fail(
      `The dependencies could not be installed${error ? ` (${error.message})` : ''}: check the network and the space on disk, then repeat the command.`,
    );
  }
  fs.writeFileSync(stamp, wanted);
}

function ownNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = path.join(modules, `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (fs.existsSync(file)) return file;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(`There is no packaged Node ${OWN_NODE} for ${process.platform} ${process.arch}: install Node 24 and repeat the command.`);
}

/** Runs a build step when one of its sources is newer than its last run. */
function build({ title, stamp, sources, node, args, complaint }) {
  const changed = Math.max(...sources.map((folder) => newest(folder)), fs.statSync(path.join(root, 'package-lock.json')).mtimeMs);
  if (fs.existsSync(stamp) && fs.statSync(stamp).mtimeMs > changed) return;
  process.stdout.write(`${title} ...\n`);
  const { status } = spawnSync(node, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) fail(complaint);
  fs.writeFileSync(stamp, '');
}

function compile(node) {
  const names = ['apps', 'libs', 'workflows', 'infra', 'test'];
  build({
    node,
    title: 'Compiling',
    stamp: path.join(root, 'dist', '.built'),
    sources: names.map((name) => path.join(root, name)).filter((name) => fs.existsSync(name)),
    args: [path.join(modules, 'ts7', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
    complaint: 'The sources do not compile: the lines above name the places.',
  });
}

/** What the browser gets; only where it is served. */
function buildConsole(node) {
  build({
    node,
    title: 'Building the console',
    stamp: path.join(root, 'dist', '.console-built'),
    sources: [CONSOLE, path.join(root, 'libs', 'contracts'), path.join(root, 'libs', 'policy')],
    args: [path.join(modules, 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn', '--config', path.join(CONSOLE, 'vite.config.mts')],
    complaint: 'The console does not build: the lines above name the places.',
  });
}

const parent = process.ppid;
installDependencies();
const node = ownNode();
compile(node);
if (['start', 'dev', 'test', 'bench'].includes(process.argv[2])) buildConsole(node);
// What was compiled once is kept for the next command.
const env = { NODE_COMPILE_CACHE: path.join(root, 'dist', '.compiled'), ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` };
const child = spawn(node, ['--enable-source-maps', path.join(root, 'dist/infra/local/main.js'), ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
});
// Ctrl-C reaches the child by itself, as it shares the terminal; this process only has to outlive it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
process.on('SIGHUP', () => child.kill('SIGTERM'));
// npm hands a SIGTERM to the shell between us, which dies of it without a word to anybody: what npm started ends when that shell is gone.
if (process.env.npm_lifecycle_event !== undefined) {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  watch.unref();
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
