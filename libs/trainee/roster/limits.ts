/** How much of a foreign file is ever looked at (reference/reliability.md 5.1 row 4). */
export const limits = {
  fileBytes: 10 * 1024 * 1024,
  /** Sum of the sizes the archive declares, and of what is really inflated. */
  unpackedBytes: 60 * 1024 * 1024,
  /** Entries an archive may list; of these at most `entriesUsed` are opened for reading. */
  entriesListed: 1000,
  entriesUsed: 20,
  rows: 20_000,
  columns: 200,
  /** Characters of one cell: Excel's own limit is 32,767. */
  cellCharacters: 32 * 1024,
  headerWithinRows: 10,
  /** Child process: V8 heap in MiB and wall time, for reading and for writing back. */
  read: { heapMiB: 160, milliseconds: 20_000 },
  annotate: { heapMiB: 768, milliseconds: 60_000 },
} as const;
