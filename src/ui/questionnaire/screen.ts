import { nothing } from 'lit';
import type { Response } from '../../core/record/response.ts';
import type { OwnCopy } from '../safety/own-copy.ts';
import { isSharedDevice } from '../safety/shared-device.ts';
import { absenceWords, formWords } from '../text/form-words.ts';
import { words as common, type Words } from '../text/words.ts';
import type { QuestionnaireFlow } from './flow.ts';
import { answersNear } from './items/answers-near.ts';
import { createItemList } from './items/item-list.ts';
import type { ItemContext } from './items/item-type-view.ts';
import { makeItem } from './items/make-item.ts';
import { isPaged, type Inside, type QuestionnaireHost } from './questionnaire-host.ts';
import { isSameView, viewOf, type QuestionnaireView } from './questionnaire-view.ts';
import { answerLines } from './templates/answer-lines.ts';
import { widget } from './templates/pages-view.ts';
import { showProgress } from './templates/progress.ts';
import { resultWordsTemplate, type ResultTemplate } from './templates/result-words-template.ts';

/** The words of every questionnaire; the views of its item types bring theirs. */
const words = { ...common, ...absenceWords, ...formWords };
let count = 0;

/**
 * Owns what is on the screen: the view around the items, which Lit renders, and the items and the progress, which are
 * updated apart from it. It changes no answer and no state.
 */
export class Screen {
  #host: QuestionnaireHost;
  #inside: Inside;
  #flow: QuestionnaireFlow;
  #uid = `a${(++count).toString(36)}${Math.random().toString(36).slice(2, 6)}-`;
  #context: ItemContext | undefined;
  #view: QuestionnaireView | undefined;
  #showItems = createItemList();

  constructor(host: QuestionnaireHost, inside: Inside, flow: QuestionnaireFlow) {
    this.#host = host;
    this.#inside = inside;
    this.#flow = flow;
  }

  get words(): Words {
    const own = Object.values(this.#inside.itemSupport.views).map((view) => view.words);
    return Object.assign({}, words, ...own, this.#host.strings) as Words;
  }

  /** What the items need. It keeps its identity until `forget()`. */
  get context(): ItemContext {
    return (this.#context ??= this.#makeContext());
  }

  /** Something has changed that all items depend on. */
  forget(): void {
    this.#context = undefined;
  }

  #makeContext(): ItemContext {
    const { headingLevel, required, readonly, privacy } = this.#host;
    const { filling, sitting } = this.#flow;
    const { instrument } = filling.session!;
    const extension = this.#inside.extension();
    return {
      instrument,
      words: this.words,
      itemSupport: this.#inside.itemSupport,
      uid: this.#uid,
      level: headingLevel,
      required: !!required,
      readonly: !!readonly,
      shared: isSharedDevice(privacy),
      skippable: isPaged(this.#host, sitting),
      makeItem,
      optionSets: new Map(),
      answersAt: (at) => answersNear(filling.session!.current.response, at),
      groupNote: (instance) => extension.groupNote?.(instance, instrument) ?? nothing,
      fieldNote: (instance) => extension.fieldNote?.(instance, instrument) ?? nothing,
    };
  }

  /** Shows changed answers: those items alone where the view around them stays the same, else all. */
  follow(): void {
    const { extraShowsAnswers } = this.#inside.extension();
    const isSame = this.#view && !extraShowsAnswers && isSameView(this.#view, viewOf(this.#flow.facts));
    if (!isSame) this.#host.requestUpdate();
    else if (!this.#host.isUpdatePending) this.showAnswers();
  }

  /** Puts the items and the progress into their places. For `updated()`. */
  showAnswers(): void {
    const { filling, state, sitting } = this.#flow;
    const [progress, items] = ['progress', 'items'].map((part) => this.#host.renderRoot.querySelector(`[part=${part}]`));
    if (!filling.session || !progress || !items) return;
    const { instances, pages, page, answered, total } = filling.session.current;
    const { context } = this;
    const paged = isPaged(this.#host, sitting);
    showProgress(progress, { answered, total, page, pages: pages.length, isPaged: paged }, context.words);
    this.#showItems(items, paged ? pages[page - 1]! : instances, context, state.errors);
  }

  /** The person's own answers, to review or keep: those that were sent, else those on the page. */
  copy(): OwnCopy {
    const { filling, sending } = this.#flow;
    const { instrument, current } = filling.session!;
    const { instances } = 'record' in sending.submission ? sending.sent! : current;
    const notes = this.#inside.extension().copyNotes?.(instrument) ?? [];
    const stem = instrument.stem ? [{ label: instrument.stem }] : [];
    return { title: instrument.title, lines: [...stem, ...answerLines(instances, this.context), ...notes] };
  }

  render(): unknown {
    const { filling, facts, crisis } = this.#flow;
    const { instrument, current } = filling.session!;
    const { submission, state } = facts;
    const { state: sent } = submission;
    const record: Response = 'record' in submission ? submission.record : current.response;
    const extra = this.#inside.extension().extra?.(instrument, record, sent === 'saved' || sent === 'sent') ?? nothing;
    this.#view = viewOf(facts);
    return widget({
      view: this.#view,
      context: this.context,
      submission,
      disclosure: this.#host,
      hasQuickHide: this.#host.quickHide,
      isRefused: state.isRefused,
      hasCrisis: crisis.isHere,
      idle: this.#flow.warning(this.words),
      extra,
      copy: () => this.copy(),
      result: this.#result,
    });
  }

  #result: ResultTemplate = (...given) => {
    const { result } = this.#host;
    const { scoreTemplate } = this.#inside.extension();
    const isForClient = given[0].audience === 'client';
    if (result === 'words') return resultWordsTemplate(...given);
    return (result === 'score' && !isForClient && scoreTemplate?.(...given)) || nothing;
  };
}
