// expected: 'attune-nothing' is not a known element
import { Component } from '@angular/core';
import { AttuneQuestionnaire } from 'attune-elements/angular';

@Component({ imports: [AttuneQuestionnaire], template: `<attune-nothing />` })
export class Page {}
