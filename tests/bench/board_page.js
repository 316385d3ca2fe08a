// Put into the editor's page before its own scripts: a clock at the socket, at the keys and at the frames. It changes nothing.
(() => {
  const bench = { frames: [], sockets: [], shown: null, keys: [] };
  window.bench = bench;

  // The frame is on the screen once the task after the next animation frame runs (the way the spikes measured it).
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
    });
  bench.painted = painted;

  // Every binary message with the moment it arrived; listening first, we are called before the editor is.
  const Real = window.WebSocket;
  window.WebSocket = class extends Real {
    constructor(...words) {
      super(...words);
      bench.sockets.push(this);
      this.addEventListener('message', (event) => {
        if (typeof event.data === 'string' || event.injected) return;
        bench.frames.push({ at: performance.now(), size: event.data.byteLength ?? event.data.size, data: event.data });
      });
    }
  };

  // The first frame in which cards can be seen.
  bench.watch = (selector) => {
    const look = () => {
      if (bench.shown || !document.querySelector(selector)) return;
      watcher.disconnect();
      bench.shown = painted();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document, { childList: true, subtree: true });
  };

  window.addEventListener(
    'keydown',
    (event) => {
      if (!bench.listening) return;
      const began = event.timeStamp;
      void painted().then((at) => bench.keys.push(at - began));
    },
    true,
  );

  // As the socket would give it: the editor's own listener gets these bytes.
  bench.receive = (bytes) => {
    const socket = bench.sockets.at(-1);
    const data = socket.binaryType === 'blob' ? new Blob([bytes]) : bytes.buffer;
    const event = new MessageEvent('message', { data });
    event.injected = true;
    socket.dispatchEvent(event);
  };

  // All that the server said so far, for a peer that stands outside the page.
  bench.parts = () =>
    Promise.all(
      bench.frames.map(async ({ data }) => {
        const bytes = new Uint8Array(data instanceof Blob ? await data.arrayBuffer() : data);
        let letters = '';
        for (const byte of bytes) letters += String.fromCharCode(byte);
        return btoa(letters);
      }),
    );

  const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  // One frame with all the changes: until the page has taken them in, and until they are painted.
  bench.bulk = async (frame) => {
    const bytes = bytesOf(frame);
    await painted();
    const began = performance.now();
    bench.receive(bytes);
    await new Promise((resolve) => setTimeout(resolve));
    const settled = performance.now() - began;
    return { settled, painted: (await painted()) - began };
  };

  // How long each frame takes while `act(now)` is called once a frame, for so many milliseconds.
  const frames = (milliseconds, act) =>
    new Promise((resolve) => {
      const spent = [];
      let began = 0;
      let last = 0;
      const step = (now) => {
        if (began === 0) began = now;
        else spent.push(now - last);
        last = now;
        if (now - began >= milliseconds) return resolve(spent);
        act(now - began);
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });

  bench.scroll = (selector, milliseconds) => {
    const box = document.querySelector(selector);
    const [wide, high] = [box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight];
    return frames(milliseconds, (at) => {
      // there and back twice along the board, once down and up: fast, and everything comes by
      const along = 1 - Math.abs(1 - ((4 * at) / milliseconds % 2));
      const down = 1 - Math.abs(1 - ((2 * at) / milliseconds % 2));
      box.scrollTo(wide * along, high * down);
    });
  };

  // Changes of other people at a steady rate, while frames are counted.
  bench.storm = async (updates, perSecond, milliseconds) => {
    const waiting = updates.map(bytesOf);
    const began = performance.now();
    let sent = 0;
    const timer = setInterval(() => {
      const due = Math.min(waiting.length, Math.floor(((performance.now() - began) * perSecond) / 1000));
      while (sent < due) bench.receive(waiting[sent++]);
    }, 4);
    const spent = await frames(milliseconds, () => undefined);
    clearInterval(timer);
    return { spent, sent };
  };
})();
