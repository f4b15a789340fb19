/** The one-time word of this page that lets style elements in (Content-Security-Policy). */
export const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/**
 * Gives every style element our own code makes the page's nonce. antd passes it to most of its own; its scroll lock and its measuring of
 * scroll bars do not, and would be refused.
 */
export function nonceStyles(): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
