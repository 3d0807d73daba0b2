"""Audio of any rate, piece by piece, as a model was trained with it."""

from __future__ import annotations

from math import ceil, gcd

import numpy as np
from numpy.typing import NDArray

ZERO_CROSSINGS = 16
"""Of the sinc to either side: as many samples of the lower rate take part in each result."""


class Resampler:
    """A band-limited change of the sample rate, without gaps or shifts between pieces.

    Args:
        rate: of what is fed, in hertz.
        target: of what comes out, in hertz.
    """

    def __init__(self, rate: int, target: int) -> None:
        divisor = gcd(rate, target)
        self._up, self._down = target // divisor, rate // divisor
        cutoff = min(1.0, self._up / self._down)
        self._reach = ceil(ZERO_CROSSINGS / cutoff)
        # One row of weights for every place that a result can have between two samples.
        taps = np.arange(-self._reach + 1, self._reach + 1)
        distances = taps - np.arange(self._up)[:, None] / self._up
        window = np.cos(np.clip(distances / self._reach, -1, 1) * np.pi / 2) ** 2
        self._weights = np.sinc(distances * cutoff) * cutoff * window
        self._taps = taps
        self._kept: NDArray[np.int16] = np.zeros(self._reach, np.int16)
        self._next = self._reach * self._up  # in samples of _kept, times _up

    def feed(self, pcm: bytes) -> bytes:
        """What can be told after a piece in whole samples; a little of it comes with the next."""
        if self._up == self._down:
            return pcm
        self._kept = np.concatenate([self._kept, np.frombuffer(pcm, "<i2")])
        end = (len(self._kept) - self._reach) * self._up
        if self._next >= end:
            return b""
        places = np.arange(self._next, end, self._down)
        self._next = int(places[-1]) + self._down
        wholes, phases = np.divmod(places, self._up)
        around = self._kept[wholes[:, None] + self._taps]
        samples: NDArray[np.float64] = np.einsum("ij,ij->i", around, self._weights[phases])
        done = self._next // self._up - self._reach
        self._kept = self._kept[done:]
        self._next -= done * self._up
        return _pcm(samples)

    def finish(self) -> bytes:
        """The rest."""
        return self.feed(bytes(2 * self._reach)) if self._up != self._down else b""


class Hiss:
    """Faint noise over audio, mostly in the upper half of its band; always the same.

    Args:
        level: standard deviation of the noise that it is made from, in steps of a sample; 0 for none.
    """

    def __init__(self, level: float) -> None:
        self._level = level
        self._noise = np.random.default_rng(0)
        self._last = 0.0

    def over(self, pcm: bytes) -> bytes:
        """The audio with the noise."""
        samples = np.frombuffer(pcm, "<i2")
        if not self._level or not len(samples):
            return pcm
        noise = self._noise.normal(0, self._level, len(samples))
        hiss = np.diff(noise, prepend=self._last)
        self._last = float(noise[-1])
        return _pcm(samples + hiss)


def _pcm(samples: NDArray[np.float64]) -> bytes:
    pcm: NDArray[np.int16] = np.clip(np.rint(samples), -32768, 32767).astype("<i2")
    return pcm.tobytes()
