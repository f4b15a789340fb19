/**
 * Where the next page of a list is (RFC 8288): the same address with the page's own cursor; undefined where nothing follows.
 * @param url path and query of the request, as sent.
 */
export function nextLink(url: string, body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('nextCursor' in body) || typeof body.nextCursor !== 'string') return undefined;
  const [path = '', query = ''] = url.split('?');
  const wanted = new URLSearchParams(query);
  wanted.set('cursor', body.nextCursor);
  return `<${path}?${wanted.toString()}>; rel="next"`;
}
