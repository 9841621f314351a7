import { css, html, nothing, render, type TemplateResult } from '../../lit/lit.ts';
import type { GroupItem } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { groupHeading } from '../../templates/heading.ts';
import { fhir } from '../../text/locales/en/fhir.ts';
import { setAttributes } from '../attributes.ts';
import { heardOnlyStyles } from './heard-only.styles.ts';
import { createItemList } from './item-list.ts';
import { withPrefix } from './item-text.ts';
import { notesFor } from './item-notes.ts';
import type { Errors, ItemTypeView, MakeItem } from './item-type-view.ts';
import { addButton, removeButton } from './repetition-buttons.ts';
import { isSought, openSought } from './sought-item.ts';

const hasError = ({ key, children }: Instance, errors: Errors): boolean => errors.has(key) || children.some((child) => hasError(child, errors));

const makeGroup: MakeItem = (instance, id) => {
  const { key } = instance;
  const item = instance.item as GroupItem;
  // Without a text, nothing would say what is closed.
  const collapsible = item.text ? item.collapsible : undefined;
  const isRow = item.layout === 'row';
  const root = document.createElement('div');
  root.dataset.key = key;
  const members = document.createElement('div');
  if (isRow) members.className = 'beside';
  const list = createItemList();
  let errors: Errors | undefined;

  /** What is around the heading and the questions. */
  const frame = ({ text }: GroupItem, heading: unknown, inside: TemplateResult, describedBy: string | undefined): TemplateResult => {
    const label = text ? id : nothing;
    if (!collapsible) {
      return html`<div class="group" part="group" role="group" aria-labelledby=${label} aria-describedby=${describedBy ?? nothing}>
        ${heading} ${inside}
      </div>`;
    }
    return html`<details class="group" part="group" ?open=${collapsible === 'open'} aria-labelledby=${label} aria-describedby=${describedBy ?? nothing}>
      <summary>${heading}</summary>
      ${inside}
    </details>`;
  };

  return {
    root,
    show(instance, page, isLast) {
      const { context } = page;
      const item = instance.item as GroupItem;
      const { children, at } = instance;
      const isInvalid = page.errors.has(key);
      const notes = notesFor(instance, { page, id, isInvalid });
      const title = item.text ? groupHeading(context.level, withPrefix(item), id) : nothing;
      // The rows of a table have one heading that is seen.
      const heading = isRow && at.at(-1) ? html`<div class="sr">${title}</div>` : title;
      list(members, children, page);
      const inside = html`${notes.template} ${context.groupNote(instance)} ${members}
      ${removeButton(instance, context)}`;
      render(html`${frame(item, heading, inside, notes.describedBy)} ${addButton(instance, context, isLast)}`, root);
      const box = root.firstElementChild!;
      box.classList.toggle('wrong', isInvalid);
      if (collapsible) {
        // A group in a group is on the page later.
        queueMicrotask(() => openSought(root));
        const hasNewError = page.errors !== errors && hasError(instance, page.errors);
        if (hasNewError || isSought(instance)) setAttributes(box, { open: '' });
      }
      errors = page.errors;
    },
  };
};

/** Groups in every form: also one that can be closed, one that needs an answer, and one whose questions are beside each other. */
export const anyGroup: ItemTypeView<GroupItem> = {
  make: makeGroup,
  messages: { fhir },
  styles: [heardOnlyStyles, css`
    .group {
      position: relative;
    }
    summary {
      min-block-size: var(--target);
      cursor: pointer;
    }
    summary > .group-title {
      display: inline-block;
      margin-block: 0;
      vertical-align: middle;
    }
    details {
      margin-block-end: var(--between);
    }
    details > summary + * {
      margin-block-start: calc(2 * var(--space));
    }
    @container (min-width: 38em) {
      .beside {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
        gap: calc(2 * var(--space));
        align-items: start;
        margin-block-end: var(--space);
      }
      .beside > .item {
        margin-block-end: 0;
      }
      .beside [part='legend'] {
        font-size: 1em;
      }
      .beside :is(input, select, textarea)[part='input'] {
        inline-size: 100%;
      }
    }
  `],
  problem: (_, t) => t('fhir.errorGroup'),
};
