import type { SittingMember } from '../../ui/handoff/sitting.ts';

/** One or more questionnaires that are shown together, with the host's content around them. */
export interface Step {
  nodes: Element[];
  members: SittingMember[];
}

/**
 * Divides the children of a session into steps, one for each child that contains a questionnaire. Content before a
 * questionnaire belongs to its step. Content after the last questionnaire belongs to the last step.
 */
export function stepsOf(session: Element, members: ReadonlySet<SittingMember>): Step[] {
  const steps: Step[] = [];
  let waiting: Element[] = [];
  for (const child of session.children ?? []) {
    if (child.slot) continue;
    waiting.push(child);
    // A questionnaire without an instrument has nothing to show yet, so it is no step.
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

/** The child of a session that contains a widget, also inside shadow roots. */
export function childHolding(session: Element, widget: Element): Element | undefined {
  let at: Node | null = widget;
  while (at && at.parentNode !== session) at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null;
  return (at as Element | null) ?? undefined;
}

const inPageOrder = (a: SittingMember, b: SittingMember): number =>
  a.widget.compareDocumentPosition(b.widget) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
