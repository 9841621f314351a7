/* global wp, attuneWidgets */
// The blocks in the editor: settings in the sidebar, the clinic's own words in the block. The server renders what visitors see.
(() => {
  const { createElement: element } = wp.element;
  const { InnerBlocks, InspectorControls, RichText, useBlockProps, useInnerBlocksProps } = wp.blockEditor;
  const { PanelBody, SelectControl, TextControl, ToggleControl } = wp.components;
  const { __ } = wp.i18n;
  const FIRST = ['who', 'when', 'kept', 'lang', 'translations'];
  const SLOTS_IN_SIGHT = ['who-sees', 'crisis'];
  const FORMATS = ['core/bold', 'core/italic', 'core/link'];

  const camelCase = name => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

  const control = ([name, { type, values, label, help }], { attributes, setAttributes }) => {
    const key = camelCase(name);
    const value = attributes[key];
    const common = { key, label, help, __nextHasNoMarginBottom: true, __next40pxDefaultSize: true };
    if (type === 'boolean') {
      return element(ToggleControl, { ...common, checked: !!value, onChange: checked => setAttributes({ [key]: checked || undefined }) });
    }
    if (values) {
      const options = [{ label: __('As usual', 'attune'), value: '' }, ...values.map(one => ({ label: one, value: one }))];
      return element(SelectControl, { ...common, options, value: value ?? '', onChange: chosen => setAttributes({ [key]: chosen || undefined }) });
    }
    const read = text => (type === 'number' ? Number(text) : text);
    return element(TextControl, {
      ...common,
      type: type === 'number' ? 'number' : 'text',
      value: value ?? '',
      onChange: text => setAttributes({ [key]: text === '' ? undefined : read(text) }),
    });
  };

  const settings = (widget, props) => {
    const offered = Object.entries(widget.attributes).filter(([, { fixed }]) => !fixed);
    const isFirst = ([name]) => FIRST.includes(name) || !COMMON.has(name);
    // What only this widget has, then who sees the answers, then the language.
    const place = ([name]) => FIRST.indexOf(name);
    offered.sort((a, b) => place(a) - place(b));
    const panel = (title, chosen, initialOpen) =>
      chosen.length ? element(PanelBody, { key: title, title, initialOpen }, chosen.map(entry => control(entry, props))) : null;
    return element(InspectorControls, null, [
      panel(__('Settings', 'attune'), offered.filter(isFirst), true),
      panel(__('More settings', 'attune'), offered.filter(entry => !isFirst(entry)), false),
    ]);
  };

  /** The attributes that most widgets have. What only one has comes first. */
  const counts = new Map();
  for (const { attributes } of Object.values(attuneWidgets)) for (const name of Object.keys(attributes)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const COMMON = new Set([...counts].filter(([, count]) => count > 3).map(([name]) => name));

  const slotField = ([name, { label }], { attributes, setAttributes }) =>
    element(
      'div',
      { key: name, className: 'attune-slot' },
      element('span', { className: 'attune-slot-label', 'aria-hidden': true }, label),
      element(RichText, {
        tagName: 'p',
        'aria-label': label,
        value: attributes.slots?.[name] ?? '',
        allowedFormats: FORMATS,
        placeholder: __('The widget’s own words', 'attune'),
        onChange: text => setAttributes({ slots: { ...attributes.slots, [name]: text || undefined } }),
      }),
    );

  const slotFields = (widget, props) => {
    const all = Object.entries(widget.slots);
    const inSight = all.filter(([name]) => SLOTS_IN_SIGHT.includes(name));
    const others = all.filter(([name]) => !SLOTS_IN_SIGHT.includes(name));
    return [
      ...inSight.map(entry => slotField(entry, props)),
      others.length
        ? element(
            'details',
            { key: 'others', className: 'attune-others' },
            element('summary', null, __('More words of your own', 'attune')),
            others.map(entry => slotField(entry, props)),
          )
        : null,
    ];
  };

  /** What is inside a session. */
  const Inside = () => element('div', useInnerBlocksProps({ className: 'attune-inside' }, { allowedBlocks: Object.keys(attuneWidgets).map(blockName) }));

  const blockName = tag => tag.replace(/^attune-/, 'attune/');

  const register = ([tag, widget]) => {
    const edit = props =>
      element(
        'div',
        useBlockProps({ className: 'attune-block' }),
        settings(widget, props),
        element('p', { className: 'attune-title' }, widget.title),
        element('p', { className: 'attune-summary' }, widget.summary),
        slotFields(widget, props),
        widget.contains ? element(Inside) : null,
      );
    const save = () => (widget.contains ? element(InnerBlocks.Content) : null);
    wp.blocks.registerBlockType(blockName(tag), { edit, save });
  };
  Object.entries(attuneWidgets).forEach(register);
})();
