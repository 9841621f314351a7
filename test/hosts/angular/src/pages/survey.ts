// #region survey
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import type { AttuneSubmitEvent, Response } from 'attune-elements';
import { AttuneTrustQuestionnaire } from 'attune-elements/angular';
import { keep } from '../keep';

@Component({
  selector: 'app-page',
  imports: [AttuneTrustQuestionnaire],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <attune-trust-questionnaire
      length="pulse"
      who="Your therapist"
      when="before your next session"
      kept="in your clinic file"
      [(value)]="draft"
      (attuneSubmit)="send($event)"
    >
      <span slot="crisis">Call 112</span>
    </attune-trust-questionnaire>
  `,
})
export class Page {
  readonly draft = signal<Response | null>(null);

  send(event: AttuneSubmitEvent): void {
    event.waitUntil(keep(event.detail.response));
  }
}
// #endregion
