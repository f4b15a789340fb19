import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { refusalCatalogue } from '#libs/contracts';

const libs = path.join(__dirname, '../../libs');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('spec.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Codes the guards of the database, and the use cases, refuse with. */
function codesIn(text: string): string[] {
  const patterns = [/platform\.refuse(?:_change)?\('([A-Z0-9_]+)'/g, /\brefuse\('([A-Z0-9_]+)'/g, /\bcode: '([A-Z][A-Z0-9]*_[A-Z0-9_]+)'/g];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code));
}

/** Codes inside an explanation of an amount, which are no refusals. */
const EXPLANATIONS = /calculation\/|calculate-claim/;

describe('refusals', () => {
  it('have a Chinese and an English text, wherever in the database or the code they are raised', () => {
    const missing = filesIn(libs)
      .filter((file) => !EXPLANATIONS.test(file))
      .flatMap((file) => codesIn(readFileSync(file, 'utf8')).map((code) => [code, path.relative(libs, file)] as const))
      .filter(([code]) => !Object.hasOwn(refusalCatalogue, code));
    expect(missing).toEqual([]);
  });

  it('that are in the catalogue are raised somewhere', () => {
    const everything = filesIn(libs)
      .filter((file) => !file.includes(`${path.sep}refusals${path.sep}`))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(Object.keys(refusalCatalogue).filter((code) => !new RegExp(`\\b${code}\\b`).test(everything))).toEqual([]);
  });
});
