import { nothing } from '../lit/lit.ts';
import type { Response } from '../../core/record/response.ts';
import type { OwnCopy } from '../safety/own-copy.ts';
import { draftMessages } from '../safety/draft-keeper.ts';
import { keptUnsent } from '../safety/disclosure.ts';
import type { QuestionnaireFlow } from './flow.ts';
import { answersNear } from './items/answers-near.ts';
import { createItemList } from './items/item-list.ts';
import { keepFocus } from './items/keep-focus.ts';
import type { ItemContext } from './items/item-type-view.ts';
import { makeItem } from './items/make-item.ts';
import { type Inside, type QuestionnaireHost } from './questionnaire-host.ts';
import { isSameView, type QuestionnaireView } from './questionnaire-view.ts';
import { answerLines } from './templates/answer-lines.ts';
import { widget } from './templates/pages-view.ts';
import { showProgress } from './templates/progress.ts';
import { resultWordsTemplate, type ResultTemplate } from './templates/result-words-template.ts';
import type { FormKey } from '../text/keys.ts';
import { Language } from '../text/language.ts';
import { absence } from '../text/locales/en/absence.ts';
import { common } from '../text/locales/en/common.ts';
import { form } from '../text/locales/en/form.ts';
import type { Messages } from '../text/messages.ts';

let count = 0;

/**
 * Owns what is on the screen. Lit renders the view around the items; the items and the progress are updated separately. It
 * changes no answer and no state.
 */
export class Screen {
  #host: QuestionnaireHost;
  #inside: Inside;
  #flow: QuestionnaireFlow;
  #uid = `a${(++count).toString(36)}${Math.random().toString(36).slice(2, 6)}-`;
  #context: ItemContext | undefined;
  /** What the items were shown with last. */
  #shownWith: ItemContext | undefined;
  #view: QuestionnaireView | undefined;
  #showItems = createItemList();
  #language: Language<FormKey>;

  constructor(host: QuestionnaireHost, inside: Inside, flow: QuestionnaireFlow) {
    this.#host = host;
    this.#inside = inside;
    this.#flow = flow;
    this.#language = new Language(host, {
      english: () => ({
        ...common,
        ...absence,
        ...form,
        ...Object.assign({}, ...Object.values(inside.itemSupport().views).map(({ messages }) => messages)),
        ...inside.extension().messages,
        drafts: draftMessages() ?? {},
      }),
      around: () => flow.filling.session?.instrument.language,
      onChange: () => this.forget(),
    });
  }

  /** The interface words, in the best language that the page has for them. */
  get t(): Messages<FormKey> {
    return this.#language.messages;
  }

  /** The language around the widget; '' if the page does not say. */
  get language(): string {
    return this.#language.asked;
  }

  /** What the items need. It stays the same object until `forget()`. */
  get context(): ItemContext {
    this.#context ??= this.#makeContext();
    return this.#context;
  }

  /** Something has changed that every item depends on. */
  forget(): void {
    this.#context = undefined;
  }

  #makeContext(): ItemContext {
    const { headingLevel, required, readonly } = this.#host;
    const { filling, sitting, isShared } = this.#flow;
    const { instrument } = filling.session!;
    const extension = this.#inside.extension();
    return {
      instrument,
      t: this.t,
      itemSupport: this.#inside.itemSupport(),
      uid: this.#uid,
      level: headingLevel,
      required: !!required,
      readonly: !!readonly,
      shared: isShared,
      skippable: this.#host.layout === 'paged' && !sitting,
      makeItem,
      optionSets: new Map(),
      answersAt: (at) => answersNear(filling.session!.current.response, at),
      groupNote: (instance) => extension.groupNote?.(instance, instrument) ?? nothing,
      fieldNote: (instance) => extension.fieldNote?.(instance, instrument) ?? nothing,
    };
  }

  /** Shows changed answers. If the view around the items is the same, only the changed items are updated. */
  follow(): void {
    const { extraShowsAnswers } = this.#inside.extension();
    const isSame = this.#view && !extraShowsAnswers && isSameView(this.#view, this.#flow.view);
    if (!isSame) this.#host.requestUpdate();
    else if (!this.#host.isUpdatePending) this.showAnswers();
  }

  /** Updates the items and the progress. To be called after each render. */
  showAnswers(): void {
    const { filling, state, navigation } = this.#flow;
    const [progress, items] = ['progress', 'items'].map((part) => this.#host.renderRoot.querySelector(`[part=${part}]`));
    if (!filling.session || !progress || !items) return;
    const { instances, pages, page, answered, total } = filling.session.current;
    const { context } = this;
    const { errors, mended, pointedOut } = state;
    const { isPaged } = navigation;
    showProgress(progress, { answered, total }, context.t);
    const show = (): void => this.#showItems(items, isPaged ? pages[page - 1]! : instances, { context, errors, mended, pointedOut });
    if (context === this.#shownWith) show();
    else keepFocus(items, show);
    this.#shownWith = context;
  }

  /** The person's answers, for the review and for a copy: the sent answers, else the current ones. */
  copy(): OwnCopy {
    const { filling, sending } = this.#flow;
    const { instrument, current } = filling.session!;
    const { instances } = 'record' in sending.submission ? sending.sent! : current;
    const notes = this.#inside.extension().copyNotes?.(instrument) ?? [];
    const stem = instrument.stem ? [{ label: instrument.stem }] : [];
    return { title: instrument.title, lang: instrument.language, lines: [...stem, ...answerLines(instances, this.context), ...notes] };
  }

  render(): unknown {
    const { filling, facts, crisis } = this.#flow;
    const { context } = this;
    const { instrument, current } = filling.session!;
    const { submission, state } = facts;
    const record: Response = 'record' in submission ? submission.record : current.response;
    const isSent = submission.state === 'saved' || submission.state === 'sent';
    const extra = this.#inside.extension().extra?.(instrument, record, isSent, !!current.problems) ?? nothing;
    this.#view = this.#flow.view;
    return widget({
      view: this.#view,
      context,
      submission,
      disclosure: this.#host,
      keptUnsent: keptUnsent(this.#host, this.#flow.sitting?.element, context.t),
      hasQuickHide: this.#host.quickHide,
      isRefused: state.isRefused,
      crisis: { hasCrisis: crisis.isHere, t: context.t, host: this.#host },
      idle: this.#flow.warning(context.t),
      extra,
      copy: () => this.copy(),
      result: this.#result,
    });
  }

  #result: ResultTemplate = (instrument, record, t) => {
    const { result } = this.#host;
    if (result === 'words') return resultWordsTemplate(instrument, record, t);
    if (result !== 'score' || instrument.audience === 'client') return nothing;
    return this.#inside.extension().scoreTemplate?.(instrument, record, t) ?? nothing;
  };
}
