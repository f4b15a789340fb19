/** The methods of the given objects as Temporal activities; two with the same name are a mistake of ours. */
export function bindActivities(...sources: readonly object[]): Record<string, (...args: never[]) => Promise<unknown>> {
  const bound: Record<string, (...args: never[]) => Promise<unknown>> = {};
  for (const source of sources) {
    const prototype = Object.getPrototypeOf(source) as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(prototype)) {
      const method = prototype[name];
      if (name === 'constructor' || typeof method !== 'function') continue;
      if (bound[name]) throw new Error(`activity ${name} is declared twice`);
      bound[name] = (method as (...args: never[]) => Promise<unknown>).bind(source);
    }
  }
  return bound;
}
