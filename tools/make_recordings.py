"""Speaks the sample recordings under ``examples/samples/``, all of them our own sentences.

    python tools/make_recordings.py [FOLDER]

- ``kettle.wav``: one voice, two sentences with a pause between; 16 kHz.
- ``kettle.ogg``, ``kettle.mp3``: the same as OGG with Opus, and as MP3.
- ``ticket-8khz.pcm``: one sentence as the telephone network has it: 8 kHz, samples without a header.
- ``ticket-office.ogg``: two voices, each on a channel of its own.

It needs flite, a free speech synthesizer (Debian, Ubuntu: ``apt install flite``), and what
``pip install 'ycgrpc[emulator]'`` brings. The same versions of flite and libsndfile give the same
samples; the containers may differ in a serial number.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ycgrpc.emulator.engines.stt.resampling import Resampler

SAMPLES = Path(__file__).parent.parent / "examples" / "samples"
RATE = 16_000
TELEPHONE_RATE = 8_000

Samples = NDArray[np.int16]

soundfile: Any = import_module("soundfile")


def spoken(voice: str, text: str) -> Samples:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "spoken.wav"
        subprocess.run(["flite", "-voice", voice, "-t", text, "-o", str(file)], check=True)
        samples, rate = soundfile.read(file, dtype="int16")
    if rate != RATE:
        raise SystemExit(f"the voice {voice} speaks at {rate} Hz, expected {RATE}")
    found: Samples = samples
    return found


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), np.int16)


def kettle() -> Samples:
    return np.concatenate(
        [
            silence(0.3),
            spoken("awb", "The kettle is on the stove."),
            silence(0.7),
            spoken("awb", "Please bring two cups and some sugar."),
            silence(0.7),
        ]
    )


def ticket() -> bytes:
    narrow = Resampler(RATE, TELEPHONE_RATE)
    said = np.concatenate(
        [silence(0.3), spoken("rms", "I would like to buy a ticket to London."), silence(0.7)]
    )
    return narrow.feed(said.tobytes()) + narrow.finish()


def ticket_office() -> Samples:
    clerk = [
        silence(0.3),
        spoken("slt", "How can I help you today?"),
        silence(4),
        spoken("slt", "The next train leaves at twenty five minutes past nine."),
        silence(0.7),
    ]
    traveller = [silence(2.8), spoken("rms", "I would like to buy a ticket to London.")]
    left, right = np.concatenate(clerk), np.concatenate(traveller)
    return np.stack([left, np.pad(right, (0, len(left) - len(right)))], axis=1)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    soundfile.write(folder / "kettle.wav", kettle(), RATE)
    soundfile.write(folder / "kettle.ogg", kettle(), RATE, format="OGG", subtype="OPUS")
    # With other settings libmpg123 complains on stderr whenever the file is read.
    mp3 = {"format": "MP3", "bitrate_mode": "CONSTANT", "compression_level": 0.5}
    soundfile.write(folder / "kettle.mp3", kettle(), RATE, **mp3)
    (folder / "ticket-8khz.pcm").write_bytes(ticket())
    soundfile.write(
        folder / "ticket-office.ogg", ticket_office(), RATE, format="OGG", subtype="OPUS"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES)
