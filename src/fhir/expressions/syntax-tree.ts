/** A node of the tree that `fhirpath` makes of an expression. */
export interface SyntaxNode {
  readonly type: string;
  readonly text?: string;
  /** The name of a constant in quotes: `` %`my value` ``. */
  readonly delimitedText?: string;
  readonly children?: readonly SyntaxNode[];
}

const ESCAPES: Record<string, string> = { f: '\f', n: '\n', r: '\r', t: '\t' };

/** A name or a text without its quotes and escape signs. */
export const unquoted = (text: string): string =>
  /^(['"`]).*\1$/s.test(text)
    ? text
        .slice(1, -1)
        .replace(/\\(?:u([\da-fA-F]{4})|(.))/gs, (_, hex: string | undefined, sign: string) =>
          hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPES[sign] ?? sign),
        )
    : text;

/** Nodes that have one node and mean what it means. */
const WRAPPERS = new Set(['EntireExpression', 'InvocationTerm', 'LiteralTerm', 'ParenthesizedTerm', 'TermExpression']);

/** The node inside parentheses and wrappers. */
export function inner(node: SyntaxNode): SyntaxNode {
  const { type, children = [] } = node;
  return children.length === 1 && WRAPPERS.has(type) ? inner(children[0]!) : node;
}

/** The name of a member, a function or a constant. */
export function nameOf({ type, text = '', delimitedText, children }: SyntaxNode): string {
  if (type === 'FunctionInvocation') return unquoted(children?.[0]?.children?.[0]?.text ?? '');
  return unquoted(delimitedText ?? text);
}

/** The arguments of a function. */
export const argumentsOf = ({ children }: SyntaxNode): readonly SyntaxNode[] =>
  children?.[0]?.children?.find(({ type }) => type === 'ParamList')?.children ?? [];

/** Every node, without recursion: a tree can be as deep as its expression is long. */
export function* nodesOf(root: SyntaxNode): Generator<SyntaxNode> {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    yield node;
    if (node.children) pending.push(...node.children);
  }
}

/** The names of the constants in an expression: `resource` for `%resource`. */
export const constantsOf = (root: SyntaxNode): Set<string> => {
  const names = new Set<string>();
  for (const node of nodesOf(root)) if (node.type === 'ExternalConstantTerm') names.add(nameOf(node));
  return names;
};
