/** Fills the parameters of a refusal text; an unknown parameter stays visible as `{name}`. */
export function wordRefusal(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
