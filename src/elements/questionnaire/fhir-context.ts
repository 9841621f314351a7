/** What a FHIR form can use, beside its answers. */
export interface FhirContext {
  /** Resources by the name that the form has for them in its `launchContext`: `{patient: {...}}` is `%patient`. */
  launchContext?: Readonly<Record<string, unknown>>;
  /**
   * Asks the FHIR server: `url` is the end of an address, such as `Observation?patient=7`. Returns the resource or the Bundle that the server
   * sends. It is called when the form is shown, and can fail: the form works without its answer.
   */
  query?: (url: string) => Promise<unknown>;
  /**
   * Returns a ValueSet with its expansion, for a Questionnaire that does not contain it. `canonical` is as the Questionnaire has it, perhaps with
   * a version. It is called once for each when the form is shown, and again a few times if it fails. Until it answers, and if it does not, the
   * person answers in words. The form of a person who has begun does not change. `preferredTerminologyServer`: the base address of the server that
   * the form names. Send no credentials to an address of a form that you do not know.
   */
  expandValueSet?: (canonical: string, options: { preferredTerminologyServer?: string }) => Promise<unknown>;
  /**
   * Returns the Questionnaire with this canonical, for a form that is made of others (`subQuestionnaire`). It is called once for each. The form is
   * shown when all are there. One that fails is reported, and the form is shown without it.
   */
  subQuestionnaire?: (canonical: string) => Promise<unknown>;
  /** The Questionnaire that a definition was made from. Not needed if `instrument` is the Questionnaire itself. */
  questionnaire?: object;
}
