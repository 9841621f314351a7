// expected: Can't bind to 'willValidate'
import { Component } from '@angular/core';
import { AttuneQuestionnaire } from 'attune-elements/angular';

@Component({ imports: [AttuneQuestionnaire], template: `<attune-questionnaire [willValidate]="true" />` })
export class Page {}
