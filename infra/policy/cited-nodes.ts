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

const AMB = /^AMB-/;

function textOf(node: Readonly<Record<string, unknown>>, key: string): string | null {
  return typeof node[key] === 'string' ? node[key] : null;
}

function visit(node: unknown, path: string, within: string | null, found: CitedNode[]): void {
  if (Array.isArray(node)) return node.forEach((item, index) => visit(item, `${path}[${index}]`, within, found));
  if (!isTree(node)) return;
  const said = isPolicyValue(node) ? (node as unknown as Readonly<Record<string, unknown>>) : node;
  const clause = textOf(said, 'clause');
  const chosen = clause !== null && AMB.test(clause) ? clause : textOf(said, 'amb');
  const rows = isRowList(said['rows']) ? said['rows'] : [];
  const quote = textOf(said, 'quote');
  const document = chosen === null ? clause : null;
  if (document !== null || quote !== null || chosen !== null || rows.length > 0)
    found.push({ path, clause: document ?? (quote === null ? null : within), quote, amb: chosen, rows });
  for (const [key, child] of Object.entries(said)) {
    const at = isPolicyValue(node) && key === 'value' ? path : path === '' ? key : `${path}.${key}`;
    if (key !== 'rows') visit(child, at, document ?? within, found);
  }
}

/** Every place of a file's node that cites a clause, quotes the document, names an ambiguity or carries a row. */
export function citedNodes(node: unknown): readonly CitedNode[] {
  const found: CitedNode[] = [];
  visit(node, '', null, found);
  return found;
}
