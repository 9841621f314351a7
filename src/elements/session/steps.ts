import type { SittingMember } from '../../ui/handoff/sitting.ts';

/** What is shown at a time: one or more questionnaires, and what the host wrote around them. */
export interface Step {
  nodes: Element[];
  members: SittingMember[];
}

/**
 * The children of a session cut into steps, one for each child that holds a questionnaire. What stands before a
 * questionnaire belongs to it; what stands after the last one, to the last.
 */
export function stepsOf(session: Element, members: ReadonlySet<SittingMember>): Step[] {
  const steps: Step[] = [];
  let waiting: Element[] = [];
  for (const child of session.children) {
    if (child.slot) continue;
    waiting.push(child);
    // One that has nothing to show yet is no step.
    const inside = [...members].filter((member) => childHolding(session, member.widget) === child && member.current());
    if (!inside.length) continue;
    steps.push({ nodes: waiting, members: inside.sort(inPageOrder) });
    waiting = [];
  }
  const last = steps.at(-1);
  if (last) last.nodes.push(...waiting);
  else steps.push({ nodes: waiting, members: [] });
  return steps;
}

/** The child of a session that a widget stands in, through shadow roots. */
export function childHolding(session: Element, widget: Element): Element | undefined {
  let at: Node | null = widget;
  while (at && at.parentNode !== session) at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null;
  return (at as Element | null) ?? undefined;
}

const inPageOrder = (a: SittingMember, b: SittingMember): number =>
  a.widget.compareDocumentPosition(b.widget) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
