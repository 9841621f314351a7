import { expect } from '@open-wc/testing';
import { has, lacks, hear, keeps, keepsLater, listenOnce, mount, place } from '../elements/fixtures/host.ts';
import { stopClock } from '../elements/fixtures/clock.ts';
import {
  activate, buttons, choose, click, heard, inside, oneInside, press, radioGroups, read, send, sendButton, settled, focusIsOn } from '../elements/fixtures/person.ts';
import type { Subject } from './subject.ts';
import { unheardContract } from './unheard-contract.ts';

/** How the record of any questionnaire reaches the host. */
export function submissionContract(subject: Subject): void {
  const { tag } = subject;
  const begun = async (attributes: Record<string, string> = {}) => {
    const widget = await mount(tag, { ...subject, attributes: { ...subject.attributes, ...attributes } });
    await choose(widget, 0, 1);
    return widget;
  };

  unheardContract({ tag, type: 'attune-submit', begun, questionnaire: (widget) => widget as typeof widget & { value: unknown } });

  describe(`<${tag}> sends its record`, () => {
    it('gives the host one completed record and its score, which can be cloned', async () => {
      const widget = await begun({ subject: 'p-1', encounter: 's-2', author: 'client' });
      const events = hear(document, 'attune-submit');
      await send(widget);
      expect(events.length).to.equal(1);
      const { detail, bubbles, composed, cancelable } = events[0]!;
      expect({ bubbles, composed, cancelable }).to.eql({ bubbles: true, composed: false, cancelable: true });
      expect(structuredClone(detail)).to.eql(detail);
      expect(JSON.parse(JSON.stringify(detail))).to.eql(detail);
      const { response } = detail;
      expect(response).to.include({ schema: 1, status: 'completed', subject: 'p-1', encounter: 's-2', author: 'client' });
      expect(response.completedAt).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
      expect(response.answers.filter(({ state }) => state === 'answered').length).to.equal(1);
      expect(detail.score.provenance).to.include({ instrument: response.instrument.id, normed: false });
    });

    it('shows that it is sending, then that it is saved, and clears only then', async () => {
      const widget = await begun({ who: 'Your therapist', when: 'on Friday' });
      const saved = hear(document, 'attune-saved');
      const attempts = keepsLater(widget);
      await send(widget);
      expect(heard(widget)).to.equal('Sending...');
      expect(has(widget, 'sending')).to.equal(true);
      expect(sendButton(widget).getAttribute('aria-disabled')).to.equal('true');
      expect(widget.value?.answers.length).to.equal(attempts[0]!.response.answers.length);
      expect(saved.length).to.equal(0);
      await attempts[0]!.keep();
      expect(heard(widget)).to.equal('Saved. Who sees this: Your therapist, on Friday.');
      expect(has(widget, 'saved')).to.equal(true);
      await lacks(widget, 'sending');
      expect(widget.value).to.equal(null);
      expect(saved.map(({ detail }) => detail)).to.eql([{ responseId: attempts[0]!.response.id }]);
    });

    it('sends once, also if the button is clicked again while it is sending', async () => {
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      await click(sendButton(widget));
      await click(sendButton(widget));
      await settled(widget);
      expect(attempts.length).to.equal(1);
      await attempts[0]!.keep();
    });

    it('allows no change while it is sending', async () => {
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      radioGroups(widget)[0]!.querySelectorAll('input')[0]!.click();
      await settled(widget);
      await attempts[0]!.refuse('no');
      expect(widget.value!.answers).to.eql(attempts[0]!.response.answers);
    });

    it('keeps every answer when the host cannot save, and does not show the host\'s reason', async () => {
      const widget = await begun();
      const errors = hear(document, 'attune-error');
      const attempts = keepsLater(widget);
      await send(widget);
      const given = widget.value!.answers;
      await attempts[0]!.refuse(new Error('ECONNREFUSED 10.0.0.7'));
      expect(has(widget, 'failed')).to.equal(true);
      expect(heard(widget)).to.equal('This did not send. Your answers are still here. Try again.');
      expect(read(widget)).not.to.contain('ECONN');
      expect(widget.value!.answers).to.eql(given);
      expect(errors.map(({ detail }) => detail)).to.eql([
        { code: 'save-failed', message: 'ECONNREFUSED 10.0.0.7', responseId: attempts[0]!.response.id },
      ]);
    });

    it('stays at the review until the result is known', async () => {
      const widget = await begun({ review: '' });
      const attempts = keepsLater(widget);
      while (!inside(widget, '[part~=answers]').length) await activate(widget, 'Look at my answers');
      const expectLabel = (label: string): void => {
        expect(inside(widget, '[part~=answers]').length).to.equal(1);
        focusIsOn(sendButton(widget));
        expect(sendButton(widget).textContent!.trim()).to.equal(label);
      };
      sendButton(widget).focus();
      await press('Enter');
      await settled(widget);
      expectLabel('Sending...');
      await attempts[0]!.refuse('no');
      expectLabel('Try again');
      expect(oneInside(widget, '[part~=status]').className).to.equal('error');
      await press('Enter');
      await settled(widget);
      await attempts[1]!.keep();
      expect(inside(widget, '[part~=answers]').length).to.equal(0);
      expect(has(widget, 'saved')).to.equal(true);
      expect(oneInside(widget, '[part~=status]').className).to.equal('');
    });

    it('tries again with the identical record', async () => {
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      await attempts[0]!.refuse('no');
      await activate(widget, 'Try again');
      expect(attempts.length).to.equal(2);
      expect(attempts[1]!.response).to.eql(attempts[0]!.response);
      await attempts[1]!.keep();
      expect(has(widget, 'saved')).to.equal(true);
    });

    it('gives a changed record a new id that names the one it replaces', async () => {
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      await attempts[0]!.refuse('no');
      await choose(widget, 0, 0);
      await lacks(widget, 'failed');
      await send(widget);
      expect(attempts[1]!.response.id).not.to.equal(attempts[0]!.response.id);
      expect(attempts[1]!.response.replaces).to.equal(attempts[0]!.response.id);
      await attempts[1]!.keep();
    });

    it('waits for all promises; one rejection makes it fail', async () => {
      const widget = await begun();
      const one = keepsLater(widget);
      const other = keepsLater(document);
      await send(widget);
      await one[0]!.keep();
      await settled(widget);
      expect(has(widget, 'sending')).to.equal(true);
      await other[0]!.refuse('full');
      await settled(widget);
      expect(has(widget, 'failed')).to.equal(true);
      expect(widget.value).not.to.equal(null);
    });

    it('reports a late call of waitUntil()', async () => {
      const widget = await begun();
      const errors = hear(document, 'attune-error');
      const submits = hear(widget, 'attune-submit');
      await send(widget);
      submits[0]!.waitUntil(Promise.reject(new Error('late')).catch(() => {}));
      expect(errors.map(({ detail }) => detail.code)).to.eql(['too-late']);
      expect(has(widget, 'sent')).to.equal(true);
    });

    it('goes back to editing when a listener prevents it, also if others called waitUntil()', async () => {
      const widget = await begun();
      keeps(widget);
      listenOnce(document, 'attune-submit', (event) => event.preventDefault());
      await send(widget);
      for (const state of ['sending', 'sent', 'saved', 'failed']) await lacks(widget, state);
      expect(heard(widget)).to.equal('');
      expect(widget.value?.answers.length).to.equal(1);
      expect(buttons(widget)).to.contain('Finish and send what I have');
    });

    it('to a host that reads it and does not confirm: thanks, does not say that it is saved, clears nothing', async () => {
      const widget = await begun();
      hear(document, 'attune-submit');
      const saved = hear(document, 'attune-saved');
      await send(widget);
      expect(has(widget, 'sent')).to.equal(true);
      expect(heard(widget)).to.equal('Thank you. This page has your answers.');
      expect(read(widget)).not.to.match(/saved/i);
      expect(saved.length).to.equal(0);
      expect(widget.value).to.include({ status: 'completed' });
    });

    it('is saved if the host acknowledges it later', async () => {
      const widget = await begun();
      const saved = hear(document, 'attune-saved');
      const submits = hear(document, 'attune-submit');
      await send(widget);
      const { id } = submits[0]!.detail.response;
      widget.acknowledge(id);
      await settled(widget);
      expect(has(widget, 'saved')).to.equal(true);
      expect(heard(widget)).to.equal('Saved.');
      expect(widget.value).to.equal(null);
      expect(saved.map(({ detail }) => detail.responseId)).to.eql([id]);
      widget.acknowledge(id);
      expect(saved.length).to.equal(1);
    });

    it('has failed if the host fails it later, and lets the person try again', async () => {
      const widget = await begun();
      const submits = hear(document, 'attune-submit');
      await send(widget);
      widget.fail(submits[0]!.detail.response.id);
      await settled(widget);
      expect(has(widget, 'failed')).to.equal(true);
      await activate(widget, 'Try again');
      expect(submits[1]!.detail.response).to.eql(submits[0]!.detail.response);
    });

    it('reports an acknowledgement of an unknown record', async () => {
      const widget = await begun();
      const errors = hear(document, 'attune-error');
      const tell = (): void => {
        widget.acknowledge('another');
        widget.fail('another');
        expect(errors.splice(0).map(({ detail }) => detail.code)).to.eql(['unknown-record', 'unknown-record']);
        expect(widget.value?.answers.length).to.equal(1);
      };
      tell();
      const attempts = keepsLater(widget);
      await send(widget);
      tell();
      expect(has(widget, 'sending')).to.equal(true);
      await attempts[0]!.keep();
    });

    it('lets the person change a sent record', async () => {
      const widget = await begun();
      const submits = hear(document, 'attune-submit');
      await send(widget);
      await activate(widget, 'Change my answers');
      expect(widget.value?.answers.length).to.equal(1);
      await choose(widget, 0, 0);
      await send(widget);
      expect(submits[1]!.detail.response.replaces).to.equal(submits[0]!.detail.response.id);
    });

    it('says after 30 seconds that it is still sending, and offers another try with the same record', async () => {
      const clock = stopClock();
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      await clock.pass(29_999);
      await settled(widget);
      expect(heard(widget)).to.equal('Sending...');
      await clock.pass(1);
      await settled(widget);
      expect(heard(widget)).to.equal('This is still sending. You can wait, or try again.');
      expect(sendButton(widget).getAttribute('aria-disabled')).not.to.equal('true');
      await activate(widget, 'Try again');
      expect(attempts[1]!.response).to.eql(attempts[0]!.response);
      expect(heard(widget)).to.equal('Sending...');
      await attempts[1]!.keep();
      expect(has(widget, 'saved')).to.equal(true);
      await attempts[0]!.refuse('much too late');
      expect(has(widget, 'saved')).to.equal(true);
    });

    it('says so too if it was moved in the meantime', async () => {
      const clock = stopClock();
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      (await place()).append(widget);
      await clock.pass(30_000);
      await settled(widget);
      expect(heard(widget)).to.equal('This is still sending. You can wait, or try again.');
      await attempts[0]!.keep();
      expect(has(widget, 'saved')).to.equal(true);
    });

    it('resolves submit() to the result of its own record, not of the next one', async () => {
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      const outcomes = [widget.submit()];
      widget.reset();
      await settled(widget);
      await choose(widget, 0, 0);
      await send(widget);
      outcomes.push(widget.submit());
      await attempts[1]!.refuse('no');
      await attempts[0]!.keep();
      expect(await Promise.all(outcomes)).to.eql(['saved', 'failed']);
      expect(has(widget, 'failed')).to.equal(true);
    });

    it('resolves submit() to the host\'s first result, and to the result of another try', async () => {
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      const outcome = widget.submit();
      widget.acknowledge(attempts[0]!.response.id);
      await attempts[0]!.refuse('much too late');
      expect(await outcome).to.equal('saved');

      const clock = stopClock();
      const slow = await begun();
      const tries = keepsLater(slow);
      await send(slow);
      const first = slow.submit();
      await clock.pass(30_000);
      await settled(slow);
      await activate(slow, 'Try again');
      await tries[0]!.refuse('lost on the way');
      await tries[1]!.keep();
      expect(await first).to.equal('saved');
    });

    it('resolves submit() to the result', async () => {
      const widget = await begun();
      hear(document, 'attune-submit');
      expect(await widget.submit()).to.equal('incomplete');
      listenOnce(document, 'attune-submit', (event) => event.preventDefault());
      expect(await widget.submit()).to.equal('prevented');
      listenOnce(document, 'attune-submit', (event) => event.waitUntil(Promise.reject(new Error('no'))));
      expect(await widget.submit()).to.equal('failed');
      expect(await widget.submit()).to.equal('sent');
      const other = await begun();
      keeps(other);
      await other.submit();
      expect(await other.submit()).to.equal('saved');
    });

    it('does not lose the focus when the thanks replace the pressed button', async () => {
      const widget = await begun();
      keeps(widget);
      await send(widget);
      expect(has(widget, 'saved')).to.equal(true);
      expect(document.activeElement === widget && !!widget.shadowRoot!.activeElement).to.equal(true);
    });

    it('does not move the focus if the person has moved it in the meantime', async () => {
      const widget = await begun();
      const attempts = keepsLater(widget);
      const other = document.createElement('input');
      widget.after(other);
      await send(widget);
      other.focus();
      await attempts[0]!.keep();
      focusIsOn(other);
    });

    it('starts blank, under a new id, after reset()', async () => {
      const widget = await begun();
      const { id } = widget.value!;
      hear(document, 'attune-submit');
      await send(widget);
      widget.reset();
      await settled(widget);
      expect(widget.value).to.equal(null);
      await lacks(widget, 'sent');
      await choose(widget, 0, 0);
      expect(widget.value!.id).not.to.equal(id);
      expect(widget.value!.replaces).to.equal(undefined);
    });

    it('does not apply the late result of a record that was reset to another record', async () => {
      const widget = await begun();
      const attempts = keepsLater(widget);
      await send(widget);
      widget.reset();
      await settled(widget);
      await choose(widget, 0, 0);
      await attempts[0]!.keep();
      await lacks(widget, 'saved');
      expect(widget.value?.answers.length).to.equal(1);
    });

    it('shows the host\'s thanks slot after sending, not before', async () => {
      const widget = await begun();
      expect(inside(widget, 'slot[name=thanks]').length).to.equal(0);
      hear(document, 'attune-submit');
      await send(widget);
      expect(inside(widget, 'slot[name=thanks]').length).to.equal(1);
    });
  });
}
