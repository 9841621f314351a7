import 'attune-elements/svelte';
