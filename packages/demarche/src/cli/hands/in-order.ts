/**
 * Works on items as they come, up to `window` of them at once, and gives the results in the order of the items, each as soon as those before it are
 * given: a slow source holds nothing back that is done.
 */
export async function* inOrder<T, R>(items: AsyncIterable<T>, window: number, work: (item: T) => Promise<R>): AsyncGenerator<R> {
  const source = items[Symbol.asyncIterator]()
  const under: Promise<R>[] = []
  const ask = (): Promise<IteratorResult<T>> => quiet(source.next())
  let next: Promise<IteratorResult<T>> | undefined = ask()
  try {
    for (;;) {
      const [head] = under
      if (!next && !head) return
      if (head && (!next || under.length >= window)) {
        under.shift()
        yield await head
        continue
      }
      const came: IteratorResult<T> | undefined = head ? await Promise.race([next!, head.then(() => undefined)]) : await next!
      if (came === undefined) {
        under.shift()
        yield await head!
      } else if (came.done) next = undefined
      else {
        under.push(quiet(work(came.value)))
        next = ask()
      }
    }
  } finally {
    void source.return?.()
  }
}

/** A promise that is awaited later; until then its failure is nobody's. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
