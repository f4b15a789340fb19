import type { Bank } from './bank.ts';

/** Finance pays outside the system: the file is fetched by hand, and the answer comes by import (AMB-55). */
export class FileBank implements Bank {
  submit(): Promise<void> {
    return Promise.resolve();
  }

  query(): ReturnType<Bank['query']> {
    return Promise.resolve({ answers: [], knows: undefined });
  }
}
