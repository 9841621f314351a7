// #region form
import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule } from '@angular/forms';
import type { Response } from 'attune-elements';
import { AttuneTrustQuestionnaire } from 'attune-elements/angular';

@Component({
  selector: 'app-page',
  imports: [AttuneTrustQuestionnaire, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formGroup]="form" (ngSubmit)="send($event)">
      <input formControlName="room" name="room" aria-label="Room" />
      <attune-trust-questionnaire
        formControlName="trust"
        name="trust"
        variant="intake"
        layout="list"
        required
        who="Your therapist"
        when="before your first session"
        kept="in your clinic file"
      >
        <span slot="crisis">Call 112</span>
      </attune-trust-questionnaire>
      <button>Send</button>
    </form>
    <p id="status">{{ status() }}</p>
  `,
})
export class Page {
  readonly status = signal('');
  readonly form = new FormGroup({
    room: new FormControl('', { nonNullable: true }),
    trust: new FormControl<Response | null>(null),
  });

  async send({ target }: SubmitEvent): Promise<void> {
    if (this.form.invalid) return;
    // The control has the record in progress. The entries of the form have it completed.
    const body = new FormData(target as HTMLFormElement);
    const answer = await fetch('/api/intake', { method: 'POST', body });
    this.status.set(answer.ok ? 'kept' : 'failed');
  }
}
// #endregion
