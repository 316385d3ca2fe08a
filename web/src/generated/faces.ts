// Written by `python3 dev.py generate`: change the Python code, not this file.

export const RADIUS = 9;

/** The face of each persona, up to the fifth, around 0, 0. */
export const OUTLINES = [
  "M0 -9H0A9 9 0 0 1 9 0V0A9 9 0 0 1 0 9H0A9 9 0 0 1 -9 0V0A9 9 0 0 1 0 -9Z",
  "M-6.75 -9H6.75A2.25 2.25 0 0 1 9 -6.75V6.75A2.25 2.25 0 0 1 6.75 9H-6.75A2.25 2.25 0 0 1 -9 6.75V-6.75A2.25 2.25 0 0 1 -6.75 -9Z",
  "M0 -11.7L11.7 0L0 11.7L-11.7 0Z",
  "M-5.4 -9.45L5.4 -9.45L10.8 0L5.4 9.45L-5.4 9.45L-10.8 0Z",
  "M-9.45 -9L9.45 -9L9.45 3.15L0 11.7L-9.45 3.15Z",
] as const;

/** Per mood: how far below the middle the corners of the mouth lie, and how far below them its bend. */
export const MOUTHS: Record<number, readonly [drop: number, bend: number]> = {
  2: [1.6, 3],
  1: [2, 2],
  0: [3.4, 0],
  [-1]: [5, -2],
  [-2]: [5.6, -3],
};
