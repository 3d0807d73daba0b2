"""IAM tokens: how they are made, and how they are known again."""

from __future__ import annotations

import datetime as dt
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from itertools import count
from secrets import token_bytes
from threading import Lock
from typing import Any

import grpc

from ycgrpc.emulator.auth import INVALID_TOKEN, Account
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.refusals import Refusal

MOST_FOREIGN = 1000
"""Tokens that were revoked though not issued here: anybody may name any number of them."""


@dataclass(frozen=True, slots=True)
class IamToken:
    """A token that was issued; printed without its value."""

    value: str = field(repr=False)
    expires_at: dt.datetime


class Tokens:
    r"""Issues tokens and knows them again; safe to use from any thread.

    A token holds its number, its end and its account, signed: nothing is kept but what was revoked,
    until it would have expired.
    Its form is the documented one,
    ``t1\.[A-Z0-9a-z_-]+[=]{0,2}\.[A-Z0-9a-z_-]{86}[=]{0,2}``. Source: the documentation's page on
    IAM tokens.

    Args:
        clock: which time it is.
        lifetime: of a token, in seconds.
    """

    def __init__(self, clock: Clock, lifetime: float) -> None:
        self._clock = clock
        self._lifetime = dt.timedelta(seconds=lifetime)
        self._secret = token_bytes()
        self._numbers = count(1)
        self._revoked: OrderedDict[int, dt.datetime] = OrderedDict()  # when to forget the number
        self._revoking = Lock()
        self._foreign: deque[str] = deque(maxlen=MOST_FOREIGN)
        self._revoked_up_to = 0

    def issue(self, account: Account) -> IamToken:
        """A fresh token; those that were issued before stay good."""
        expires_at = self._clock.now() + self._lifetime
        content = (next(self._numbers), expires_at.isoformat(), account.kind, account.folder_id)
        payload = _base64(json.dumps((*content, account.id)).encode())
        return IamToken(f"t1.{payload}.{self._signature(payload)}", expires_at)

    def account(self, token: str) -> Account | None:
        """Whose token it is; ``None`` if it was not issued here.

        Raises:
            Refusal: UNAUTHENTICATED, for it expired or was revoked.
        """
        content = self._content(token)
        if content is None:
            with self._revoking:
                revoked = token in self._foreign
            if revoked:
                raise Refusal(grpc.StatusCode.UNAUTHENTICATED, INVALID_TOKEN)
            return None
        number, expires_at, kind, folder_id, account_id = content
        expired = dt.datetime.fromisoformat(expires_at) <= self._clock.now()
        if expired or number <= self._revoked_up_to or number in self._revoked:
            raise Refusal(grpc.StatusCode.UNAUTHENTICATED, INVALID_TOKEN)
        return Account(kind, folder_id, account_id)

    def revoke(self, token: str) -> None:
        """Makes one token useless; of those that were not issued here, the last ones only."""
        content, now = self._content(token), self._clock.now()
        with self._revoking:
            if content is None:
                self._foreign.append(token)
                return
            self._revoked[content[0]] = now + self._lifetime
            while next(iter(self._revoked.values())) <= now:
                self._revoked.popitem(last=False)

    def revoke_all(self) -> None:
        """Makes all tokens useless that were issued so far."""
        self._revoked_up_to = next(self._numbers)

    def _content(self, token: str) -> list[Any] | None:
        """What a token holds; ``None`` if it was not issued here."""
        match token.split("."):
            case ["t1", payload, signature] if hmac.compare_digest(
                signature.encode(), self._signature(payload).encode()
            ):
                content: list[Any] = json.loads(urlsafe_b64decode(payload))
                return content
            case _:
                return None

    def _signature(self, payload: str) -> str:
        return _base64(hmac.digest(self._secret, payload.encode(), "sha512")).rstrip("=")


def _base64(content: bytes) -> str:
    return urlsafe_b64encode(content).decode()
