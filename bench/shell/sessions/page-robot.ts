/** The robot that walks whole visits inside the page: it presses real buttons as soon as each takes a press. */

/** Where the pauses for trembling hands take ten times less: nobody's hand trembles here. */
const HASTE = 10;

/**
 * Runs in each new document before the page's own scripts. The page's clock goes faster, the browser's stays: presses,
 * views, paint and the way to main and back are the citizen's own.
 */
export const ROBOT = `(() => {
  const { setTimeout, clearTimeout, performance } = window;
  const now = performance.now.bind(performance);
  performance.now = () => now() * ${HASTE};
  // Never early by the page's clock: a pause that is not over when its timer comes would not be told of.
  window.setTimeout = (then, ms, ...words) => setTimeout(then, (ms ?? 0) / ${HASTE} + 1, ...words);
  const shown = (button) => !button.disabled && button.checkVisibility();
  const says = (button, words) => (button.ariaLabel ?? button.textContent).includes(words);
  const find = (words) => document.documentElement?.dataset.press === 'open'
    && [...document.querySelectorAll('button')].find((each) => shown(each) && says(each, words));
  const waitFor = (words) => new Promise((found, late) => {
    const look = () => {
      const button = find(words);
      if (!button) return;
      clearTimeout(timer);
      observer.disconnect();
      found(button);
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => {
      observer.disconnect();
      late(new Error('no button says ' + words + ' on: ' + document.body.innerText.slice(0, 200)));
    }, 30_000);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
  });
  /** A press that leads on is answered with a view; the next one is meant for what is drawn of it. */
  const nextView = () => new Promise((came) => {
    const stop = kiosk.on('session.view', () => {
      stop();
      came();
    });
  });
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  window.benchRobot = {
    waitFor: (words) => waitFor(words).then(() => null),
    walk: async (presses) => {
      for (const { words, then, leads } of presses) {
        await drawn();
        const button = await waitFor(words);
        const view = leads && nextView();
        button.click();
        if (then) benchAsked(then);
        await view;
      }
      return null;
    },
  };
})()`;
