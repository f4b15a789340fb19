import type { OutboxRow } from './outbox-row.ts';

type Sender = (row: OutboxRow) => void;

let sender: Sender | undefined;

/** A process that holds a Temporal client installs its sender here; without one, the relay alone delivers. */
export function installSender(install: Sender | undefined): void {
  sender = install;
}

/** Hands a committed message to this process's sender. The row stays until it is known to be delivered, so nothing is lost here. */
export function sendSoon(row: OutboxRow): void {
  sender?.(row);
}
