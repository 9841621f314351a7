import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { FormControl, FormsModule, ReactiveFormsModule, Validators } from '@angular/forms';
import type { Response } from 'attune-elements';
import { AttuneTrustQuestionnaire } from 'attune-elements/angular';

/** One widget in a reactive form, and one in a template form. Beside each stands what the form says about it. */
@Component({
  selector: 'app-page',
  imports: [AttuneTrustQuestionnaire, FormsModule, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <attune-trust-questionnaire id="reactive" [formControl]="reactive" length="pulse" required who="Your therapist" when="soon" kept="here">
      <span slot="crisis">Call 112</span>
    </attune-trust-questionnaire>
    <p id="reactive-state">{{ reactive.status }} {{ reactive.touched ? 'touched' : 'untouched' }} {{ reactive.value?.answers?.length ?? 0 }}</p>
    <button id="reset" (click)="reactive.reset()">Reset</button>
    <button id="disable" (click)="reactive.disable()">Disable</button>

    <attune-trust-questionnaire
      id="template"
      #control="ngModel"
      [(ngModel)]="draft"
      name="template"
      length="pulse"
      who="Your therapist"
      when="soon"
      kept="here"
    />
    <p id="template-state">{{ control.status }} {{ draft()?.answers?.length ?? 0 }}</p>
    <button id="clear" (click)="draft.set(null)">Clear</button>
  `,
})
export class Page {
  readonly reactive = new FormControl<Response | null>(null, Validators.required);
  readonly draft = signal<Response | null>(null);
}
