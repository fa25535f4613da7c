/** Work on many things, so many at once, whose results come in the order of the things. */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  atOnceMax: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    if (underWay.length >= atOnceMax) yield await underWay.shift()!;
    const started = work(item);
    // One that fails is told in its turn; until then nobody waits for it.
    started.catch(() => {});
    underWay.push(started);
  }
  while (underWay.length > 0) yield await underWay.shift()!;
}
