import { html } from '../../html.ts';
import { phone } from '../phone.ts';

export const frame = {
  language: 'Language',
  unsent: 'What you filled in on this page and did not send or keep is lost in the other language. Change all the same?',
  skip: 'To the content',
  underName: 'Psychotherapy by the water',
  madeUp: html`<strong>Made up.</strong>`,
  danger: html`<strong>In danger now?</strong> Do not wait for us. Call your local emergency number, or go to someone near you.`,
  footForm: html`Harbour Clinic is made up: it shows how a clinic can use <span class="nowrap">Attune</span>.`,
  footFront: html`Harbour Clinic is made up, and so is everyone who is marked as made up, with all that they say. It shows how a clinic can use
<span class="nowrap">Attune</span>, a set of widgets that record and show answers to support a conversation. They do not diagnose.`,
  menu: 'Clinic',
  menuBeginning: 'Beginning',
  menuAnswers: 'Your answers',
  menuFees: 'Fees',
  menuFind: 'Find us',
  forClinicians: 'For clinicians',
  toFront: 'To the front page',
};

export const failure = {
  title: 'That did not work',
  whatNow: html`You can go back with your browser, or start at the front page. If it keeps happening, call us on ${phone}.`,
  notKept: 'Nothing was kept from this try.',
};

/** Why something was refused, for a person. */
export const refusals = {
  unreadable: 'The request could not be read.',
  noPage: 'There is no such page.',
  tooMuch: 'That is more than the clinic takes at once.',
  longAddress: 'The address is too long.',
  otherContent: 'The clinic does not read this kind of content.',
  broken: 'Something went wrong at the clinic. Nothing was kept. Please try again.',
  unknownClient: 'The clinic does not know this client.',
  unknownSession: 'The clinic has no such session.',
  linkEnded: 'This link has ended. Ask the clinic for a new one.',
  linkNotOurs: 'This link was not made by the clinic, or a part of it is missing. Copy the whole link and try again.',
  noPart: 'The form has no such part.',
  notOurs: 'This form did not come from the clinic’s own page.',
  noCookie:
    'The page was open for more than a day, or your browser keeps no cookies. Without a cookie we cannot find again what you save.',
  otherDraft:
    'This page belongs to a form that was sent or forgotten on this device in the meantime. If you save here, it goes into the form that is open now.',
  wasSent: 'You sent this form already, and it is complete. If you save here, it begins a new form.',
  longName: 'The name is too long. It can have 80 letters.',
  nameSigns: 'The name has signs that cannot be kept.',
  future: 'The record was completed in the future, by the clock of its device.',
  /** For every other reason, in a language that does not have it. In English the reason itself is shown. */
  other: 'The clinic could not take what was sent.',
};
