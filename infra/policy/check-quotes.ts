import path from 'node:path';
import { clausesById, clausesOf, comparable, didYouMean, type Clause, type Pack, type PackFault, type PackFileName } from '#libs/rulebook';
import { citedNodes, type CitedNode } from './cited-nodes.ts';

function clauseProblem(cited: CitedNode, clauses: readonly Clause[]): string | null {
  if (cited.clause === null) return null;
  if (clausesById(clauses, cited.clause).length > 0) return null;
  const ids = clauses.map(({ id }) => id);
  return `the clause ${cited.clause} is not in document.txt${didYouMean(cited.clause, ids)}`;
}

function quoteProblem({ clause, quote }: CitedNode, clauses: readonly Clause[], text: string): string | null {
  if (quote === null) return null;
  const wanted = comparable(quote);
  if (clause !== null && clausesById(clauses, clause).some((one) => comparable(one.text).includes(wanted))) return null;
  if (!text.includes(wanted)) return `the quote “${quote}” is not in document.txt; copy it from there`;
  // The innermost clause that has it is the last one in the document's order that does.
  const where = clauses.findLast((one) => comparable(one.text).includes(wanted));
  return `the quote “${quote}” is not in clause ${clause ?? '(none)'}${where ? `, but in ${where.id}` : ''}`;
}

/** Every quote stands in the clause it cites, every clause in the document, and every choice names an ambiguity of the list. */
export function quoteFaults(pack: Pack, ambiguities: ReadonlySet<string>): PackFault[] {
  const clauses = clausesOf(pack.document);
  const text = comparable(pack.document);
  const faults: PackFault[] = [];
  for (const name of Object.keys(pack.files) as PackFileName[]) {
    const { node, lineAt } = pack.files[name];
    for (const cited of citedNodes(node)) {
      const problem =
        cited.amb !== null && !ambiguities.has(cited.amb)
          ? `${cited.amb} is not in the list of ambiguities${didYouMean(cited.amb, ambiguities)}`
          : (clauseProblem(cited, clauses) ?? quoteProblem(cited, clauses, text));
      if (problem !== null) faults.push({ file: path.join(pack.folder, name), line: lineAt(cited.path), path: cited.path, problem });
    }
  }
  return faults;
}
