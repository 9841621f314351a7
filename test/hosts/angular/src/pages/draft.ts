import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import type { Response } from 'attune-elements';
import { AttuneTrustQuestionnaire } from 'attune-elements/angular';
import { send } from '../keep';

@Component({
  selector: 'app-page',
  imports: [AttuneTrustQuestionnaire],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p id="count">{{ draft()?.answers?.length ?? 0 }}</p>
    <button id="render" (click)="renders.set(renders() + 1)">{{ renders() }}</button>
    <button id="remount" (click)="remount()">Remount</button>
    <button id="clear" (click)="draft.set(null)">Clear</button>
    @if (isThere()) {
      @if (isLate) {
        <attune-trust-questionnaire
          length="pulse"
          [value]="draft()"
          [strings]="strings()"
          who="Your therapist"
          [when]="'before session ' + renders()"
          kept="in your clinic file"
          (valueChange)="writeBack($event)"
          (attuneSubmit)="send($event)"
        >
          <span slot="crisis">Call 112</span>
        </attune-trust-questionnaire>
      } @else {
        <attune-trust-questionnaire
          length="pulse"
          [(value)]="draft"
          [strings]="strings()"
          who="Your therapist"
          [when]="'before session ' + renders()"
          kept="in your clinic file"
          (attuneSubmit)="send($event)"
        >
          <span slot="crisis">Call 112</span>
        </attune-trust-questionnaire>
      }
    }
  `,
})
export class Page {
  readonly isLate = inject(ActivatedRoute).snapshot.queryParamMap.has('late');
  readonly draft = signal<Response | null>(null);
  readonly renders = signal(0);
  readonly isThere = signal(true);
  readonly send = send;

  /** Made anew at each render. */
  strings(): { send: string } {
    return { send: this.renders() < 0 ? '' : 'Send' };
  }

  writeBack(value: Response | null): void {
    setTimeout(() => this.draft.set(value), 300);
  }

  remount(): void {
    this.isThere.set(false);
    setTimeout(() => this.isThere.set(true));
  }
}
