import type { PolicyValue } from '#libs/policy';
import { isPolicyValue, isTree } from '../pack/policy-values.ts';

/** One value of a policy, wherever it stands, with where it comes from. */
export interface ListedValue {
  /** JSON pointer within the snapshot. */
  readonly path: string;
  readonly kind: PolicyValue<unknown>['kind'];
  readonly value: unknown;
  /** Stated: the clause and the document's words. */
  readonly clause: string | null;
  readonly quote: string | null;
  /** Chosen: the ambiguity; chosen and missing: the reason. */
  readonly amb: string | null;
  readonly reason: string | null;
  /** The parent pack it is inherited from; null: the policy's own (AMB-37). */
  readonly from: string | null;
}

function textOf(node: Readonly<Record<string, unknown>>, key: string): string | null {
  return typeof node[key] === 'string' ? node[key] : null;
}

/** Every value of a policy in its order, told apart as stated, chosen or missing. */
export function listValues(node: unknown, path = '', from: string | null = null): ListedValue[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => listValues(item, `${path}/${index}`, from));
  if (!isTree(node)) return [];
  const origin = textOf(node, 'from') ?? from;
  if (isPolicyValue(node)) {
    const tree = node as Readonly<Record<string, unknown>>;
    const said = { clause: textOf(tree, 'clause'), quote: textOf(tree, 'quote'), amb: textOf(tree, 'amb'), reason: textOf(tree, 'reason') };
    return [{ path, kind: node.kind, value: node.kind === 'missing' ? null : node.value, ...said, from: origin }];
  }
  return Object.entries(node).flatMap(([key, child]) =>
    listValues(child, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, origin),
  );
}
