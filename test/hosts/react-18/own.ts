export { default } from '../react-19/own.ts';
