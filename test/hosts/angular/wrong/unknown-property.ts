// expected: Can't bind to 'langth'
import { Component } from '@angular/core';
import { AttuneQuestionnaire } from 'attune-elements/angular';

@Component({ imports: [AttuneQuestionnaire], template: `<attune-questionnaire [langth]="1" />` })
export class Page {}
