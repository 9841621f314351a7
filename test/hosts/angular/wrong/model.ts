// expected: is not assignable to type
import { Component } from '@angular/core';
import { AttuneQuestionnaire } from 'attune-elements/angular';

@Component({ imports: [AttuneQuestionnaire], template: `<attune-questionnaire [(value)]="draft" />` })
export class Page {
  draft = '';
}
