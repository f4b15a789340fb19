import { isPolicyValue, isRowList, isTree } from '#libs/rulebook';

/** One place of a pack's file that says something of a document, a choice or a row of the requirements. */
export interface CitedNode {
  readonly path: string;
  /** The clause it names: its own, or that of the table it stands in. */
  readonly clause: string | null;
  readonly quote: string | null;
  readonly amb: string | null;
  /** The rows of the requirements it carries. */
  readonly rows: readonly string[];
}

type Tree = Readonly<Record<string, unknown>>;

function textOf(node: Tree, key: string): string | null {
  return typeof node[key] === 'string' ? node[key] : null;
}

/** An entry that was chosen has its AMB id as clause; a chosen value names it beside. */
function citationOf(node: Tree, within: string | null): Omit<CitedNode, 'path'> & { readonly own: string | null } {
  const clause = textOf(node, 'clause');
  const amb = clause?.startsWith('AMB-') ? clause : textOf(node, 'amb');
  const own = amb === null ? clause : null;
  const quote = textOf(node, 'quote');
  return { own, clause: own ?? (quote === null ? null : within), quote, amb, rows: isRowList(node['rows']) ? node['rows'] : [] };
}

function visit(node: unknown, path: string, within: string | null, found: CitedNode[]): void {
  if (Array.isArray(node)) return node.forEach((item, index) => visit(item, `${path}[${index}]`, within, found));
  if (!isTree(node)) return;
  const { own, ...cited } = citationOf(node, within);
  if (cited.clause !== null || cited.quote !== null || cited.amb !== null || cited.rows.length > 0) found.push({ path, ...cited });
  const isValue = isPolicyValue(node);
  for (const [key, child] of Object.entries(node)) {
    if (typeof child !== 'object' || key === 'rows') continue;
    const at = path === '' ? key : `${path}.${key}`;
    visit(child, isValue && key === 'value' ? path : at, own ?? within, found);
  }
}

/** Every place of a file's node that cites a clause, quotes the document, names an ambiguity or carries a row. */
export function citedNodes(node: unknown): readonly CitedNode[] {
  const found: CitedNode[] = [];
  visit(node, '', null, found);
  return found;
}
