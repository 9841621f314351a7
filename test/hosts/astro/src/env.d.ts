import 'attune-elements/astro';
