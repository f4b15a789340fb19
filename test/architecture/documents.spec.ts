import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../infra/local/folders.ts';

const { paths } = JSON.parse(readFileSync(path.join(root, 'docs/openapi.json'), 'utf8')) as { readonly paths: object };

/** An address with whatever stands for an id as `{}`. */
function shapeOf(address: string): string {
  return address.replaceAll(/\{[^}]*\}|\$\{?\w+\}?/g, '{}');
}

const known = Object.keys(paths).map(shapeOf);

/** An address, or the beginning of some. */
function isKnown(address: string): boolean {
  const shape = shapeOf(address);
  return known.some((one) => one === shape || one.startsWith(`${shape}/`));
}

const documents = globSync(['*.md', '{docs,libs,apps,workflows,infra}/**/*.md'], { cwd: root }).filter(
  (name) => !name.includes('node_modules'),
);

describe('the documents', () => {
  it.each(documents)('%s names no address of the API that does not exist', (name) => {
    const text = readFileSync(path.join(root, name), 'utf8');
    const named = [...text.matchAll(/\/v1\/[\w/{}$.-]*[\w}]/g)].map(([address]) => address);
    expect(named.filter((address) => !isKnown(address))).toEqual([]);
  });
});
