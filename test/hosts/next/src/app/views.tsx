'use client';

export { default as Children } from '../views/children';
export { default as Draft } from '../views/draft';
export { default as Events } from '../views/events';
export { default as Everywhere } from '../views/everywhere';
export { default as Intake } from '../views/intake';
export { default as Properties } from '../views/properties';
export { default as Survey } from '../views/survey';
