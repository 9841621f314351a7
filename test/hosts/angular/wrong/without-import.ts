// expected: 'attune-questionnaire' is not a known element
import { Component } from '@angular/core';

@Component({ imports: [], template: `<attune-questionnaire />` })
export class Page {}
