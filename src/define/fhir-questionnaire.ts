import { fullStructure } from '../core/answering/full-structure.ts';
import { fhirSupport } from '../elements/questionnaire/fhir-support.ts';
import { overlaysOf } from '../elements/questionnaire/form-overlays.ts';
import { markupLimits } from '../elements/questionnaire/markup-limits.ts';
import { limitedNote, waitingNote } from '../elements/questionnaire/limited-note.ts';
import { readFormsWith, supportForms } from '../elements/questionnaire/further-items.ts';
import { AttuneQuestionnaire, type FormExtras, type ReadForm } from '../elements/questionnaire/questionnaire.ts';
import { ENGINE_EVENT, sharedEngine, shareEngine } from '../fhir/expression-engine.ts';
import { type PresentedForm, presentedForm } from '../fhir/presented-form.ts';
import { withSubQuestionnaires } from '../fhir/whole-form.ts';
import { readForms } from '../instruments/read-forms.ts';
import { defineElement } from '../ui/host/define-element.ts';

/** What is not filled in at the start matters to the host. The person can fill it in. */
const extrasOf = ({ definition, limits: own, translations, evaluated, isWaiting }: PresentedForm): FormExtras => {
  const limits = [...markupLimits(definition), ...own];
  const all = [...limits, ...(evaluated?.issues ?? [])].map(({ path, message }) => `${path}: ${message}`).join('; ');
  return {
    ...(all && { limits: all }),
    note: (t, hasProblems) => [isWaiting ? waitingNote(t) : undefined, limits[0] || hasProblems ? limitedNote(t) : undefined],
    overlay: overlaysOf(translations),
    ...(evaluated && { structure: fullStructure(evaluated.evaluator), prefill: evaluated.prefill }),
  };
};

const readOf = (form: PresentedForm): ReturnType<ReadForm> & { ok: true } => ({
  ok: true,
  definition: form.definition,
  ...extrasOf(form),
  later: form.later?.then(readOf),
});

/** In seconds: when value sets that did not come are requested again. */
const PAUSES = [2, 10, 60];

const pause = (times: number): Promise<void> | undefined => {
  const seconds = PAUSES[times - 1];
  return seconds === undefined ? undefined : new Promise((done) => void setTimeout(done, seconds * 1000));
};

/** Reads Questionnaires and definitions with the expressions that the page has, can load or does not have. */
function currentReader(): ReadForm {
  const { engine, load, failure } = sharedEngine();
  let isLoading = false;
  return (data, context) => {
    const whole = withSubQuestionnaires(data, context?.subQuestionnaire, () => readFormsWith(currentReader()));
    if (!whole) return undefined;
    const form = presentedForm(whole.data, engine, { ...context, pause });
    if (!form.ok) return form;
    if (form.needsEngine && load) {
      if (!isLoading) load().then((engine) => shareEngine({ engine }), (error: unknown) => shareEngine({ failure: String(error) }));
      isLoading = true;
      return undefined;
    }
    const failures = form.needsEngine && failure ? [{ path: 'fhir-expressions', message: failure }] : [];
    return readOf({ ...form, limits: [...failures, ...form.limits] });
  };
}

supportForms(fhirSupport, currentReader());
globalThis.addEventListener?.(ENGINE_EVENT, () => readFormsWith(currentReader()));
readForms();
defineElement('attune-questionnaire', AttuneQuestionnaire);
const registered = globalThis.customElements?.get('attune-questionnaire');
if (registered && registered !== AttuneQuestionnaire) {
  // eslint-disable-next-line no-console -- there is no element to report to
  console.warn('<attune-questionnaire> is registered already, by a file without FHIR forms. Load fhir-questionnaire.js in its place.');
}

declare global {
  interface HTMLElementTagNameMap {
    'attune-questionnaire': AttuneQuestionnaire;
  }
}

export { registerInstrument } from '../instruments/registry.ts';
