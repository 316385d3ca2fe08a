import { mount } from 'svelte';
import '../generated/tokens.css';
import './fonts.css';
import './base.css';
import App from './App.svelte';
import { tongue } from './language.svelte';
import { theme } from './theme.svelte';
import { guest } from './visitor.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

theme.start();
void guest.start();
tongue.start().then(
  () => mount(App, { target }),
  () => {
    // not even the words are here: this much is said without them
    target.innerHTML = '<p><a href="">Try again · Opnieuw proberen · Intentar de nuevo</a></p>';
  },
);
