import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import type { AttuneJournalShareEvent, AttuneMilestoneEvent, AttuneSessionSubmitEvent, AttuneSubmitEvent } from 'attune-elements';
import { AttuneEnvironmentCheck, AttuneJournal, AttuneMilestoneBadge, AttuneSession, AttuneTrustQuestionnaire } from 'attune-elements/angular';

@Component({
  selector: 'app-page',
  imports: [AttuneEnvironmentCheck, AttuneJournal, AttuneMilestoneBadge, AttuneSession, AttuneTrustQuestionnaire],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol id="heard">
      @for (type of heard(); track $index) {
        <li>{{ type }}</li>
      }
    </ol>
    <attune-trust-questionnaire
      id="alone"
      length="pulse"
      layout="paged"
      who="Your therapist"
      when="soon"
      kept="in your clinic file"
      [idleMinutes]="isMistaken ? -1 : 5"
      (attuneAnswer)="hear($event)"
      (attunePage)="hear($event)"
      (attuneSubmit)="take($event)"
      (attuneSaved)="hear($event)"
      (attuneError)="hear($event)"
      (input)="hear($event)"
      (change)="hear($event)"
    >
      <span slot="crisis">Call 112</span>
    </attune-trust-questionnaire>
    <attune-milestone-badge id="badge" milestone="spoke-up" kept="clinic" (attuneMilestone)="take($event)" />
    <attune-journal id="journal" kept="memory" who="Your therapist" when="soon" (attuneJournalShare)="take($event)" />
    <attune-session id="sitting" (attuneSessionSubmit)="take($event)" (attuneSaved)="hear($event)">
      <attune-environment-check id="inside" who="Your therapist" when="soon" kept="in your clinic file">
        <span slot="crisis">Call 112</span>
      </attune-environment-check>
    </attune-session>
  `,
})
export class Page {
  /** A mistake that is reported at the first rendering. */
  readonly isMistaken = inject(ActivatedRoute).snapshot.queryParamMap.has('mistake');
  readonly heard = signal<string[]>([]);

  hear({ type }: Event): void {
    this.heard.update((types) => [...types, type]);
  }

  take(event: AttuneJournalShareEvent | AttuneMilestoneEvent | AttuneSessionSubmitEvent | AttuneSubmitEvent): void {
    this.hear(event);
    event.waitUntil(Promise.resolve());
  }
}
