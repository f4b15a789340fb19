import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { slotName } from '../../apps/console/src/components/slot-words.ts';

const policies = path.join(__dirname, '../../policies');
const slots = new Set(
  readdirSync(policies, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => [...readFileSync(path.join(policies, name), 'utf8').matchAll(/\bslot: ([a-z-]+)/g)].map(([, slot = '']) => slot)),
);

describe('a paper of a filing', () => {
  it.each([...slots])('%s has a name on the screen of a case, in both languages', (slot) => {
    expect([slotName(slot, 'zh'), slotName(slot, 'en')]).not.toContain(slot);
  });
});
