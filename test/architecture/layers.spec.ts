import { spawnSync } from 'node:child_process';
import { root } from '../../infra/local/folders.ts';

describe('imports between the parts of the product', () => {
  it('keep the layers and the doors that .dependency-cruiser.cjs draws', () => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'architecture'], { cwd: root, encoding: 'utf8' });
    expect([status, status === 0 ? '' : stdout + stderr]).toEqual([0, '']);
  }, 60_000);
});
