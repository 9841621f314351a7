import { ChangeDetectionStrategy, Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { draft, first, second } from '../given/given';

/** The tags themselves, without directives: Angular sets what is in brackets as a property. */
@Component({
  selector: 'app-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button id="define" (click)="define()">Define</button>
    <button id="change" (click)="isChanged.set(true)">Change</button>
    <attune-questionnaire
      [instrument]="isChanged() ? second : first"
      [value]="isChanged() ? null : draft"
      [strings]="{ send: isChanged() ? 'Give it in' : 'Hand it in' }"
      [headingLevel]="isChanged() ? 4 : 3"
      [quickHide]="isChanged()"
      [name]="isChanged() ? 'second' : 'first'"
      who="Your therapist"
      when="before your next session"
      kept="in your clinic file"
    >
      <span slot="crisis">Call 112</span>
    </attune-questionnaire>
    <attune-boundary-card
      topics="cost"
      [lastQuestions]="[isChanged() ? 'May I bring a friend?' : 'And if I am ill?']"
      who="Your therapist"
      when="before your next session"
      kept="in your clinic file"
    >
      <span slot="crisis">Call 112</span>
    </attune-boundary-card>
  `,
})
export class Page {
  readonly first = first;
  readonly second = second;
  readonly draft = draft;
  readonly isChanged = signal(false);

  async define(): Promise<void> {
    await import('attune-elements/define/questionnaire');
    await import('attune-elements/define/boundary-card');
  }
}
