import type { ItemIndex } from '../../core/instrument/item-index.ts';
import { argumentsOf, inner, nameOf, nodesOf, type SyntaxNode, unquoted } from './syntax-tree.ts';

/** The items that a path can be at. `isWhole`: with the items inside them. Otherwise it is at their answers. */
interface Items {
  ids: ReadonlySet<string>;
  isWhole: boolean;
  /** It is the item with the expression, which is there in any case. */
  isContext?: boolean;
}

/** Where a path is. `all`: at the response itself, so it can reach everything. Undefined: at values, which depend on nothing more. */
type Reach = 'all' | Items | undefined;

/** Where an expression is, and what its constants are. */
export interface DependencyScope {
  index: ItemIndex;
  /** What `%context` is: the id of an item, or the whole response. */
  owner: string | undefined;
  /** The expression of a variable, with its own scope. Undefined if the name is no variable. */
  variable(name: string): ScopedVariable | undefined;
}

/** `key`: the same object for the same variable. */
interface ScopedVariable {
  key: object;
  tree: SyntaxNode;
  scope: DependencyScope;
}

/** The linkIds that a condition is about, and its other parts. */
interface Selection {
  ids: ReadonlySet<string>;
  others: readonly SyntaxNode[];
}

const whole = (ids: Iterable<string>): Items => ({ ids: new Set(ids), isWhole: true });

/** They lead from items to items inside them, if their arguments are paths. */
const LEADING = new Set(['children', 'descendants', 'repeat', 'repeatAll', 'select']);
/** They do not use what is before them. */
const DETACHED = new Set(['iif', 'now', 'timeOfDay', 'today']);

const isPath = (node: SyntaxNode): boolean =>
  [...nodesOf(node)].every(({ type }) => /^(?:TermExpression|InvocationTerm|InvocationExpression|MemberInvocation|Identifier|UnionExpression|ParenthesizedTerm)$/.test(type));

/**
 * Finds the items whose answers an expression depends on, without evaluating it. It follows each path from the response to the items
 * that `where(linkId = '...')` selects. A path that selects none may use every answer.
 */
export class Dependencies {
  readonly #ids = new Set<string>();
  readonly #scope: DependencyScope;
  /** What the variables reach. Each is walked once. */
  readonly #variables = new Map<object, Reach>();
  #isAll = false;
  readonly #usesOwn: boolean;

  /** `usesOwn`: the expression can use the answer of its own item. A value cannot depend on itself. */
  constructor(scope: DependencyScope, usesOwn: boolean) {
    this.#scope = scope;
    this.#usesOwn = usesOwn;
  }

  /** The ids of the items, or `all`. */
  of(tree: SyntaxNode): string[] | 'all' {
    this.#use(this.#walk(tree, this.#scope, this.#start(this.#scope)));
    return this.#isAll ? 'all' : [...this.#ids];
  }

