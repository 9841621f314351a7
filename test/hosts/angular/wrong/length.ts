// expected: is not assignable to type
import { Component } from '@angular/core';
import { AttuneTrustQuestionnaire } from 'attune-elements/angular';

@Component({ imports: [AttuneTrustQuestionnaire], template: `<attune-trust-questionnaire length="long" />` })
export class Page {}
