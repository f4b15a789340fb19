const LONGEST = 200;

interface PageWish {
  readonly limit: number;
  readonly cursor?: string;
}

/** Everything in a list that a screen needs whole: pages one after the other, the longest there are. */
export async function everyPage<Item>(
  read: (wish: PageWish) => Promise<{ readonly items: readonly Item[]; readonly nextCursor: string | null }>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: { readonly items: readonly Item[]; readonly nextCursor: string | null } = await read({
      limit: LONGEST,
      ...(cursor === null ? {} : { cursor }),
    });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