  #start({ owner, index }: DependencyScope): Reach {
    return owner === undefined ? 'all' : { ...whole(index.has(owner) ? [owner] : []), isContext: true };
  }

  #use(reach: Reach): void {
    if (reach === 'all') this.#isAll = true;
    if (reach === 'all' || !reach) return;
    const ids = reach.isWhole ? this.#withInner(reach.ids) : reach.ids;
    // The total of a group may be inside the group. Then it is not a part of itself.
    const { owner } = this.#scope;
    for (const id of ids) if (id !== owner || ids.size === 1 || this.#usesOwn) this.#ids.add(id);
  }

  /** The items, and those inside them. */
  #withInner(ids: ReadonlySet<string>): Set<string> {
    const found = new Set(ids);
    // An item comes after the one around it.
    for (const [id, { parent }] of this.#scope.index) if (parent && found.has(parent.item.id)) found.add(id);
    return found;
  }

  #inside(ids: ReadonlySet<string>): Set<string> {
    const found = this.#withInner(ids);
    for (const id of ids) {
      let { parent } = this.#scope.index.get(id) ?? {};
      while (parent && !ids.has(parent.item.id)) ({ parent } = parent);
      if (!parent) found.delete(id);
    }
    return found;
  }

  #walk(node: SyntaxNode, scope: DependencyScope, focus: Reach): Reach {
    const one = inner(node);
    const children = one.children ?? [];
    switch (one.type) {
      case 'InvocationExpression':
        return this.#step(children[1]!, this.#walk(children[0]!, scope, focus), { scope, isFirst: false });
      case 'IndexerExpression':
        this.#use(this.#walk(children[0]!, scope, focus));
        this.#use(this.#walk(children[1]!, scope, focus));
        return undefined;
      case 'MemberInvocation':
      case 'ThisInvocation':
      case 'FunctionInvocation':
        return this.#step(one, focus, { scope, isFirst: true });
      case 'ExternalConstantTerm':
        return this.#constant(nameOf(one), scope);
      default:
        for (const child of children) this.#use(this.#walk(child, scope, focus));
        return undefined;
    }
  }

  #constant(name: string, scope: DependencyScope): Reach {
    if (name === 'resource' || name === 'rootResource') return 'all';
    if (name === 'context') return this.#start(scope);
    const variable = scope.variable(name);
    if (!variable) return undefined;
    const { key, tree, scope: own } = variable;
    if (!this.#variables.has(key)) this.#variables.set(key, this.#walk(tree, own, this.#start(own)));
    return this.#variables.get(key);
  }

  #step(node: SyntaxNode, from: Reach, { scope, isFirst }: { scope: DependencyScope; isFirst: boolean }): Reach {
    const name = nameOf(node);
    if (node.type !== 'FunctionInvocation') {
      if (!from || from === 'all') return from;
      if (from.isContext && (name === 'linkId' || name === 'text')) return undefined;
      return name === 'item' ? whole(this.#inside(from.ids)) : { ids: from.ids, isWhole: from.isWhole && name !== 'value', isContext: node.type === 'ThisInvocation' && !!from.isContext };
    }
    const given = argumentsOf(node);
    if (name === 'defineVariable') this.#isAll = true;
    if (name === 'where' && from !== undefined && given.length === 1) {
      const selection = this.#selection(given[0]!);
      if (selection) {
        const { ids, others } = selection;
        const narrow = whole(from === 'all' ? ids : [...ids].filter((id) => from.ids.has(id)));
        for (const other of others) this.#use(this.#walk(other, scope, narrow));
        return narrow;
      }
    }
    if (LEADING.has(name) && given.every(isPath)) return from && from !== 'all' ? whole(this.#withInner(from.ids)) : from;
    if (!(isFirst && DETACHED.has(name))) this.#use(from);
    for (const argument of given) this.#use(this.#walk(argument, scope, from));
    return undefined;
  }

  /** Reads a condition that selects items by their linkIds. */
  #selection(condition: SyntaxNode): Selection | undefined {
    const node = inner(condition);
    const [left, right] = node.children ?? [];
    if (!left || !right) return undefined;
    if (node.type === 'AndExpression') {
      const [a, b] = [this.#selection(left), this.#selection(right)];
      // The place among all items depends on all of them.
      const isPlaced = [...nodesOf(node)].some(({ type }) => type === 'IndexInvocation');
      if ((!a && !b) || isPlaced) return undefined;
      if (a && b) return { ids: new Set([...a.ids].filter((id) => b.ids.has(id))), others: [...a.others, ...b.others] };
      return { ids: (a ?? b)!.ids, others: [...(a ?? b)!.others, a ? right : left] };
    }
    if (node.type === 'OrExpression' && node.text === 'or') {
      const [a, b] = [this.#selection(left), this.#selection(right)];
      return a && b && !a.others.length && !b.others.length ? { ids: new Set([...a.ids, ...b.ids]), others: [] } : undefined;
    }
    const fits = comparisonOf(node, left, right);
    return fits && { ids: new Set([...this.#scope.index.keys()].filter(fits)), others: [] };
  }
}

/** A comparison of the linkId with texts. */
function comparisonOf({ type, text }: SyntaxNode, left: SyntaxNode, right: SyntaxNode): ((id: string) => boolean) | undefined {
  if (type === 'InvocationExpression') {
    const [wanted, ...others] = right.type === 'FunctionInvocation' ? argumentsOf(right).map(textsOf) : [];
    const part = wanted?.length === 1 && !others.length && isLinkId(left) ? wanted[0]! : undefined;
    if (part === undefined) return undefined;
    const tests: Record<string, (id: string) => boolean> = {
      startsWith: (id) => id.startsWith(part),
      endsWith: (id) => id.endsWith(part),
      contains: (id) => id.includes(part),
    };
    const name = nameOf(right);
    return Object.hasOwn(tests, name) ? tests[name] : undefined;
  }
  const [name, texts] = isLinkId(left) ? [left, textsOf(right)] : [right, textsOf(left)];
  if (!texts || !isLinkId(name)) return undefined;
  if (type === 'EqualityExpression' && texts.length === 1) {
    if (text === '=') return (id) => id === texts[0];
    return text === '!=' ? (id) => id !== texts[0] : undefined;
  }
  return type === 'MembershipExpression' && text === 'in' && name === left ? (id) => texts.includes(id) : undefined;
}

function isLinkId(node: SyntaxNode): boolean {
  const one = inner(node);
  if (one.type === 'MemberInvocation') return nameOf(one) === 'linkId';
  const [from, member] = one.children ?? [];
  return one.type === 'InvocationExpression' && inner(from!).type === 'ThisInvocation' && member?.type === 'MemberInvocation' && nameOf(member) === 'linkId';
}

/** The texts of a literal, or of several with `|` between them. */
function textsOf(node: SyntaxNode): string[] | undefined {
  const texts: string[] = [];
  const pending = [node];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const one = inner(next);
    if (one.type === 'UnionExpression') pending.push(...one.children!);
    else if (one.type === 'StringLiteral') texts.push(unquoted(one.text ?? ''));
    else return undefined;
  }
  return texts;
}
