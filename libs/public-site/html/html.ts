/** Text that is HTML already; only `html` makes it, so nothing of the outside world gets into a page unescaped. */
export class Html {
  /** @internal */
  constructor(readonly text: string) {}
}

/** What a page may contain: text is escaped, lists are joined, nothing is nothing. */
export type Content = Html | string | number | false | null | undefined | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

function render(content: Content): string {
  if (content instanceof Html) return content.text;
  if (content === false || content === null || content === undefined) return '';
  if (typeof content === 'object') return content.map(render).join('');
  return String(content).replace(/[&<>"'`]/g, (sign) => ENTITIES[sign] ?? '');
}

/** A piece of HTML. Attribute values stand in double quotes; a value is never placed in a tag's name, a script or a style. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(parts.reduce((text, part, index) => text + render(contents[index - 1]) + part));
}
