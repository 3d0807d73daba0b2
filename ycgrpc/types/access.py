"""What comes of IAM."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class AccessToken:
    """An IAM token; the ``repr`` does not show it.

    Attributes:
        token: The token itself: a secret.
        expires_at: The end of its life, in UTC; ``None`` where nobody says.
    """

    token: str = field(repr=False)
    expires_at: dt.datetime | None
