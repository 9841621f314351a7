import { expect, nextFrame } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define/fhir-questionnaire.ts';
import '../../src/locales/de.ts';
import '../../src/locales/de/fhir.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { controlAt, errorAt, fields, fieldsOf, itemAt, valuesOf } from './fixtures/fields.ts';
import { filler as fill } from './fixtures/fill-fields.ts';
import { keeps, place } from './fixtures/host.ts';
import { container, isChromium, resized, textsOutside } from './fixtures/layout.ts';
import { activate, button, click, field, inside, option, press, put, read, send, settled, type } from './fixtures/person.ts';

const answers = [
  [/^2026-07-01T10:30:00/], ['https://example.org'], [{ value: 72.5 }], [{ value: 5, unit: 'mg' }], [{ value: 2 }], [{ words: 'With my cat' }], ['walk'], ['s'], ['d16'], ['a', { words: 'Gout' }], ['1234 5678'], ['l'],
];

describe('the item types of FHIR forms', () => {
  it('are all answered, shown for review as the person saw them, and sent', async () => {
    const widget = await fieldsOf({ properties: { review: true } });
    const kept = keeps(widget);
    await fill(widget);
    expect(read(widget)).to.contain('12 of 13 answered');
    // The first time, it points out the blank one.
    for (let i = 0; i < 2; i++) await activate(widget, 'Look at my answers');
    const lines = inside(widget, '[part=answers] dd').map((one) => one.textContent!.replace(/\s/g, ' '));
    expect(lines.slice(0, 13)).to.eql([
      'July 1, 2026 at 10:30 AM', 'https://example.org', '72.5 kg', '5 mg', '2', 'With my cat', 'b) To walk', 'South', 'Sertraline 5 mg', 'Asthma, Gout', 'Left blank', '1234 5678', 'Left',
    ]);
    await send(widget);
    const { response } = kept[0]!;
    const given = fields.items.filter(({ id }) => id !== 'letter').map(({ id }) => valuesOf(widget, id, response)!);
    given.forEach((values, i) => {
      const [first] = answers[i]!;
      if (first instanceof RegExp) expect(values[0]).to.match(first);
      else values.forEach((value, n) => expect(value).to.deep.include(answers[i]![n] as never));
    });
  });

  it('are entries of a form that a plain form mailer can read', async () => {
    const form = document.createElement('form');
    (await place()).append(form);
    form.method = 'post';
    const widget = await fieldsOf({ into: form, attributes: { name: 'q' } });
    await fill(widget);
    const entries = [...new FormData(form)].filter(([name]) => name !== 'q' && name !== 'q.when');
    expect(entries.map(([name, value]) => `${name}=${String(value)}`)).to.eql([
      'q.site=https://example.org', 'q.weight=72.5 kg', 'q.dose=5 mg', 'q.water=2', 'q.lives=With my cat', 'q.helps=walk', 'q.town=s', 'q.drug=d16', 'q.ills=a', 'q.ills=Gout', 'q.card=1234 5678', 'q.hand=l',
    ]);
  });

  it('show the unit of a slider, before and after the answer', async () => {
    const instrument = { ...fields, items: [{ id: 'pain', type: 'slider', text: 'How far?', min: 0, max: 10, minText: '', maxText: '', unit: 'km' }] };
    const widget = await fieldsOf({ properties: { instrument } });
    await activate(widget, 'Choose 5 km');
    expect(inside(widget, '[part=value]')[0]!.textContent).to.contain('5 km');
    expect(inside(widget, 'input')[0]!.getAttribute('aria-valuetext')).to.equal('5 km');
    expect(widget.value!.answers).to.eql([{ item: 'pain', state: 'answered', values: [5] }]);
  });

  it('are restored when the host sets the record', async () => {
    const one = await fieldsOf();
    await fill(one);
    const widget = await fieldsOf({ properties: { value: one.value } });
    expect(widget.value).to.eql(one.value);
    const shown = inside<HTMLInputElement>(widget, '[part=input]').filter(({ value }) => value).map(({ value }) => value);
    expect(shown).to.eql(['2026-07-01T10:30', 'https://example.org', '72.5', '5', '2', 'With my cat', 'Sertraline 5 mg', '1234 5678']);
    widget.reset();
    await settled(widget);
    expect(inside<HTMLInputElement>(widget, '[part=input]').filter(({ value }) => value)).to.eql([]);
    expect(inside(widget, ':checked:not(option)')).to.eql([]);
  });

  it('are all pointed out if they are required, and each can be left out', async () => {
    const widget = await fieldsOf({ properties: { required: true } });
    const kept = keeps(widget);
    await send(widget);
    const errors = fields.items.map(({ id }) => errorAt(widget, id));
    expect(errors.filter((error) => !error)).to.eql([]);
    for (const { id } of fields.items) itemAt(widget, id).querySelector<HTMLInputElement>('[part=leave-out] input')!.click();
    await settled(widget);
    await send(widget);
    expect(new Set(kept[0]!.response.answers.map(({ state }) => state))).to.eql(new Set(['declined']));
    expect(kept[0]!.response.answers.length).to.equal(fields.items.length);
  });

  it('have a link in the summary of errors that leads to their control', async () => {
    const widget = await fieldsOf({ properties: { required: true } });
    await send(widget);
    for (const { id } of fields.items) {
      inside<HTMLElement>(widget, `[part~=summary] a[data-to="${id}"]`)[0]!.click();
      await settled(widget);
      expect(widget.shadowRoot!.activeElement!.closest<HTMLElement>('[data-key]')!.dataset.key).to.equal(id);
    }
  });

  it('say how an answer is written as help, not only in the field', async () => {
    const widget = await fieldsOf({ only: ['card'] });
    const control = field(widget, 'The number of your card');
    const [help] = control.getAttribute('aria-describedby')!.split(' ').map((id) => widget.shadowRoot!.getElementById(id)!.textContent);
    expect([help, control.placeholder]).to.eql(['It is on the back. Write it like this: 1234 5678', '']);
  });

  it('have their prefix before the question, in the form and in the copy, and so have groups', async () => {
    const items = [{ id: 'part', type: 'group', text: 'About sleep', prefix: '1.', items: [{ id: 'one', type: 'boolean', text: 'Do you sleep well?', prefix: '1.a' }] }];
    const widget = await fieldsOf({ properties: { instrument: { ...fields, id: 'numbered', items } } });
    expect(inside(widget, '[part=group-title], [part=legend]').map((one) => one.textContent)).to.eql(['1. About sleep', '1.a Do you sleep well?']);
    await click(option(itemAt(widget, 'one'), 'Yes'));
    await activate(widget, 'Keep a copy');
    expect(inside(widget, '[part=answers] dt').map((one) => one.textContent)).to.include.members(['1. About sleep', '1.a Do you sleep well?']);
  });

  it('are in a row or in a list as the item says', async () => {
    const widget = await fieldsOf({ only: ['hand'] });
    const [left, right] = itemAt(widget, 'hand').querySelectorAll('label');
    expect(left!.getBoundingClientRect().top).to.equal(right!.getBoundingClientRect().top);
  });

  for (const [state, act] of Object.entries({
    blank: async () => {},
    'with errors': async (widget: AttuneQuestionnaire) => {
      widget.required = true;
      await send(widget);
    },
    'filled in': fill,
    readonly: async (widget: AttuneQuestionnaire) => {
      await fill(widget);
      widget.readonly = true;
    },
  })) {
    it(`have no accessibility problem that axe finds: ${state}`, async function () {
      this.timeout(60_000);
      const widget = await fieldsOf();
      await act(widget);
      await settled(widget);
      await expect(widget).to.be.accessible();
    });
  }

  for (const direction of ['ltr', 'rtl']) {
    it(`fit into 320 px, also with large text: ${direction}`, async () => {
      for (const size of ['100%', '200%']) {
        const home = await container(320, `font-size: ${size}; direction: ${direction}`);
        home.dir = direction;
        const widget = await fieldsOf({ into: home });
        await fill(widget);
        put(controlAt(widget, 'drug'), 'sertraline 25');
        await press('ArrowDown');
        await resized(widget);
        expect(textsOutside(home, widget), size).to.eql([]);
        const wide = inside<HTMLElement>(widget, '[part=input], [part=suggestions]').filter((one) => one.offsetWidth > home.clientWidth);
        expect(wide.map((one) => one.outerHTML.slice(0, 80)), size).to.eql([]);
        home.remove();
      }
    });
  }

  it('have controls of at least 44 px', async () => {
    const widget = await fieldsOf();
    await fill(widget);
    controlAt(widget, 'drug').click();
    await nextFrame();
    const small = inside<HTMLElement>(widget, '[part=input], [role=option], [part=chosen] button').filter((one) => one.offsetHeight && one.offsetHeight < 43.5);
    expect(small.map((one) => one.outerHTML.slice(0, 80))).to.eql([]);
  });

  if (isChromium) it('show the active suggestion in forced colours', async () => {
    await executeServerCommand('forced-colors', true);
    try {
      const widget = await fieldsOf({ only: ['drug'] });
      controlAt(widget, 'drug').focus();
      await press('ArrowDown');
      const style = getComputedStyle(itemAt(widget, 'drug').querySelector('[aria-selected=true]')!);
      expect([style.outlineStyle, parseFloat(style.outlineWidth) >= 2]).to.eql(['solid', true]);
    } finally {
      await executeServerCommand('forced-colors', false);
    }
  });

  it('speak the language of the page', async () => {
    const home = await place();
    home.lang = 'de';
    const widget = await fieldsOf({ into: home, only: ['town', 'letter', 'drug'] });
    expect([controlAt<HTMLSelectElement>(widget, 'town').options[0]!.text, controlAt<HTMLSelectElement>(widget, 'town').options[3]!.text]).to.eql(['Bitte wählen', 'Etwas anderes']);
    expect(read(widget)).to.contain('Mögliche Arten: application/pdf, image/*.');
    put(controlAt(widget, 'drug'), 'aspirin');
    await press('Tab');
    await settled(widget);
    expect(errorAt(widget, 'drug')).to.equal('Wählen Sie eine Antwort aus der Liste.');
  });

  it('are disabled with the widget', async () => {
    const widget = await fieldsOf({ properties: { disabled: true } });
    expect(inside<HTMLInputElement>(widget, '[part=input]').filter((one) => !one.matches(':disabled'))).to.eql([]);
  });

  it('leave no answer in an event that the page can hear', async () => {
    const widget = await fieldsOf({ only: ['drug', 'lives'] });
    const heard: string[] = [];
    for (const name of ['input', 'change', 'keydown', 'keyup', 'click', 'beforeinput']) {
      document.addEventListener(name, (event) => {
        const { value, textContent } = event.composedPath()[0] as HTMLInputElement;
        heard.push(`${name} ${value ?? ''} ${(event as InputEvent).data ?? ''} ${(event as KeyboardEvent).key ?? ''} ${widget.contains(event.target as Node) ? '' : textContent}`);
      }, { once: false, signal: AbortSignal.timeout(3000) });
    }
    await type(controlAt(widget, 'drug'), 'sertraline 7');
    await press('ArrowDown');
    await press('Enter');
    await settled(widget);
    expect(valuesOf(widget, 'drug')!.length).to.equal(1);
    expect(heard.filter((one) => /sertraline|Sertraline/i.test(one))).to.eql([]);
    await activate(widget, 'Stop and erase');
    await click(button(widget, 'Erase'));
    expect(widget.value).to.equal(null);
  });
});
