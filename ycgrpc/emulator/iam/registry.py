"""Who there is, and which keys and tokens they have."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace

import grpc
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from ycgrpc.emulator.auth import (
    EXPIRED_KEY,
    INVALID_TOKEN,
    UNKNOWN_KEY,
    Account,
    Accounts,
    Authenticator,
    credential,
)
from ycgrpc.emulator.clock import Clock
from ycgrpc.emulator.iam import key_files
from ycgrpc.emulator.iam.assertions import AUDIENCE, asserted, check_signature, refused
from ycgrpc.emulator.iam.tokens import IamToken, Tokens
from ycgrpc.emulator.limits import Limits
from ycgrpc.emulator.refusals import Refusal

ID_LETTERS = "0123456789abcdefghijklmnopqrstuv"


@dataclass(frozen=True, slots=True)
class _ApiKey:
    account: Account
    scopes: frozenset[str] | None
    expires_at: dt.datetime | None


@dataclass(frozen=True, slots=True)
class _AuthorizedKey:
    account: Account
    public_key: RSAPublicKey


class Iam:
    """The accounts of an emulator, their keys and their tokens; safe to use from any thread.

    It is open as long as nothing was created: then any well-formed credentials are good, a JWT
    signed with an unknown key and any OAuth token included. Once there is something, or where it is
    strict, only what was created here and the tokens issued here are good. What it issued itself
    always ends when it expires or is revoked.

    Args:
        clock: which time it is.
        limits: lifetimes.
        folder_id: home folder of the service accounts.
        others: knows further accounts; it is asked about all that is not known here, and leaves
            nothing open.
        strict: nothing is open from the start.
        audiences: whom a JWT may be meant for.

    Attributes:
        vm_account: the service account that is attached to the virtual machine whose metadata
            service the emulator plays, or ``None``.
    """

    def __init__(
        self,
        clock: Clock,
        limits: Limits,
        *,
        folder_id: str | None = None,
        others: Authenticator | None = None,
        strict: bool = False,
        audiences: Collection[str] = (AUDIENCE,),
    ) -> None:
        self.vm_account: Account | None = Account("service", folder_id, _new_id())
        self._clock = clock
        self._limits = limits
        self._folder_id = folder_id
        self._others = others
        self._strict = strict
        self._audiences = audiences
        self._tokens = Tokens(clock, limits.token_lifetime)
        # Written and read one entry at a time, so they need no lock.
        self._service_accounts: dict[str, Account] = {}
        self._api_keys: dict[str, _ApiKey] = {}
        self._authorized_keys: dict[str, _AuthorizedKey] = {}
        self._oauth_tokens: dict[str, Account] = {}

    @property
    def is_open(self) -> bool:
        """Whether any well-formed credentials are good."""
        created = (
            self._service_accounts or self._api_keys or self._authorized_keys or self._oauth_tokens
        )
        return not (self._strict or self._others or created)

    def create_service_account(
        self, folder_id: str | None = None, *, account_id: str | None = None
    ) -> Account:
        """A new service account.

        Args:
            folder_id: its home folder; by default that of the emulator.
            account_id: by default a new one.
        """
        account = Account("service", folder_id or self._folder_id, account_id or _new_id())
        self._service_accounts[account.id] = account
        return account

    def create_key(self, account: Account) -> str:
        """The file of a new authorized key of a service account, as ``yc iam key create`` writes it.

        Its private key is a secret, and kept nowhere else.

        Raises:
            ValueError: it is a user account, whose keys cannot be exchanged.
        """
        private_key, key_id = key_files.new_private_key(), _new_id()
        self._add_key(key_id, private_key.public_key(), account)
        return key_files.key_file(private_key, key_id, account.id, self._clock.now())

    def add_key(self, key_id: str, public_key: str, account: Account) -> None:
        """Makes a key that there is already an authorized key of a service account.

        Args:
            key_id: the ``kid`` of the JWTs.
            public_key: RSA, in PEM.
            account: whose key it is.

        Raises:
            ValueError: it is no public RSA key, or a user account.
        """
        self._add_key(key_id, key_files.public_key(public_key), account)

    def delete_key(self, key_id: str) -> None:
        """Makes an authorized key unknown; tokens that were got with it stay good.

        Raises:
            KeyError: there is none of this id.
        """
        del self._authorized_keys[key_id]

    def create_api_key(
        self,
        account: Account,
        *,
        scopes: Collection[str] | None = None,
        expires_at: dt.datetime | None = None,
        secret: str | None = None,
    ) -> str:
        """A new API key of a service account: a secret.

        Args:
            account: whose key it is.
            scopes: what it is good for, such as ``yc.ai.vision.execute``; by default everything.
            expires_at: with a time zone; by default never.
            secret: the key; by default a new one.

        Raises:
            ValueError: it is a user account, which has no API keys, or the time names no zone.
        """
        _check_service(account)
        if expires_at is not None and expires_at.tzinfo is None:
            raise ValueError("expires_at must name its time zone, such as datetime.UTC")
        secret = secret or f"AQVN{secrets.token_urlsafe(27)}"
        self._api_keys[secret] = _ApiKey(
            account, None if scopes is None else frozenset(scopes), expires_at
        )
        return secret

    def create_oauth_token(
        self, account: Account | None = None, *, secret: str | None = None
    ) -> str:
        """A new OAuth token: a secret.

        Args:
            account: the user account that it belongs to; by default a new one.
            secret: the token; by default a new one.

        Raises:
            ValueError: it is a service account, which has no OAuth tokens.
        """
        account = account or Account("user", id=_new_id())
        if account.kind != "user":
            raise ValueError("service accounts have no OAuth tokens")
        secret = secret or f"y0_{secrets.token_urlsafe(40)}"
        self._oauth_tokens[secret] = account
        return secret

    def create_token(self, account: Account) -> IamToken:
        """A fresh IAM token, as if the account had asked for it."""
        return self._tokens.issue(account)

    def revoke_token(self, token: str) -> Account:
        """The account whose IAM token is refused from now on.

        Raises:
            Refusal: UNAUTHENTICATED, as it is not good anyway.
        """
        account = self.authenticate(f"Bearer {token}")
        self._tokens.revoke(token)
        return account

    def revoke_all_tokens(self) -> None:
        """Makes all IAM tokens that were issued so far be refused from now on."""
        self._tokens.revoke_all()

    def authenticate(self, authorization: str | None) -> Account:
        """The account that an ``authorization`` header belongs to.

        Raises:
            Refusal: UNAUTHENTICATED, with the documented text.
        """
        scheme, secret = credential(authorization)
        if scheme == "api-key" and (key := self._api_keys.get(secret)):
            if key.expires_at is not None and key.expires_at <= self._clock.now():
                raise Refusal(grpc.StatusCode.UNAUTHENTICATED, EXPIRED_KEY)
            return replace(key.account, scopes=key.scopes)
        if scheme == "bearer" and (account := self._tokens.account(secret)):
            return account
        if self._others:
            return self._others.authenticate(authorization)
        if self.is_open:
            return Accounts(folder_id=self._folder_id).authenticate(authorization)
        text = UNKNOWN_KEY if scheme == "api-key" else INVALID_TOKEN
        raise Refusal(grpc.StatusCode.UNAUTHENTICATED, text)

    def service_account(self, account_id: str) -> Account:
        """The service account of this id.

        Raises:
            Refusal: NOT_FOUND.
        """
        account = self._service_accounts.get(account_id)
        if account is None and self.is_open:
            return Account("service", self._folder_id, account_id)
        if account is None:
            raise Refusal(grpc.StatusCode.NOT_FOUND, f"Service account {account_id} not found")
        return account

    def account_of_jwt(self, token: str) -> Account:
        """The service account that signed a JWT.

        Raises:
            Refusal: UNAUTHENTICATED.
        """
        assertion = asserted(token)
        key = self._authorized_keys.get(assertion.key_id)
        if key:
            check_signature(token, key.public_key)
            if assertion.issuer != key.account.id:
                raise refused("iss is not the service account whose key it is signed with")
        elif not self.is_open:
            raise refused("there is no authorized key with the id that kid names")
        assertion.check(self._clock.now(), self._audiences, self._limits)
        return key.account if key else Account("service", self._folder_id, assertion.issuer)

    def account_of_oauth_token(self, token: str) -> Account:
        """The user account that an OAuth token belongs to.

        Raises:
            Refusal: UNAUTHENTICATED.
        """
        if account := self._oauth_tokens.get(token):
            return account
        if self.is_open and token.isascii() and token.isprintable() and token.split() == [token]:
            return Account("user")
        raise Refusal(grpc.StatusCode.UNAUTHENTICATED, "The OAuth token is invalid or has expired.")

    def _add_key(self, key_id: str, public_key: RSAPublicKey, account: Account) -> None:
        _check_service(account)
        self._authorized_keys[key_id] = _AuthorizedKey(account, public_key)


def _check_service(account: Account) -> None:
    if account.kind != "service":
        raise ValueError("user accounts have no such keys")


def _new_id() -> str:
    return "aje" + "".join(secrets.choice(ID_LETTERS) for _ in range(17))
