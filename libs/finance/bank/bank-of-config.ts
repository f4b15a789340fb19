import { config } from '#libs/platform';
import type { Bank } from './bank.ts';
import { FileBank } from './file-bank.ts';
import { SimulatedBank } from './simulated-bank.ts';

/** The bank this installation pays through. */
export function bankOfConfig(): Bank {
  return config.bank() === 'simulator' ? new SimulatedBank() : new FileBank();
}
