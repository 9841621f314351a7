import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { AttuneTrustQuestionnaire } from 'attune-elements/angular';

@Component({
  selector: 'app-page',
  imports: [AttuneTrustQuestionnaire],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button id="change" (click)="number.set(113)">Change</button>
    <button id="toggle" (click)="isShown.set(!isShown())">Toggle</button>
    <attune-trust-questionnaire length="pulse" who="Your therapist" when="soon" kept="in your clinic file">
      @if (isShown()) {
        <span slot="crisis">Call {{ number() }}</span>
      }
    </attune-trust-questionnaire>
  `,
})
export class Page {
  readonly number = signal(112);
  readonly isShown = signal(true);
}
