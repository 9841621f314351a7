import { expressionLimits } from './expression-limits.ts';
import { Refusal } from './refusal.ts';
import { argumentsOf, nameOf, nodesOf, type SyntaxNode } from './syntax-tree.ts';

/** An evaluation has used up its budget. */
export class TooManySteps extends Refusal {
  constructor() {
    super('within the limits: it needs too many steps');
  }
}

/** Counts the steps of one evaluation, and throws if there are too many. `fhirpath` calls it after each node. */
export type Budget = (context: unknown, focus: unknown, result: unknown, node: SyntaxNode) => void;

/** They compare each member of a collection with each other. */
const COMPARING = new Set(['distinct', 'exclude', 'intersect', 'isDistinct', 'repeat', 'repeatAll', 'subsetOf', 'supersetOf', 'union']);

const everyNode = (root: SyntaxNode, types: RegExp): boolean => [...nodesOf(root)].every(({ type }) => types.test(type));

const isPath = (node: SyntaxNode): boolean =>
  everyNode(node, /^(?:TermExpression|InvocationTerm|InvocationExpression|MemberInvocation|Identifier|UnionExpression)$/);
const isList = (node: SyntaxNode): boolean => everyNode(node, /^(?:TermExpression|LiteralTerm|\w+Literal|UnionExpression)$/);

const isRepeat = (node: SyntaxNode): boolean => node.type === 'FunctionInvocation' && nameOf(node).startsWith('repeat');

/** A repetition of something else than a path need not end. */
const mayNotEnd = (node: SyntaxNode): boolean => isRepeat(node) && !argumentsOf(node).every(isPath);

function isComparing(node: SyntaxNode): boolean {
  if (node.type === 'UnionExpression') return !isList(node);
  if (node.type !== 'FunctionInvocation' || !COMPARING.has(nameOf(node))) return false;
  return !isRepeat(node) || mayNotEnd(node);
}

const sizeOf = (result: unknown): number => (Array.isArray(result) ? result.length : 1);

/**
 * Budgets for the evaluations of an expression, one for each. A step costs one, and so does each member of its result. What compares
 * members with each other costs a quarter of the square of the largest collection so far.
 */
export function budgetsFor(root: SyntaxNode): (steps: number) => Budget {
  const nodes = [...nodesOf(root)];
  // The nodes that are evaluated are of another tree than this one.
  const comparing = new WeakMap<SyntaxNode, boolean>();
  const compares = (node: SyntaxNode): boolean => {
    const known = comparing.get(node) ?? isComparing(node);
    comparing.set(node, known);
    return known;
  };
  const price = nodes.some(mayNotEnd) ? 50 : 1;
  const mostMembers = nodes.some(isComparing) ? expressionLimits.comparedMembers : expressionLimits.members;
  return (steps) => {
    let left = steps;
    let largest = 0;
    return (_context, focus, result, node) => {
      const members = Math.max(sizeOf(focus), sizeOf(result));
      largest = Math.max(largest, members);
      left -= price * (1 + sizeOf(result)) + (compares(node) ? largest ** 2 / 4 : 0);
      const texts = Array.isArray(result) ? (result as unknown[]) : [];
      const isLong = texts.some((text) => typeof text === 'string' && text.length > expressionLimits.text);
      if (left < 0 || members > mostMembers || isLong) throw new TooManySteps();
    };
  };
}
