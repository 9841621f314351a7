// expected: does not exist in type
import { Component } from '@angular/core';
import { AttuneQuestionnaire } from 'attune-elements/angular';

@Component({ imports: [AttuneQuestionnaire], template: `<attune-questionnaire [strings]="{ sendd: 'Gone' }" />` })
export class Page {}
