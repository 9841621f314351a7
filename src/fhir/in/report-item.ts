import { isListed, isWrittenNumber } from '../item-kind.ts';
import { HELP } from './beside.ts';
import type { Draft, Source } from './draft.ts';
import { reportModifiers, reportRest } from './extension-rest.ts';

const OF_LISTS = ['radio-button', 'check-box', 'drop-down', 'autocomplete', 'lookup', 'likert'];
const FOR_ONE = ['radio-button', 'drop-down'];
const FOR_SEVERAL = ['check-box'];

/** Controls that are shown as an item of this type is shown anyway. A slider without limits is reported where it is read. */
const USUAL = new Map<string, readonly string[]>([
  ['display', ['inline']],
  ['group', ['list']],
  ['choice', OF_LISTS],
  ['open-choice', OF_LISTS],
  ['coding', OF_LISTS],
  ['integer', ['slider', 'text-box']],
  ['decimal', ['slider', 'text-box']],
  ['boolean', ['radio-button']],
  ['string', ['text-box']],
  ['text', ['text-box']],
]);

/** The elements of an item. */
export const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'id extension modifierExtension linkId definition code prefix text type enableWhen enableBehavior disabledDisplay required repeats ' +
    'readOnly maxLength answerConstraint answerOption answerValueSet initial item'
  ).split(' '),
);

/** Elements that say nothing at an item of this type. FHIR forbids them there. */
const OUT_OF_PLACE: Record<string, readonly string[]> = {
  attachment: ['answerOption', 'answerValueSet'],
  boolean: ['answerOption', 'answerValueSet'],
  display: ['answerOption', 'answerValueSet', 'initial', 'required', 'repeats'],
  group: ['answerOption', 'answerValueSet', 'initial'],
};

function reportPlaces({ part: { data, tell }, id, fhirType }: Source): void {
  for (const name of OUT_OF_PLACE[fhirType] ?? []) if (data[name]) tell(id, 'element-out-of-place', name);
  if (data.answerOption && data.answerValueSet) tell(id, 'element-out-of-place', 'answerOption beside answerValueSet');
}

/** Reports what of an item is not presented as it says. */
export function reportItem(source: Source, draft: Draft): void {
  const { part, extensions, controls, id, fhirType } = source;
  const usual = isListed(draft) ? OF_LISTS : (USUAL.get(fhirType) ?? []);
  // A list that is not known has no control.
  for (const control of draft.tags?.valueSet ? [] : controls) {
    if (control === draft.tags?.control) continue;
    if (fhirType === 'display' && HELP.includes(control)) part.tell(id, 'help-shown-below', control);
    // Arrows change nothing about the answer, and the number of possible answers decides how a list looks.
    else if (control === 'spinner' ? isWrittenNumber(draft) : isListed(draft) && (draft.multiple ? FOR_ONE : FOR_SEVERAL).includes(control)) part.tell(id, 'extension-ignored', control);
    else if (!usual.includes(control)) part.tell(id, fhirType === 'group' ? 'shown-as-list' : 'control-not-offered', control);
  }
  if (part.number('maxLength') !== undefined && !draft.maxLength) part.tell(id, 'limit-not-applied', 'maxLength');
  // Every answer has one character at least. A text has read its limit.
  const least = extensions.number('minLength');
  if (least! > 1) part.tell(id, 'limit-not-applied', least);
  if (fhirType === 'display' && !draft.text && !draft.prefix && !draft.markup && !draft.media && !draft.dynamic) part.tell(id, 'display-without-text');
  for (const name of Object.keys(part.data)) if (!ELEMENTS.has(name.replace(/^_/, ''))) part.tell(id, 'element-unknown', name);
  reportPlaces(source);
  reportModifiers(part, id);
  reportRest(extensions, part.tell, id);
}
