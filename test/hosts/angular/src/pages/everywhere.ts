import { ChangeDetectionStrategy, Component, CUSTOM_ELEMENTS_SCHEMA, input, signal } from '@angular/core';
import { AttuneBoundaryCard } from 'attune-elements/angular';
import { atFirst, hear, later, type Given } from '../given/everywhere';

/** The tag without its directive. */
@Component({
  selector: 'plain-tag',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <attune-boundary-card
      id="tag"
      topics="cost"
      who="Your therapist"
      when="soon"
      kept="in your clinic file"
      [name]="given().name"
      [headingLevel]="given().headingLevel"
      [quickHide]="given().quickHide"
      [lastQuestions]="given().lastQuestions"
      [strings]="given().strings"
      (input)="hear($event)"
      (attune-answer)="hear($event)"
    >
      <span slot="topic-cost">A session is £{{ given().price }}</span>
    </attune-boundary-card>
  `,
})
export class PlainTag {
  readonly given = input.required<Given>();
  readonly hear = hear;
}

@Component({
  selector: 'app-page',
  imports: [AttuneBoundaryCard, PlainTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button id="change" (click)="given.set(later)">Change</button>
    <button id="toggle" (click)="isShown.set(!isShown())">Toggle</button>
    @if (isShown()) {
      <plain-tag [given]="given()" />
      <attune-boundary-card
        id="component"
        topics="cost"
        who="Your therapist"
        when="soon"
        kept="in your clinic file"
        [name]="given().name"
        [headingLevel]="given().headingLevel"
        [quickHide]="given().quickHide"
        [lastQuestions]="given().lastQuestions"
        [strings]="given().strings"
        (input)="hear($event)"
        (attuneAnswer)="hear($event)"
      >
        <span slot="topic-cost">A session is £{{ given().price }}</span>
      </attune-boundary-card>
    }
  `,
})
export class Page {
  readonly given = signal<Given>(atFirst);
  readonly isShown = signal(true);
  readonly later = later;
  readonly hear = hear;
}
