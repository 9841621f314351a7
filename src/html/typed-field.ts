import { textsOf } from './entries.ts';
import { type FormContext, idOf, nameOf, type Placed } from './form-context.ts';
import { typeMarkupOf } from './item-types/index.ts';
import type { Attributes } from './item-types/item-type-markup.ts';
import { attributes, idList, type Markup, markup } from './markup.ts';
import type { Asking } from './option-list.ts';

/** A native control for an item that is not a list, and what stands below it. Browsers without a field for dates show a text field. */
export function typedField(placed: Placed, context: FormContext, { isRequired, isInvalid, describedBy }: Asking): Markup {
  const { item } = placed;
  const id = idOf(context, placed);
  const name = nameOf(context, placed);
  const type = typeMarkupOf(item);
  const below = type.note?.(item, context);
  const [value = ''] = textsOf(context.values, name);
  const common: Attributes = {
    id,
    name,
    required: isRequired,
    'aria-invalid': isInvalid ? 'true' : undefined,
    'aria-describedby': idList(describedBy, below ? `${id}-note` : undefined, type.hasEnds && `${id}-ends`),
    ...(item.readOnly && { readonly: true }),
  };
  const input = (own: Attributes): Markup => markup`<input${attributes({ ...common, value, autocomplete: 'off', ...own })}>`;
  const note = below ? markup`<p class="attune-help" id="${id}-note">${below}</p>` : undefined;
  return markup`${type.field?.(item, { context, id, name, value, common, input })}${note}`;
}
