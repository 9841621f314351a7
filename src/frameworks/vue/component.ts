import { defineComponent, h, onMounted, shallowRef, type DefineComponent } from 'vue';

type Props = Record<string, unknown>;

/** Vue would write a flag that is off as the text "false". */
const written = (value: unknown): unknown => (value === true ? '' : value === false ? undefined : value);

/**
 * A Vue component for an element. `attributes` has the attribute of each prop that holds a text, a number or a flag;
 * `properties` are the props that also hold objects. An element that is a form control has `v-model`.
 *
 * Vue itself is not enough. It sets a property only if the element has one of the name as the template spells it, so not before
 * the element is defined and not for `last-questions`. Its `v-model` does not set what the element has already, so the
 * element cannot know that the page keeps its record, and that `null` then means: make it blank.
 */
export const component = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  properties: readonly string[],
): DefineComponent => {
  const isControl = properties.includes('value');
  const names = [...Object.keys(attributes), ...properties, ...(isControl ? ['modelValue'] : [])];
  return defineComponent({
    name: tag,
    props: Object.fromEntries(names.map((name) => [name, { type: null, default: undefined }])),
    ...(isControl && { emits: ['update:modelValue'] }),
    setup(given, { emit, expose, slots }) {
      const props = given as Props;
      const element = shallowRef<HTMLElement & Props>();
      // Its listeners are attached when Vue hydrates. What a server wrote waits for them.
      onMounted(() => element.value?.removeAttribute('defer-hydration'));
      expose({ element });
      return () => {
        const set: Props = { ref: element };
        for (const [name, attribute] of Object.entries(attributes)) set[`^${attribute}`] = written(props[name]);
        for (const name of properties) set[`.${name}`] = props[name];
        if (isControl) {
          if (props['modelValue'] !== undefined) set['.value'] = props['modelValue'];
          set['onInput'] = () => emit('update:modelValue', element.value!['value']);
        }
        if (typeof document === 'undefined') set['defer-hydration'] = '';
        return h(tag, set, slots['default']?.());
      };
    },
  }) as unknown as DefineComponent;
};
