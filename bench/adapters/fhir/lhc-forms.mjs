// LHC-Forms, from the files that tools/lhc-forms.mjs fetches. `mount` and `presented` run in the page.
import { fetchLhcForms, findLhcForms, SCRIPTS, STYLES, VERSION } from '../../../tools/lhc-forms.mjs';

fetchLhcForms();

export default {
  name: `LHC-Forms ${VERSION}`,
  folder: findLhcForms(),
  scripts: SCRIPTS,
  styles: [STYLES],
  /** Resolves when LHC-Forms says that the form is ready. Rejects if it cannot show the Questionnaire. */
  mount: (host, questionnaire) =>
    window.LForms.Util.addFormToPage(questionnaire, host, { fhirVersion: 'R4' }).catch(errors => {
      throw new Error([errors].flat().map(String).join('; '), { cause: errors });
    }),
  /** The linkIds of the items on screen. The id of an element is the linkId, and the place in each level. */
  presented: host =>
    [...host.querySelectorAll('label[id^="label-"]')].map(({ id }) => id.slice('label-'.length).replace(/(\/\d+)+$/, '')),
};
