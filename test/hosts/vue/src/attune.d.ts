import 'attune-elements/vue';
