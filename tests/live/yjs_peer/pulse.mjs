// The document without Svelte: there is nobody to tell.

export class Pulse {
  heard = false;
  read() {}
  beat() {}
}

export class Box {
  constructor(value) {
    this.value = value;
  }
  peek() {
    return this.value;
  }
}

export const unheard = (work) => work();
