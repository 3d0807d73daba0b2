"""Every number that the emulator keeps, with the documented value as its default."""

from __future__ import annotations

from dataclasses import dataclass

import grpc


@dataclass(frozen=True, slots=True)
class Limits:
    """The service's limits and the emulator's own, all of them settings.

    Attributes:
        ocr_bytes: largest file, in bytes. Documented as 10 MB.
        ocr_pixels: largest image, width times height. Documented as 20 megapixels.
        ocr_pages: most pages of a PDF that is recognized while the caller waits. Documented as 1.
        ocr_async_pages: most pages of a PDF that is recognized in the background. Documented as 200.
        vision_bytes: largest file of the legacy Vision API, in bytes. Documented as 1 MB.
        vision_pages: most pages of a PDF there. Some guides say 8, others that there are no PDFs.
        stt_bytes: largest recording within a request, in bytes. Documented as 60 MB.
        stt_uri_bytes: largest recording behind a link, in bytes. Documented as 1 GB.
        stt_seconds: longest recording, in seconds of all its channels together. Documented as 4
            hours.
        stt_channels: most channels of a recording. Documented as 2.
        stt_stream_seconds: longest stream, in seconds of its audio and by the clock. Documented as 5
            minutes.
        stt_stream_bytes: most audio of a stream, in bytes. Documented as 10 MB.
        stt_stream_idle: seconds without a message after which a stream is closed, by the wall time.
            Documented as 5.
        stt_stream_idle_code: the status that it is closed with, after all that was heard. What it
            really is, is documented nowhere.
        stt_status_interval: seconds of audio after which a stream of version 3 gets a sign of life.
            Documented as fixed, but not how long it is.
        storage_timeout: longest time without a byte from the object storage, in seconds. The
            emulator's own.
        retention: how long an operation and its results are kept, in seconds. Documented as 3 days.
        pdf_dpi: pixels per inch that PDF pages are rendered with; fewer where a page would exceed
            ``ocr_pixels``. The emulator's own.
        token_lifetime: of an IAM token, in seconds. Documented as 12 hours at most.
        jwt_lifetime: longest time from a JWT's ``iat`` to its ``exp``, in seconds. Documented as one
            hour.
        jwt_leeway: how far in the future ``iat`` may be, in seconds. The emulator's own.
        readers: pages, recordings and pieces of live speech that are read or heard at the same time;
            further ones wait. The emulator's own.
        message_bytes: largest message that the server takes in, so that what is a little too big
            gets an answer that says so instead of a transport error. The emulator's own.
        reported_calls: how many of the last calls a report holds. The emulator's own.
    """

    ocr_bytes: int = 10 * 1024 * 1024
    ocr_pixels: int = 20_000_000
    ocr_pages: int = 1
    ocr_async_pages: int = 200
    vision_bytes: int = 1024 * 1024
    vision_pages: int = 8
    stt_bytes: int = 60 * 1024 * 1024
    stt_uri_bytes: int = 1024 * 1024 * 1024
    stt_seconds: float = 4 * 60 * 60
    stt_channels: int = 2
    stt_stream_seconds: float = 5 * 60
    stt_stream_bytes: int = 10 * 1024 * 1024
    stt_stream_idle: float = 5
    stt_stream_idle_code: grpc.StatusCode = grpc.StatusCode.OK
    stt_status_interval: float = 5
    storage_timeout: float = 30
    retention: float = 3 * 24 * 60 * 60
    pdf_dpi: int = 200
    token_lifetime: float = 12 * 60 * 60
    jwt_lifetime: float = 60 * 60
    jwt_leeway: float = 60
    readers: int = 2
    message_bytes: int = 128 * 1024 * 1024
    reported_calls: int = 1000
