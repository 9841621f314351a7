export { default } from '../angular/own.ts';
