// expected: is not assignable to parameter of type 'AttunePageEvent'
import { Component } from '@angular/core';
import type { AttunePageEvent } from 'attune-elements';
import { AttuneQuestionnaire } from 'attune-elements/angular';

@Component({ imports: [AttuneQuestionnaire], template: `<attune-questionnaire (attuneSubmit)="turn($event)" />` })
export class Page {
  turn(event: AttunePageEvent): number {
    return event.detail.page;
  }
}
