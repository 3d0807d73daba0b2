"""Which host answers for a service, and what the caller or the environment says instead."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ycgrpc.errors import ConfigurationError

EMULATOR_VARIABLE = "YCGRPC_EMULATOR_HOST"

# Names of the hosts, as in the service's own list where it has one, and their addresses: the pages
# "API endpoints" and "Streaming recognition" of the documentation. SttService of STT v2 has two:
# it streams on `stt`, and takes files on `transcribe`.
HOSTS: Mapping[str, str] = {
    "endpoint": "api.cloud.yandex.net:443",
    "iam": "iam.api.cloud.yandex.net:443",
    "ocr": "ocr.api.cloud.yandex.net:443",
    "operation": "operation.api.cloud.yandex.net:443",
    "stt": "stt.api.cloud.yandex.net:443",
    "transcribe": "transcribe.api.cloud.yandex.net:443",
    "vision": "vision.api.cloud.yandex.net:443",
}


class Endpoints(NamedTuple):
    """The address of every host.

    Attributes:
        targets: ``host:port`` by the name of the host.
        plaintext: Those targets that are spoken to without TLS: never one that the caller did not name,
            since credentials go there unprotected.
        emulated: Whether the environment sent everything to an emulator, which gets no credentials.
    """

    targets: Mapping[str, str]
    plaintext: frozenset[str] = frozenset()
    emulated: bool = False


def resolve(
    environment: Mapping[str, str],
    *,
    endpoint: str | None = None,
    endpoints: Mapping[str, str] | None = None,
    plaintext: bool = False,
) -> Endpoints:
    """Return where each host is: the arguments first, then an emulator named by the environment.

    Raises:
        ConfigurationError: An address or the name of a host makes no sense.
    """
    if unknown := sorted(set(endpoints or ()) - set(HOSTS)):
        raise ConfigurationError(
            f"endpoints: there is no host {unknown[0]!r}; the names are {', '.join(HOSTS)}"
        )
    emulator = environment.get(EMULATOR_VARIABLE, "").strip()
    if emulator and not endpoint and not endpoints:
        target = _address(emulator, EMULATOR_VARIABLE)
        return Endpoints(dict.fromkeys(HOSTS, target), frozenset({target}), emulated=True)
    if plaintext and not endpoint and not endpoints:
        raise ConfigurationError("plaintext: it is for hosts that endpoint or endpoints names")
    everything = dict.fromkeys(HOSTS, _address(endpoint, "endpoint")) if endpoint else {}
    single = {
        name: _address(address, f"endpoints[{name!r}]")
        for name, address in (endpoints or {}).items()
    }
    named = {**everything, **single}
    return Endpoints({**HOSTS, **named}, frozenset(named.values() if plaintext else ()))


# A name, an IPv4 address, or an IPv6 address in brackets; then a port, perhaps.
_ADDRESS = re.compile(r"([A-Za-z0-9._-]+|\[[0-9A-Za-z:.%]+\])(?::([0-9]{1,5}))?")


def _address(value: str, where: str) -> str:
    """Return ``host:port``, with the port of HTTPS where none is given."""
    found = _ADDRESS.fullmatch(value.strip())
    if not found:
        raise ConfigurationError(
            f"{where}: give host:port, without a scheme, a path or a user name; an IPv6 address "
            "stands in brackets"
        )
    host, port = found[1], found[2] or "443"
    if not 0 < int(port) < 65536:
        raise ConfigurationError(f"{where}: give host:port with a port from 1 to 65535")
    return f"{host}:{port}"
