// Names of properties that only the code inside one CDN file reads and writes. The build makes them short. A name that a host,
// a browser, a stored text or another CDN file on the page also uses must not be here: test/package/internal-names.test.ts
// checks what can be checked. To leave a name out costs a few bytes and is always safe.
export const INTERNAL_NAMES = `
  afterAnswer allChoices answerLines answerText answersAt busyWith canAdd canRemove chosenIn commonMistakes conditionDepth
  copyNotes createRepeats createVisibility cutPages dataDepth dataValues definitionText dependenciesOf deps describedBy detailOf
  extraShowsAnswers facts faultOf fieldNote focusFirst formControl formSubmission giveOut goTo groupNote hasCrisis
  hasLeft hasSeenBlanks holdStep initialState internals isAnswered isForgotten isGivenOut isHidden isInside
  isLost isOpen isPaged isPicked isPossible isRefused isRepeated isRequired isSegmented isSeveral isUnheard isUnsent
  isUnusable isValue isWrong itemDepth itemMistakes itemSupport jsonOf jsonText lastId leaveOut makeItem markAnswered markGone
  markSaved markSent memoryOnly noteIn onBegin onOffer openPage optionCount optionSets pageSize pointOutBlanks pristine
  publish readAgain recover repeatedItems scoreTemplate onTranslate sendable setDetails setHidden showAnswers showErased
  showErrors showProblems skippable stopAndErase uid valueText wasInside weightOf wordingText
  filesOf isAlone putFiles readItem
  firstPageSize isInSitting isLine isLocked isNarrow isReadonly lastAnswered summaryOf
  createProperty elementStyles finalizeStyles fromAttribute hasChanged noAccessor renderOptions
`.trim().split(/\s+/);
