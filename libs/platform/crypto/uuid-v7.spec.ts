import { uuidV7 } from './uuid-v7.ts';

describe('ids that grow with time', () => {
  const ids = Array.from({ length: 20_000 }, uuidV7);

  it('are UUIDs of version 7', () => {
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('are all different, and each is greater than the one before', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });
});
