import type { Constraint } from '../../../core/instrument/instrument.ts';
import { plain, type Shown } from '../../text/messages.ts';
import type { ItemContext } from '../items/item-type-view.ts';

/** What the form says about the rules of a severity that the answers break. Undefined if they break none. */
export function ruleText(broken: readonly Constraint[] = [], { t }: ItemContext, severity: Constraint['severity']): Shown | undefined {
  const rules = broken.filter((rule) => rule.severity === severity);
  const texts = new Set(rules.map(({ message }) => message ?? plain(t('fhir.errorRule'))));
  return texts.size ? [...texts].join(' ') : undefined;
}
